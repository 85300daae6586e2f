"""What is imported, exported and imported again looks to the real client as it did before."""

import json
import os
import shutil
import sqlite3
import subprocess
import tarfile
from contextlib import closing
from pathlib import Path

os.environ["MLFLOW_ALLOW_FILE_STORE"] = "true"

import mlflow
import pytest
import requests
from mlflow import MlflowClient
from mlflow.entities import ViewType

import servers
from old_file_stores import write_store

FIXTURES = Path(__file__).parent / "old_file_stores"
RELEASES = ["1.30.1", "2.9.2", "3.1.4", "this"]


def number(value: float) -> str:
    """Databases keep the greatest number in place of an infinity."""
    return repr(max(min(value, 1.7976931348623157e308), -1.7976931348623157e308))


def seen_run(client: MlflowClient, run_id: str) -> dict:
    run = client.get_run(run_id)
    history = {
        key: sorted({(p.timestamp, p.step, number(p.value)) for p in client.get_metric_history(run_id, key)})
        for key in run.data.metrics
    }
    return {
        "name": run.info.run_name,
        "status": run.info.status,
        "stage": run.info.lifecycle_stage,
        "times": (run.info.start_time, run.info.end_time),
        "user": run.info.user_id,
        "params": run.data.params,
        "tags": run.data.tags,
        "latest": {key: number(value) for key, value in run.data.metrics.items()},
        "history": history,
        "datasets": sorted(str(used.to_dictionary()) for used in run.inputs.dataset_inputs),
        "models": (
            sorted(used.model_id for used in run.inputs.model_inputs or []),
            sorted((made.model_id, made.step) for made in (run.outputs.model_outputs if run.outputs else [])),
        ),
        "files": sorted(files_of(client, run_id)),
    }


def files_of(client: MlflowClient, run_id: str, folder: str = ""):
    for file in client.list_artifacts(run_id, folder):
        if file.is_dir:
            yield from files_of(client, run_id, file.path)
        else:
            yield file.path, file.file_size


def seen_models(client: MlflowClient) -> dict:
    models = {}
    for model in client.search_registered_models():
        versions = {}
        for version in client.search_model_versions(f"name = '{model.name}'"):
            versions[str(version.version)] = (
                version.current_stage,
                version.run_id,
                version.description,
                dict(version.tags),
                version.creation_timestamp,
            )
        aliases = {alias: str(version) for alias, version in model.aliases.items()}
        models[model.name] = (model.description, dict(model.tags), aliases, versions)
    return models


def seen_logged_models(client: MlflowClient, experiment_id: str) -> list:
    return sorted(
        (
            model.model_id,
            model.name,
            str(model.status),
            model.model_type,
            model.source_run_id,
            sorted(model.params.items()),
            sorted(model.tags.items()),
            sorted((m.key, m.value, m.step, m.timestamp, m.run_id) for m in model.metrics or []),
        )
        for model in client.search_logged_models([experiment_id])
    )


def seen(client: MlflowClient) -> dict:
    """All that a client can see, by names and ids; where artifacts lie is not part of it."""
    found = {"registered models": seen_models(client)}
    for experiment in client.search_experiments(view_type=ViewType.ALL):
        runs = client.search_runs([experiment.experiment_id], run_view_type=ViewType.ALL)
        found[experiment.name] = {
            "id": experiment.experiment_id,
            "stage": experiment.lifecycle_stage,
            "tags": experiment.tags,
            "created": experiment.creation_time,
            "runs": {run.info.run_id: seen_run(client, run.info.run_id) for run in runs},
            "models": seen_logged_models(client, experiment.experiment_id),
        }
    return found


@pytest.fixture(scope="module", params=RELEASES)
def store(request, tmp_path_factory) -> Path:
    """An mlruns/ that the release wrote."""
    folder = tmp_path_factory.mktemp("store")
    if request.param == "this":
        write_store.write(f"file://{folder}/mlruns")
    else:
        with tarfile.open(FIXTURES / f"mlruns-{request.param}.tar.xz") as archive:
            archive.extractall(folder)
        for meta in folder.rglob("meta.yaml"):
            meta.write_text(meta.read_text().replace("/srv/mlflow/mlruns", f"{folder}/mlruns"))
    return folder / "mlruns"


def imported(folder: Path, *command: str) -> dict:
    """Runs an import into the folder's database; what it reports."""
    return json.loads(
        servers.run_cairn(
            *command, "--json", f"--backend-store-uri=sqlite:///{folder}/mlflow.db",
            f"--artifacts-destination={folder}/mlartifacts",
        )
    )  # fmt: skip


def served(folder: Path):
    return servers.cairn(folder, artifact_root="mlflow-artifacts:/")


