"""The corpus: one module for each area, each with a list SCENARIOS."""

from importlib import import_module

AREAS = [
    "experiments",
    "runs",
    "metrics",
    "params_and_tags",
    "batch",
    "inputs",
    "logged_models",
    "search_logged_models",
    "search_experiments",
    "search_runs",
    "generated_searches",
    "registered_models",
    "model_versions",
    "model_sources",
    "prompts",
    "search_registry",
    "artifacts",
    "graphql",
    "wire",
    "system",
    "webhooks",
]


def _collect():
    found = {}
    for area in AREAS:
        for scenario in import_module(f"differential.{area}").SCENARIOS:
            key = f"{area}: {scenario.name}"
            assert key not in found, f"two scenarios are called {key!r}"
            found[key] = scenario
    return found


SCENARIOS = _collect()
