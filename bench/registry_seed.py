"""The model registry that is searched: versions of many models with tags, aliases and stages, and prompts among them."""

import base64
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from bench.seed import FIRST_START_MS, scatter

MODELS = 200
VERSIONS_OF_EACH = 100
VERSIONS = MODELS * VERSIONS_OF_EACH
PROMPTS = 100
PAGE = 100
LAST_PAGE = base64.b64encode(b'{"offset": %d}' % (VERSIONS - PAGE)).decode()

_STAGES = {1: "Archived", VERSIONS_OF_EACH - 1: "Staging", VERSIONS_OF_EACH: "Production"}


def fill_database(path: Path) -> None:
    """Fills a database that its server has made and closed."""
    database = sqlite3.connect(path)
    database.execute("PRAGMA synchronous = OFF")
    with database:
        for statement, rows in _tables():
            database.executemany(statement, rows)
    database.close()


def _tables() -> Iterator[tuple[str, Iterator[tuple]]]:
    models = [f"model_{number:03}" for number in range(MODELS)]
    prompts = [f"prompt_{number:03}" for number in range(PROMPTS)]
    versions = [(name, version) for name in models for version in range(1, VERSIONS_OF_EACH + 1)]
    # Versions of all models change in turn, as teams work side by side.
    changed = {key: FIRST_START_MS + scatter(number) % 10_000_000 for number, key in enumerate(versions)}

    yield (
        "INSERT INTO registered_models (name, creation_time, last_updated_time, description) VALUES (?, ?, ?, ?)",
        ((name, FIRST_START_MS, FIRST_START_MS + scatter(number) % 10_000_000, f"What {name} is for")
         for number, name in enumerate([*models, *prompts])),
    )  # fmt: skip
    yield (
        "INSERT INTO registered_model_tags (name, key, value) VALUES (?, ?, ?)",
        ((name, key, value) for name in models for key, value in (("team", f"team_{name[-1]}"), ("task", "forecast"))),
    )
    yield (
        "INSERT INTO registered_model_tags (name, key, value) VALUES (?, 'mlflow.prompt.is_prompt', 'true')",
        ((name,) for name in prompts),
    )
    yield (
        "INSERT INTO registered_model_aliases (name, alias, version) VALUES (?, 'champion', ?)",
        ((name, VERSIONS_OF_EACH) for name in models),
    )
    yield (
        "INSERT INTO model_versions (name, version, creation_time, last_updated_time, description, current_stage,"
        " source, storage_location, run_id, run_link, status) VALUES (?, ?, ?, ?, '', ?, ?, ?, ?, '', 'READY')",
        ((name, version, FIRST_START_MS, changed[name, version], _STAGES.get(version, "None"), *[_source(number)] * 2,
          _run_id(number)) for number, (name, version) in enumerate(versions)),
    )  # fmt: skip
    yield (
        "INSERT INTO model_version_tags (name, version, key, value) VALUES (?, ?, ?, ?)",
        ((name, version, key, value) for number, (name, version) in enumerate(versions)
         for key, value in (("checked", "yes" if number % 10 == 0 else "no"), ("data", f"set_{number % 7}"))),
    )  # fmt: skip
    yield (
        "INSERT INTO model_versions (name, version, creation_time, last_updated_time, current_stage, source,"
        " storage_location, status) VALUES (?, ?, ?, ?, 'None', 'dummy-source', 'dummy-source', 'READY')",
        ((name, version, FIRST_START_MS, FIRST_START_MS + version) for name in prompts for version in (1, 2)),
    )
    yield (
        "INSERT INTO model_version_tags (name, version, key, value) VALUES (?, ?, ?, ?)",
        ((name, version, key, value) for name in prompts for version in (1, 2)
         for key, value in (("mlflow.prompt.is_prompt", "true"), ("mlflow.prompt.text", "Explain {{question}}"))),
    )  # fmt: skip


def _run_id(number: int) -> str:
    return f"{scatter(number):08x}{number:024x}"


def _source(number: int) -> str:
    return f"s3://bucket/experiments/{number % 50}/{_run_id(number)}/artifacts/model"