def test_a_file_store_looks_the_same_afterwards(store, tmp_path):
    before = seen(MlflowClient(f"file://{store}"))
    report = imported(tmp_path, "import", "mlflow", str(store), "--copy-artifacts")
    assert "differences" not in report and report["compared"] >= 4
    assert report["copied"]["runs"] == 4 and report["copied"]["files"] == 3
    with served(tmp_path) as server:
        assert seen(MlflowClient(server.url)) == before
        run = next(iter(before["first"]["runs"]))
        text = mlflow.artifacts.download_artifacts(run_id=run, artifact_path="docs/deep/a.txt", tracking_uri=server.url)
        assert Path(text).read_text().startswith("artifact of ")
    again = imported(tmp_path, "import", "mlflow", str(store), "--copy-artifacts")
    assert again["copied"]["runs"] == 0 and again["present"]["runs"] == 4


def test_files_of_a_store_that_was_moved_are_found_beside_it(tmp_path):
    with tarfile.open(FIXTURES / "mlruns-2.9.2.tar.xz") as archive:
        archive.extractall(tmp_path)
    report = imported(tmp_path, "import", "mlflow", f"{tmp_path}/mlruns", "--copy-artifacts")
    assert report["copied"]["files"] == 3


def make_what_is_left_out(url: str) -> None:
    place = {"type": "MLFLOW_EXPERIMENT", "mlflow_experiment": {"experiment_id": "0"}}
    info = {"trace_id": "tr-1", "trace_location": place, "request_time": "2026-01-01T00:00:00Z", "state": "OK"}
    for target, body in {
        "traces": {"trace": {"trace_info": info}},
        "datasets/create": {"name": "questions", "experiment_ids": ["0"]},
    }.items():
        made = requests.post(f"{url}/api/3.0/mlflow/{target}", json=body, timeout=30)
        assert made.status_code == 200, made.text


def test_other_workspaces_are_said_to_stay_behind(moved, tmp_path):
    shutil.copy(moved / "mlflow.db", tmp_path / "old.db")
    with closing(sqlite3.connect(tmp_path / "old.db")) as database, database:
        database.execute("INSERT INTO workspaces (name) VALUES ('team')")
        database.execute("UPDATE experiments SET workspace = 'team' WHERE name = 'first'")
        (runs,) = database.execute(
            "SELECT COUNT(*) FROM runs JOIN experiments USING (experiment_id) WHERE workspace = 'default'"
        ).fetchone()
    report = imported(tmp_path, "import", "mlflow", f"sqlite:///{tmp_path}/old.db")
    left = {"what": "the workspace 'team' (1 experiments, 0 registered models)", "why": "the default one alone is moved"}
    assert left in report["skipped"] and report["copied"]["runs"] == runs < 4


def test_a_server_of_mlflow_moves_over_rest(tmp_path):
    with servers.mlflow(tmp_path / "old", artifact_root="mlflow-artifacts:/") as old:
        write_store.write(old.url)
        client = MlflowClient(old.url)
        client.register_prompt("greeting", "Hello {{name}}", tags={"tone": "warm"})
        before = seen(client)
        prompt = client.get_prompt_version("greeting", 1).template
        make_what_is_left_out(old.url)
        report = imported(tmp_path, "import", "mlflow", old.url, "--copy-artifacts")
        servers.run_cairn("experiments", "export", "--all", f"--output-dir={tmp_path}/export", f"--tracking-uri={old.url}")
    assert "differences" not in report and report["copied"]["files"] == 3
    assert {"what": "traces, with their assessments", "why": "they are not moved by this command"} in report["skipped"]
    assert {"what": "evaluation datasets", "why": "they are not moved by this command"} in report["skipped"]
    with served(tmp_path) as new:
        client = MlflowClient(new.url)
        assert seen(client) == before
        assert client.get_prompt_version("greeting", 1).template == prompt == "Hello {{name}}"
    report = imported(tmp_path / "old", "experiments", "import", f"--input-dir={tmp_path}/export")
    assert report["present"]["runs"] == 4 and report["copied"]["runs"] == 0


