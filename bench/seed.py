"""The data sets that are searched, the same for every system: runs with 20 metrics and 20 parameters each, and logged
models with a history of each metric.

Databases with MLflow's schema are filled directly, others through the API.
"""

import hashlib
import sqlite3
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from bench.api import Api

EXPERIMENT = "search"
METRICS = [f"metric_{i:02}" for i in range(20)]
PARAMS = [f"param_{i:02}" for i in range(20)]
FIRST_START_MS = 1_700_000_000_000

# A tenth of the runs match: half by the metric, a fifth of those by the parameter.
SEARCH = {
    "filter": "metrics.metric_03 > 0.5 AND params.param_05 = 'value_3'",
    "order_by": ["metrics.metric_07 DESC"],
    "max_results": 100,
}

MODEL_METRICS = ["acc", "loss"]
MODEL_POINTS = 1_000  # of each metric
MODEL_PARAMS = PARAMS[:10]

# An eighth of the models match: two thirds have such a point, a fifth of those the parameter.
MODEL_SEARCH = {
    "filter": "metrics.acc > 0.999 AND params.param_05 = 'value_3'",
    "order_by": [{"field_name": "metrics.loss", "ascending": False}],
    "max_results": 100,
}


def metric_value(run: int, metric: int) -> float:
    return scatter(run * 20 + metric) / 2**32


def param_value(run: int, param: int) -> str:
    return f"value_{scatter((run * 20 + param) ^ 0x5EED) % 5}"


def scatter(number: int) -> int:
    """Spreads consecutive numbers over 32 bits (the finaliser of MurmurHash3)."""
    number = ((number ^ number >> 16) * 0x85EBCA6B) & 0xFFFFFFFF
    number = ((number ^ number >> 13) * 0xC2B2AE35) & 0xFFFFFFFF
    return number ^ number >> 16


def fill_through_api(api: Api, runs: int) -> str:
    experiment_id = api.create_experiment(EXPERIMENT)
    for run in range(runs):
        start = FIRST_START_MS + run
        run_id = api.create_run(experiment_id, start)
        api.log_batch(
            run_id,
            [{"key": k, "value": metric_value(run, i), "timestamp": start, "step": 0} for i, k in enumerate(METRICS)],
            [{"key": k, "value": param_value(run, i)} for i, k in enumerate(PARAMS)],
        )
    return experiment_id


def fill_database(path: Path, runs: int, models: int = 0) -> str:
    """Fills a database that its server has made and closed."""
    database = sqlite3.connect(path)
    database.execute("PRAGMA synchronous = OFF")
    database.execute("PRAGMA cache_size = -1000000")
    with database:
        experiment_id = database.execute(
            "INSERT INTO experiments (name, artifact_location, lifecycle_stage, creation_time, last_update_time)"
            " VALUES (?, 'artifacts', 'active', ?, ?)",
            (EXPERIMENT, FIRST_START_MS, FIRST_START_MS),
        ).lastrowid
        for statement, rows in chain(_tables(experiment_id, runs), _model_tables(experiment_id, models)):
            database.executemany(statement, rows)
    database.close()
    return str(experiment_id)


def _tables(experiment_id: int, runs: int) -> Iterator[tuple[str, Iterator[tuple]]]:
    """A run's rows stand together, as they do when runs are logged one after another. Ids are as random as real ones."""
    ids = {run: hashlib.md5(b"%d" % run).hexdigest() for run in range(runs)}

    yield (
        "INSERT INTO runs (run_uuid, name, source_type, source_name, entry_point_name, user_id, status, start_time,"
        " end_time, source_version, lifecycle_stage, artifact_uri, experiment_id)"
        " VALUES (?, ?, 'UNKNOWN', '', '', 'bench', 'FINISHED', ?, ?, '', 'active', ?, ?)",
        (
            (run_id, f"run-{run}", FIRST_START_MS + run, FIRST_START_MS + run + 1,
             f"artifacts/{run_id}/artifacts", experiment_id)
            for run, run_id in ids.items()
        ),
    )  # fmt: skip
    yield (
        "INSERT INTO tags (key, value, run_uuid) VALUES ('mlflow.runName', ?, ?)",
        ((f"run-{run}", run_id) for run, run_id in ids.items()),
    )
    for table in ("metrics", "latest_metrics"):
        yield (
            f"INSERT INTO {table} (key, value, timestamp, run_uuid, step, is_nan) VALUES (?, ?, ?, ?, 0, 0)",
            (
                (key, metric_value(run, i), FIRST_START_MS + run, run_id)
                for run, run_id in ids.items()
                for i, key in enumerate(METRICS)
            ),
        )
    yield (
        "INSERT INTO params (key, value, run_uuid) VALUES (?, ?, ?)",
        ((key, param_value(run, i), run_id) for run, run_id in ids.items() for i, key in enumerate(PARAMS)),
    )


def _model_tables(experiment_id: int, models: int) -> Iterator[tuple[str, Iterator[tuple]]]:
    """Each model is measured by a run of its own, on one dataset, metric by metric at each step."""
    ids = {model: hashlib.md5(b"model %d" % model).hexdigest() for model in range(models)}

    yield (
        "INSERT INTO runs (run_uuid, name, source_type, source_name, entry_point_name, user_id, status, start_time,"
        " end_time, source_version, lifecycle_stage, artifact_uri, experiment_id)"
        " VALUES (?, ?, 'UNKNOWN', '', '', 'bench', 'FINISHED', ?, ?, '', 'active', ?, ?)",
        (
            (run_id, f"run-{model}", FIRST_START_MS + model, FIRST_START_MS + model + 1,
             f"artifacts/{run_id}/artifacts", experiment_id)
            for model, run_id in ids.items()
        ),
    )  # fmt: skip
    yield (
        "INSERT INTO logged_models (model_id, experiment_id, name, artifact_location, creation_timestamp_ms,"
        " last_updated_timestamp_ms, status, lifecycle_stage, model_type, source_run_id)"
        " VALUES (?, ?, ?, ?, ?, ?, 2, 'active', '', ?)",
        (
            (f"m-{run_id}", experiment_id, f"model-{model}", f"artifacts/models/m-{run_id}/artifacts",
             FIRST_START_MS + model, FIRST_START_MS + model, run_id)
            for model, run_id in ids.items()
        ),
    )  # fmt: skip
    yield (
        "INSERT INTO logged_model_params (model_id, experiment_id, param_key, param_value) VALUES (?, ?, ?, ?)",
        (
            (f"m-{run_id}", experiment_id, key, param_value(model, i))
            for model, run_id in ids.items()
            for i, key in enumerate(MODEL_PARAMS)
        ),
    )
    yield (
        "INSERT INTO logged_model_metrics (model_id, metric_name, metric_timestamp_ms, metric_step, metric_value,"
        " experiment_id, run_id, dataset_name, dataset_digest) VALUES (?, ?, ?, ?, ?, ?, ?, 'train', 'f00d')",
        (
            (f"m-{run_id}", key, FIRST_START_MS + step * 250, step,
             metric_value(model * MODEL_POINTS + step, i), experiment_id, run_id)
            for model, run_id in ids.items()
            for step in range(MODEL_POINTS)
            for i, key in enumerate(MODEL_METRICS)
        ),
    )  # fmt: skip
