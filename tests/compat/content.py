"""Something of everything that a tracking database holds: written through MLflow's client, and read back as plain data.

It runs as a program of its own where MLflow must meet a database that it has never seen:

    python content.py write|view <tracking URI>
"""

import json
import subprocess
import sys

import mlflow
from mlflow.entities import (
    Dataset,
    DatasetInput,
    InputTag,
    LoggedModel,
    LoggedModelInput,
    LoggedModelOutput,
    Metric,
    Param,
    RunTag,
    ViewType,
)
from mlflow.entities.model_registry import ModelVersion, RegisteredModel

# (value, timestamp, step): out of order, twice the same, and every kind of number.
CURVE = [(1 / (n + 1), 1000 + n * 7, n) for n in range(3000)]
ODD_POINTS = [
    (float("nan"), 5, 0),
    (float("inf"), 6, 1),
    (float("-inf"), 4, 2),
    (2.5, 3, -7),
    (2.5, 3, -7),
    (0.0, 5, 0),
    (-1.0, 2**53, 2**62),
    (5e-324, 0, -(2**62)),
]


def write(uri: str, prefix: str = "") -> None:
    client = mlflow.MlflowClient(uri)
    main = client.create_experiment(prefix + "main", tags={"team": "red", "empty": ""})
    client.set_experiment_tag(main, "owner", "ada é ☃")
    _write_full_run(client, main)
    _write_models(client, main)
    parent = client.create_run(main, start_time=2000, run_name="parent", tags={"mlflow.user": "ada"})
    for number, status in enumerate(("FINISHED", "FAILED", "KILLED", "SCHEDULED")):
        tags = {"mlflow.parentRunId": parent.info.run_id}
        child = client.create_run(main, start_time=3000 + number, run_name=f"child {number}", tags=tags)
        client.log_metric(child.info.run_id, "m", number, timestamp=1, step=0)
        client.set_terminated(child.info.run_id, status, end_time=4000 + number)
    gone = client.create_run(main, start_time=5000, run_name="gone").info.run_id
    client.log_param(gone, "p", "kept")
    client.delete_run(gone)

    left = client.create_experiment(prefix + "left", artifact_location="s3://bucket/left")
    client.create_run(left, start_time=1, run_name="alone")
    client.rename_experiment(left, prefix + "renamed")
    deleted = client.create_experiment(prefix + "deleted")
    client.create_run(deleted, start_time=1, run_name="with it")
    client.delete_experiment(deleted)
    _write_registry(client, prefix)


def _write_full_run(client: mlflow.MlflowClient, experiment: str) -> None:
    run_id = client.create_run(experiment, start_time=1000, run_name="full").info.run_id
    for start in range(0, len(CURVE), 1000):
        client.log_batch(run_id, metrics=[Metric("curve/loss", *point) for point in CURVE[start : start + 1000]])
    for point in ODD_POINTS:
        client.log_metric(run_id, "odd points", point[0], timestamp=point[1], step=point[2])
    client.log_batch(
        run_id,
        params=[Param(f"p{number}", "x" * number) for number in range(60)] + [Param("unicode", "é ☃ \U0001f600")],
        tags=[RunTag("t", "1"), RunTag("empty", ""), RunTag("mlflow.note.content", "# a note")],
    )
    for name, context in (("train", "training"), ("test", "eval")):
        dataset = Dataset(name, "abc", "local", '{"uri": "/data"}', schema='{"s": 1}', profile='{"rows": 5}')
        client.log_inputs(run_id, [DatasetInput(dataset, [InputTag("mlflow.data.context", context)])])
    client.log_outputs(run_id, [LoggedModelOutput("m-" + "1" * 32, step=3)])


def _write_models(client: mlflow.MlflowClient, experiment: str) -> None:
    run_id = client.create_run(experiment, start_time=1500, run_name="of models").info.run_id
    whole = client.create_logged_model(
        experiment, "whole", run_id, tags={"team": "red", "é": ""}, params={"lr": "0.1"}, model_type="agent"
    )
    for number, (value, timestamp, step) in enumerate(ODD_POINTS[1:4]):
        dataset = {"dataset_name": "d", "dataset_digest": str(number)} if number else {}
        client.log_metric(run_id, "m", value, timestamp, step, model_id=whole.model_id, **dataset)
    client.finalize_logged_model(whole.model_id, "READY")
    client.create_logged_model(experiment, "bare")
    client.delete_logged_model(client.create_logged_model(experiment, "gone").model_id)
    client.log_inputs(run_id, models=[LoggedModelInput(whole.model_id)])


