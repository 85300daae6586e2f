"""Writes a small database with the MLflow that runs this: `python write_database.py <an empty folder>`.

Runs under every release from 2.9 on, so it imports nothing but MLflow and SQLAlchemy. What is worth having in a test
is written through MLflow's own client; tables that the client leaves empty get three rows straight into the release's
schema.
"""

import datetime
import math
import sys

import mlflow
import sqlalchemy as sa
from mlflow.entities import Metric, Param, RunTag
from mlflow.store.tracking.sqlalchemy_store import SqlAlchemyStore
from packaging.version import Version

MLFLOW = Version(mlflow.__version__)


def write_experiments(client):
    first = client.create_experiment("plain")
    client.create_experiment("naïve – ünïcode ✓", tags={"team": "a'b\"c", "empty": ""})
    deleted = client.create_experiment("deleted")
    client.delete_experiment(deleted)
    return first


def write_runs(client, experiment):
    runs = [client.create_run(experiment, run_name=f"run {n}", start_time=1_700_000_000_000 + n) for n in range(5)]
    for n, run in enumerate(runs):
        run_id = run.info.run_id
        metrics = [Metric("loss", 1 / (step + 1), 1_700_000_000_000 + step, step) for step in range(5 * n)]
        metrics += [Metric("odd", value, 7, -3) for value in (math.nan, math.inf, -math.inf, 5e-324, -0.0)]
        client.log_batch(
            run_id,
            metrics=metrics,
            params=[Param("lr", "0.01"), Param("long", "x" * 100 * n), Param("unicode", "☃ '\"\n\t")],
            tags=[RunTag("mlflow.user", "ann"), RunTag("long", "y" * 1000 * n), RunTag("empty", "")],
        )
    client.set_terminated(runs[0].info.run_id, "FINISHED", end_time=1_700_000_100_000)
    client.set_terminated(runs[1].info.run_id, "FAILED")
    client.set_terminated(runs[2].info.run_id, "KILLED")
    client.delete_run(runs[3].info.run_id)
    write_dataset_inputs(client, runs[0].info.run_id)
    return runs[0].info.run_id


def write_dataset_inputs(client, run_id):
    from mlflow.entities import Dataset, DatasetInput, InputTag

    dataset = Dataset(
        name="wine", digest="0a1b", source_type="http", source='{"url": "http://x"}', schema="[]", profile="{}"
    )
    client.log_inputs(run_id, datasets=[DatasetInput(dataset, [InputTag("mlflow.data.context", "training")])])


def write_registry(client, run_id):
    client.create_registered_model("forecast", tags={"task": "regression", "empty": ""}, description="It forecasts.")
    client.create_registered_model("bare")
    for n in range(3):
        client.create_model_version("forecast", f"s3://models/forecast/{n}", run_id, tags={"n": str(n)})
    client.set_registered_model_alias("forecast", "champion", "2")
    client.set_registered_model_alias("forecast", "challenger", "3")
    client.set_model_version_tag("forecast", "1", "long", "z" * 3000)
    client.transition_model_version_stage("forecast", "1", "Archived")
    client.delete_model_version("forecast", "3")


TOKENS = {"input_tokens": 12, "output_tokens": 5, "total_tokens": 17, "cache_read_input_tokens": 3}


def write_traces(client, experiment):
    mlflow.set_experiment(experiment_id=experiment)
    trace_ids = []
    for n in range(3):
        root = client.start_trace(f"request {n}", inputs={"question": n}, experiment_id=experiment)
        trace_id = getattr(root, "trace_id", None) or root.request_id
        child = client.start_span("model", trace_id, parent_id=root.span_id, span_type="LLM", inputs={"n": n})
        if MLFLOW >= Version("3.10"):
            child.set_attribute("mlflow.llm.model", "gpt-4o")
            child.set_attribute("mlflow.llm.provider", "openai")
        if MLFLOW >= Version("3.1"):
            child.set_attribute("mlflow.chat.tokenUsage", TOKENS)
        client.end_span(trace_id, child.span_id, outputs={"answer": n})
        client.end_trace(trace_id, outputs={"answer": n}, status="ERROR" if n == 2 else "OK")
        trace_ids.append(trace_id)
    if MLFLOW >= Version("3.0"):
        mlflow.flush_trace_async_logging(terminate=False)
    for n, trace_id in enumerate(trace_ids):
        client.set_trace_tag(trace_id, "stars", str(n))
        if MLFLOW >= Version("3.2"):
            write_assessments(trace_id)


def write_assessments(trace_id):
    for value in (True, "yes", " No ", 4.5, 3, math.nan, "good", ["a"], {"k": 1}):
        mlflow.log_feedback(trace_id=trace_id, name="judgement", value=value, rationale="so")
    mlflow.log_expectation(trace_id=trace_id, name="expected", value={"answer": 42})


def write_logged_models(client, experiment, run_id):
    model = client.create_logged_model(
        experiment,
        name="tree",
        source_run_id=run_id,
        tags={"kind": "tree"},
        params={"depth": "3"},
        model_type="agent",
    )
    client.log_metric(run_id, "rmse", 0.25, model_id=model.model_id, dataset_name="wine", dataset_digest="0a1b")
    client.finalize_logged_model(model.model_id, "READY")


# SQLAlchemy's types -> the n-th value of a column, where no foreign key says otherwise.
VALUES = (
    (sa.Boolean, lambda n, column: n % 2 == 0),
    (sa.JSON, lambda n, column: {"n": n, "text": "ü"}),
    (sa.Date, lambda n, column: datetime.date(2026, 1, 1 + n)),
    (sa.Integer, lambda n, column: n),
    (sa.Float, lambda n, column: n + 0.5),
    (sa.LargeBinary, lambda n, column: bytes([0, n, 255])),
    (sa.String, lambda n, column: f"{column.name} {n}"[: column.type.length or 100]),
)


def fill_empty_tables(engine):
    metadata = sa.MetaData()
    metadata.reflect(engine)
    with engine.begin() as connection:
        for table in metadata.sorted_tables:
            rows = connection.execute(sa.select(sa.func.count()).select_from(table)).scalar()
            for n in range(3 if rows == 0 else 0):
                connection.execute(table.insert().values(made_up_row(connection, table, n)))


def made_up_row(connection, table, n):
    row = {}
    for key in table.foreign_key_constraints:
        parents = connection.execute(sa.select(*(element.column for element in key.elements))).all()
        row |= dict(zip(key.column_keys, parents[n % len(parents)], strict=True))
    for column in table.columns:
        if column.name in row or column.computed is not None:
            continue
        if column.name == "workspace":
            row[column.name] = "default"
        else:
            row[column.name] = next(make(n, column) for kind, make in VALUES if isinstance(column.type, kind))
    return row


def main(folder):
    uri = f"sqlite:///{folder}/mlflow.db"
    mlflow.set_tracking_uri(uri)
    store = SqlAlchemyStore(uri, f"{folder}/artifacts")
    client = mlflow.MlflowClient(uri)
    experiment = write_experiments(client)
    run_id = write_runs(client, experiment)
    write_registry(client, run_id)
    if MLFLOW >= Version("2.14"):
        write_traces(client, experiment)
    if MLFLOW >= Version("3.0"):
        write_logged_models(client, experiment, run_id)
    fill_empty_tables(store.engine)


if __name__ == "__main__":
    main(sys.argv[1])
