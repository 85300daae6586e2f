"""Fills a tracking store through the client of whatever MLflow release runs this: write_store.py FOLDER

What the release does not know yet (datasets, logged models, a registry in files) is left out. How the archives beside
this were made, each in a throw-away environment with mlflow-skinny of that release:

    python write_store.py mlruns && tar -cJf mlruns-<release>.tar.xz mlruns

mlflow-export-import-1.2.0.tar.xz is what that package's export-all (with MLflow 2.22.4) made of such a store, served by
cairn; paths and the user's name were replaced.
"""

import os
import sys
import tempfile
from pathlib import Path

os.environ["MLFLOW_ALLOW_FILE_STORE"] = "true"

import mlflow
import mlflow.entities as entities
from mlflow import MlflowClient


def at(millisecond: int) -> int:
    return 1_700_000_000_000 + millisecond


def write_run(client, experiment: str, number: int) -> str:
    tags = {"mlflow.runName": f"run {number}", "mlflow.user": "ann", "note": "one\ntwo: {x}\tñ"}
    run = client.create_run(experiment, start_time=at(number), tags=tags).info.run_id
    for key, value in {"lr": 0.1 * number, "model/depth": "3", "text": "a: b\n# c"}.items():
        client.log_param(run, key, value)
    for step in range(5):
        client.log_metric(run, "loss", 1 / (step + 1), timestamp=at(10 * step), step=step)
        client.log_metric(run, "val/acc", step / 7, timestamp=at(10 * step), step=step)
    client.log_metric(run, "loss", 7, timestamp=at(5), step=2)  # late
    for step, value in enumerate([float("nan"), float("inf"), float("-inf")]):
        client.log_metric(run, "odd", value, timestamp=at(step), step=-step)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "a.txt"
        file.write_text(f"artifact of {number}")
        client.log_artifact(run, str(file), "docs/deep")
    client.set_terminated(run, "FINISHED" if number else "FAILED", end_time=at(1000 + number))
    return run


def write_datasets(client, runs: list[str]) -> None:
    dataset = entities.Dataset("wine", "abc123", "local", '{"uri":"x.csv"}', '{"cols":[]}', '{"rows":3}')
    context = entities.InputTag("mlflow.data.context", "training")
    client.log_inputs(runs[0], [entities.DatasetInput(dataset, [context])])
    client.log_inputs(runs[1], [entities.DatasetInput(dataset, [])])


def write_logged_models(client, experiment: str, runs: list[str]) -> None:
    model = client.create_logged_model(
        experiment, name="net", source_run_id=runs[0], tags={"k": "v"}, params={"p": "1"}, model_type="agent"
    )
    client.log_metric(runs[0], "loss", 0.125, timestamp=at(99), step=9, model_id=model.model_id)
    client.log_outputs(runs[0], [entities.LoggedModelOutput(model.model_id, 4)])
    client.log_inputs(runs[1], models=[entities.LoggedModelInput(model.model_id)])
    client.finalize_logged_model(model.model_id, "READY")
    client.delete_logged_model(client.create_logged_model(experiment, name="dropped").model_id)


def write_registry(client, runs: list[str]) -> None:
    client.create_registered_model("clf", tags={"owner": "ann"}, description="a: classifier")
    sources = [client.get_run(run).info.artifact_uri + "/docs" for run in runs[:2]]
    first = client.create_model_version("clf", sources[0], run_id=runs[0], tags={"x": "1"}, description="first")
    second = client.create_model_version("clf", sources[1], run_id=runs[1])
    client.transition_model_version_stage("clf", second.version, "Production")
    client.set_registered_model_alias("clf", "champion", first.version)


def write(uri: str) -> list[str]:
    """Returns the ids of the runs in the experiment "first"."""
    release = tuple(int(part) for part in mlflow.__version__.split(".")[:2])
    client = MlflowClient(uri)
    experiment = client.create_experiment("first", tags={"team": "a/b"})
    runs = [write_run(client, experiment, number) for number in range(3)]
    client.delete_run(runs[2])
    gone = client.create_experiment("gone")
    client.log_metric(client.create_run(gone, start_time=at(0)).info.run_id, "m", 1.5, timestamp=at(0), step=0)
    client.delete_experiment(gone)
    if release >= (2, 4):
        write_datasets(client, runs)
        write_registry(client, runs)
    if release >= (3, 0):
        write_logged_models(client, experiment, runs)
    return runs


if __name__ == "__main__":
    write("file://" + os.path.abspath(sys.argv[1]))
    print(mlflow.__version__)