def test_a_database_of_mlflow_moves_and_stays_as_it_was(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # artifacts go below it
    write_store.write(f"sqlite:///{tmp_path}/old.db")
    client = MlflowClient(f"sqlite:///{tmp_path}/old.db")
    before = seen(client)
    bytes_before = (tmp_path / "old.db").read_bytes()
    report = imported(tmp_path, "import", "mlflow", f"sqlite:///{tmp_path}/old.db", "--copy-artifacts")
    assert "differences" not in report and report["copied"]["files"] == 3
    assert (tmp_path / "old.db").read_bytes() == bytes_before
    with served(tmp_path) as new:
        assert seen(MlflowClient(new.url)) == before


def test_a_server_beside_a_file_store_offers_to_import_it(tmp_path):
    with tarfile.open(FIXTURES / "mlruns-2.9.2.tar.xz") as archive:
        archive.extractall(tmp_path)
    with served(tmp_path) as server:
        offer = "cairn import mlflow mlruns --backend-store-uri "
        line = next(line for line in server.log.read_text().splitlines() if offer in line)
    subprocess.run([servers.cairn_binary(), *line.split()[1:]], cwd=tmp_path, check=True, capture_output=True)
    with served(tmp_path) as server:
        assert server.log.read_text().count(offer) == 1  # the first time
        client = MlflowClient(server.url)
        assert len(client.search_runs([experiment.experiment_id for experiment in client.search_experiments()])) == 2


@pytest.fixture(scope="module")
def moved(tmp_path_factory) -> Path:
    """A folder with a database and artifacts that hold everything at once."""
    folder = tmp_path_factory.mktemp("moved")
    write_store.write(f"file://{folder}/mlruns")
    imported(folder, "import", "mlflow", f"{folder}/mlruns", "--copy-artifacts")
    return folder


@pytest.mark.parametrize("name", ["export", "export.tar.zst"])
def test_an_export_comes_back_equal(moved, tmp_path, name):
    servers.run_cairn(
        "experiments", "export", "--all", f"--output-dir={tmp_path / name}",
        f"--backend-store-uri=sqlite:///{moved}/mlflow.db", f"--artifacts-destination={moved}/mlartifacts",
    )  # fmt: skip
    report = imported(tmp_path, "experiments", "import", f"--input-dir={tmp_path / name}")
    assert "differences" not in report and report["copied"]["files"] == 3
    with served(moved) as old, served(tmp_path) as new:
        assert seen(MlflowClient(new.url)) == seen(MlflowClient(old.url))


def test_what_mlflow_export_import_wrote_is_read(moved, tmp_path):
    with tarfile.open(FIXTURES / "mlflow-export-import-1.2.0.tar.xz") as archive:
        archive.extractall(tmp_path)
    report = imported(tmp_path, "experiments", "import", f"--input-dir={tmp_path}/export")
    assert "differences" not in report and report["copied"]["runs"] == 2 and report["copied"]["files"] == 2
    with served(tmp_path) as new, served(moved) as same:
        found, written = seen(MlflowClient(new.url)), seen(MlflowClient(same.url))
    exported = ["name", "status", "stage", "times", "user", "params", "tags", "files"]
    runs = {run["name"]: run for run in found["first"]["runs"].values()}
    for run in written["first"]["runs"].values():
        if run["stage"] == "active":  # what its writer left out
            assert {key: runs[run["name"]][key] for key in exported} == {key: run[key] for key in exported}
            assert runs[run["name"]]["history"]["odd"] == run["history"]["odd"]
            assert runs[run["name"]]["history"]["val/acc"] == run["history"]["val/acc"]
    description, tags, aliases, versions = found["registered models"]["clf"]
    assert (description, tags, aliases) == written["registered models"]["clf"][:3]
    assert {number: version[0] for number, version in versions.items()} == {"1": "None", "2": "Production"}
    assert all(version[1] in found["first"]["runs"] for version in versions.values())


def test_a_second_copy_gets_ids_of_its_own(moved, tmp_path):
    where = [f"--backend-store-uri=sqlite:///{moved}/mlflow.db", f"--artifacts-destination={moved}/mlartifacts"]
    servers.run_cairn("experiments", "export", "--experiment-name=first", f"--output-dir={tmp_path}/export", *where)
    imported(tmp_path, "experiments", "import", f"--input-dir={tmp_path}/export")
    imported(tmp_path, "experiments", "import", f"--input-dir={tmp_path}/export", "--ids=new")
    with served(tmp_path) as server:
        client = MlflowClient(server.url)
        both = seen(client)
        first, copy = both["first"], both["first (2)"]
        assert first["id"] != copy["id"] and not set(first["runs"]) & set(copy["runs"])
        assert len(first["models"]) == len(copy["models"]) == 1
        assert copy["models"][0][4] in copy["runs"]

        def without_ids(runs):
            return sorted(str(run | {"models": [len(used) for used in run["models"]]}) for run in runs.values())

        assert without_ids(first["runs"]) == without_ids(copy["runs"])


def test_a_damaged_export_changes_nothing(moved, tmp_path):
    servers.run_cairn(
        "experiments", "export", "--all", f"--output-dir={tmp_path}/export",
        f"--backend-store-uri=sqlite:///{moved}/mlflow.db", f"--artifacts-destination={moved}/mlartifacts",
    )  # fmt: skip
    victim = next((tmp_path / "export").rglob("metrics.csv"))
    victim.write_text(victim.read_text() + "more,1,1,1\n")
    done = subprocess.run(
        [servers.cairn_binary(), "experiments", "import", f"--input-dir={tmp_path}/export",
         f"--backend-store-uri=sqlite:///{tmp_path}/new.db"],
        capture_output=True, text=True, cwd=tmp_path,
    )  # fmt: skip
    assert done.returncode == 1
    assert "is not what was exported" in done.stderr and "metrics.csv" in done.stderr
    assert not (tmp_path / "new.db").exists()