def _write_registry(client: mlflow.MlflowClient, prefix: str) -> None:
    name = client.create_registered_model(prefix + "registered é", {"team": "red", "empty": ""}, "what it is").name
    for number in range(4):
        tags = {"number": str(number), "é": ""}
        client.create_model_version(name, f"s3://bucket/{number}", tags=tags, run_link="http://x/y", description="d")
    client.transition_model_version_stage(name, "1", "Production")
    client.transition_model_version_stage(name, "2", "Production", archive_existing_versions=True)
    client.set_registered_model_alias(name, "champion", "2")
    client.delete_model_version(name, "3")
    client.create_registered_model(prefix + "without versions")
    client.create_registered_model(prefix + "renamed later")
    client.create_model_version(prefix + "renamed later", "s3://bucket/x")
    client.rename_registered_model(prefix + "renamed later", prefix + "has another name")
    client.register_prompt(prefix.replace(" ", "-") + "prompt", "Explain {{what}}", "first", tags={"a": "b"})


def view(uri: str) -> dict:
    """All that a client can see, by experiment name; as plain as JSON."""
    client = mlflow.MlflowClient(uri)
    seen = {"model registry": _view_registry(client)}
    for experiment in client.search_experiments(ViewType.ALL):
        runs = client.search_runs([experiment.experiment_id], run_view_type=ViewType.ALL, order_by=["start_time"])
        models = client.search_logged_models([experiment.experiment_id], order_by=[{"field_name": "name"}])
        seen[experiment.name] = dict(experiment) | {
            "runs": [_view_run(client, run.info.run_id) for run in runs],
            "logged models": [_view_model(model) for model in models],
        }
    return json.loads(json.dumps(seen))


def _view_run(client: mlflow.MlflowClient, run_id: str) -> dict:
    run = client.get_run(run_id)
    return {
        "info": dict(run.info),
        "params": run.data.params,
        "tags": run.data.tags,
        "latest": {key: repr(value) for key, value in run.data.metrics.items()},
        "histories": {
            key: [(repr(point.value), point.timestamp, point.step) for point in client.get_metric_history(run_id, key)]
            for key in run.data.metrics
        },
        "datasets": sorted((_view_dataset(one) for one in run.inputs.dataset_inputs), key=lambda one: one["name"]),
        # MLflow gives these in whatever order its database has them.
        "models": sorted((one.model_id, one.step) for one in run.outputs.model_outputs) if run.outputs else [],
        "models that went in": sorted(one.model_id for one in run.inputs.model_inputs),
    }


def _view_model(model: LoggedModel) -> dict:
    # What was never set is None in the database and "" over the wire.
    plain = {key: value or None for key, value in model.to_dictionary().items()}
    return plain | {"metrics": sorted((dict(metric) for metric in model.metrics or []), key=repr)}


def _view_registry(client: mlflow.MlflowClient) -> dict:
    seen = {}
    for model in client.search_registered_models():
        versions = client.search_model_versions(f"name = '{model.name}'")
        seen[model.name] = _view_registered(model) | {
            "versions": [_view_version(version) for version in versions],
            "downloads": [client.get_model_version_download_uri(model.name, version.version) for version in versions],
        }
    for prompt in client.search_registered_models("tags.`mlflow.prompt.is_prompt` = 'true'"):
        versions = client.search_prompt_versions(prompt.name)
        seen[prompt.name] = _view_registered(prompt) | {
            "versions": [(one.version, one.template, one.tags) for one in versions]
        }
    return seen


def _view_registered(model: RegisteredModel) -> dict:
    return {
        "description": model.description or None,
        "changed": (model.creation_timestamp, model.last_updated_timestamp),
        "tags": model._tags,
        "aliases": {alias: str(version) for alias, version in model.aliases.items()},
        "latest": sorted(str(version.version) for version in model.latest_versions),
    }


def _view_version(version: ModelVersion) -> dict:
    plain = {key: value or None for key, value in dict(version).items()}
    return plain | {"version": str(version.version), "tags": version._tags}


def _view_dataset(logged: DatasetInput) -> dict:
    return dict(logged.dataset) | {"tags": sorted((tag.key, tag.value) for tag in logged.tags)}


def in_new_process(action: str, uri: str, *arguments: str) -> dict | None:
    done = subprocess.run(
        [sys.executable, __file__, action, uri, *arguments], capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout) if action == "view" else None


if __name__ == "__main__":
    action, *arguments = sys.argv[1:]
    if action == "write":
        write(*arguments)
    else:
        json.dump(view(*arguments), sys.stdout)
