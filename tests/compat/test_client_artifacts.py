"""Everything that MLflow's client stores as files, in the three ways in which a server can have it stored.

    proxied   the server takes the bytes and keeps them
    beside    the client writes into the folder that the server names, and the server would pass bytes on
    direct    the same, and the server passes nothing on
"""

import hashlib
import os
from pathlib import Path

import mlflow
import numpy as np
import pandas as pd
import pytest
import requests
from mlflow.models import infer_signature
from mlflow.store.artifact.artifact_repository_registry import get_artifact_repository

import servers

SETTINGS = {
    "proxied": ((), "mlflow-artifacts:/"),
    "beside": ((), None),
    "direct": (("--no-serve-artifacts",), None),
}


@pytest.fixture(scope="module", params=SETTINGS)
def server(request, tmp_path_factory):
    arguments, root = SETTINGS[request.param]
    with servers.subject(tmp_path_factory.mktemp("server"), *arguments, artifact_root=root) as running:
        yield running


@pytest.fixture
def active_run(experiment):
    with mlflow.start_run() as active:
        yield active.info


@pytest.fixture
def bytes_from_server(server):
    """What the web app gets: the server reads every artifact, whoever wrote it."""

    def get(run_id, path):
        answer = requests.get(f"{server.url}/get-artifact", params={"run_id": run_id, "path": path}, timeout=30)
        assert answer.status_code == 200, answer.text
        return answer.content

    return get


def listed(run_id, path=None):
    return {(entry.path, entry.is_dir, entry.file_size) for entry in mlflow.MlflowClient().list_artifacts(run_id, path)}


def listed_by_server(server, run_id, path=""):
    answer = requests.get(
        f"{server.url}/api/2.0/mlflow/artifacts/list", params={"run_id": run_id, "path": path}, timeout=30
    )
    assert answer.status_code == 200, answer.text
    return {(file["path"], file["is_dir"], file.get("file_size")) for file in answer.json().get("files", [])}


class TestFiles:
    def test_one_file(self, active_run, bytes_from_server, tmp_path):
        file = tmp_path / "data.bin"
        file.write_bytes(os.urandom(100_000))
        mlflow.log_artifact(str(file))
        mlflow.log_artifact(str(file), "deep/down")
        for path in ("data.bin", "deep/down/data.bin"):
            assert bytes_from_server(active_run.run_id, path) == file.read_bytes()
            fetched = mlflow.artifacts.download_artifacts(run_id=active_run.run_id, artifact_path=path)
            assert Path(fetched).read_bytes() == file.read_bytes()

    def test_a_folder(self, active_run, server, tmp_path):
        source = tmp_path / "source"
        contents = {"a.txt": b"a", "empty": b"", "sub/b.bin": os.urandom(5000), "sub/deeper/c é ☃.txt": b"c", ".dot": b"."}
        for name, text in contents.items():
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            (source / name).write_bytes(text)
        mlflow.log_artifacts(str(source), "all")

        top = {("all", True, None)}
        assert listed(active_run.run_id) == top == listed_by_server(server, active_run.run_id)
        inside = {("all/.dot", 1), ("all/a.txt", 1), ("all/empty", 0), ("all/sub", None)}
        assert {(path, size or 0 if not folder else None) for path, folder, size in listed(active_run.run_id, "all")} == inside
        assert {path for path, *_ in listed_by_server(server, active_run.run_id, "all")} == {path for path, _ in inside}
        assert listed(active_run.run_id, "all/sub/deeper") == {("all/sub/deeper/c é ☃.txt", False, 1)}

        target = tmp_path / "fetched"
        target.mkdir()
        fetched = Path(
            mlflow.artifacts.download_artifacts(run_id=active_run.run_id, artifact_path="all", dst_path=str(target))
        )
        found = {str(file.relative_to(fetched)): file.read_bytes() for file in fetched.rglob("*") if file.is_file()}
        assert found == contents

    def test_many_files(self, active_run, server, tmp_path):
        for number in range(150):
            (tmp_path / f"{number:03}.txt").write_text(str(number))
        mlflow.log_artifacts(str(tmp_path), "many")
        assert len(listed(active_run.run_id, "many")) == 150
        assert len(listed_by_server(server, active_run.run_id, "many")) == 150

    def test_a_large_file(self, active_run, server, tmp_path):
        file = tmp_path / "large.bin"
        digest = hashlib.sha256()
        with file.open("wb") as out:
            for _ in range(40):
                piece = os.urandom(1024 * 1024)
                digest.update(piece)
                out.write(piece)
        mlflow.log_artifact(str(file))
        (tmp_path / "fetched").mkdir()
        fetched = mlflow.artifacts.download_artifacts(
            run_id=active_run.run_id, artifact_path="large.bin", dst_path=str(tmp_path / "fetched")
        )
        assert hashlib.sha256(Path(fetched).read_bytes()).digest() == digest.digest()

    def test_a_file_is_replaced(self, active_run, bytes_from_server):
        mlflow.log_text("first, and longer", "a.txt")
        mlflow.log_text("second", "a.txt")
        assert bytes_from_server(active_run.run_id, "a.txt") == b"second"

    def test_what_is_not_there(self, active_run):
        with pytest.raises(Exception, match="No such artifact|Failed to download artifacts"):
            mlflow.artifacts.download_artifacts(run_id=active_run.run_id, artifact_path="nope.txt")
        assert listed(active_run.run_id, "nope") == set()

    def test_deleting(self, active_run, server):
        mlflow.log_text("a", "d/a.txt")
        mlflow.log_text("b", "d/b.txt")
        repository = get_artifact_repository(active_run.artifact_uri)
        repository.delete_artifacts("d/a.txt")
        assert listed(active_run.run_id, "d") == {("d/b.txt", False, 1)}
        repository.delete_artifacts()
        assert listed(active_run.run_id) == set() == listed_by_server(server, active_run.run_id)

    def test_no_way_out(self, active_run, server):
        folder = server.folder
        (folder / "secret.txt").write_text("secret")
        for path in ("../secret.txt", "../../../secret.txt", "%2e%2e/%2e%2e/secret.txt", str(folder / "secret.txt")):
            answer = requests.get(
                f"{server.url}/get-artifact", params={"run_id": active_run.run_id, "path": path}, timeout=30
            )
            assert answer.status_code == 400 and b"secret" not in answer.content


class TestContents:
    def test_text_and_dictionaries(self, active_run, bytes_from_server):
        mlflow.log_text("é ☃", "notes/a.txt")
        mlflow.log_dict({"k": [1, {"x": None}]}, "d.json")
        mlflow.log_dict({"k": [1, 2]}, "d.yaml")
        uri = active_run.artifact_uri
        assert mlflow.artifacts.load_text(f"{uri}/notes/a.txt") == "é ☃"
        assert mlflow.artifacts.load_dict(f"{uri}/d.json") == {"k": [1, {"x": None}]}
        assert b"- 1" in bytes_from_server(active_run.run_id, "d.yaml")

    def test_figures(self, active_run, bytes_from_server):
        import matplotlib.figure

        figure = matplotlib.figure.Figure()
        figure.subplots().plot([1, 2], [3, 4])
        mlflow.log_figure(figure, "plots/curve.png")
        mlflow.log_figure(figure, "plots/curve.svg")
        assert bytes_from_server(active_run.run_id, "plots/curve.png").startswith(b"\x89PNG")
        assert b"<svg" in bytes_from_server(active_run.run_id, "plots/curve.svg")

    def test_images(self, active_run, server):
        image = np.random.default_rng(1).integers(0, 255, (20, 30, 3), dtype=np.uint8)
        mlflow.log_image(image, "one.png")
        loaded = np.asarray(mlflow.artifacts.load_image(f"{active_run.artifact_uri}/one.png").convert("RGB"))
        assert (loaded == image).all()

    def test_images_with_steps(self, active_run, server):
        image = np.random.default_rng(2).integers(0, 255, (20, 30, 3), dtype=np.uint8)
        for step in range(3):
            mlflow.log_image(image, key="sample", step=step)
        mlflow.log_image(image, key="at once", step=7, synchronous=True)
        mlflow.flush_artifact_async_logging()
        names = [path for path, *_ in listed(active_run.run_id, "images")]
        assert sum("sample" in name and name.endswith(".png") for name in names) == 3
        assert sum("sample" in name and name.endswith(".webp") for name in names) == 3
        assert {f"step+{step}" in "".join(names) or f"step%{step}" in "".join(names) for step in (0, 1, 2, 7)} == {True}
        assert mlflow.get_run(active_run.run_id).data.tags["mlflow.loggedImages"] == "True"

    def test_tables(self, active_run):
        mlflow.log_table({"q": ["a", "b"], "n": [1, 2]}, "eval.json")
        mlflow.log_table(pd.DataFrame({"q": ["c"], "n": [3]}), "eval.json")
        table = mlflow.load_table("eval.json", run_ids=[active_run.run_id], extra_columns=["run_id"])
        assert list(table["q"]) == ["a", "b", "c"] and list(table["n"]) == [1, 2, 3]
        assert set(table["run_id"]) == {active_run.run_id}
        logged = mlflow.get_run(active_run.run_id).data.tags["mlflow.loggedArtifacts"]
        assert "eval.json" in logged

    def test_datasets(self, active_run):
        frame = pd.DataFrame({"x": [1.0, 2.0], "y": [0, 1]})
        dataset = mlflow.data.from_pandas(frame, source="https://example.com/data.csv", targets="y", name="points")
        mlflow.log_input(dataset, context="training")
        (logged,) = mlflow.get_run(active_run.run_id).inputs.dataset_inputs
        assert (logged.dataset.name, logged.dataset.digest) == ("points", dataset.digest)
        assert mlflow.data.get_source(logged).to_dict() == {"url": "https://example.com/data.csv"}


FRAME = pd.DataFrame({"a": [0.0, 1.0, 2.0, 3.0], "b": [1.0, 0.0, 1.0, 0.0]})
TARGET = [0, 1, 0, 1]


class Doubler(mlflow.pyfunc.PythonModel):
    def load_context(self, context):
        self.factor = int(Path(context.artifacts["factor"]).read_text())

    def predict(self, context, model_input: pd.DataFrame) -> pd.DataFrame:
        return model_input * self.factor


class TestModels:
    def test_scikit_learn(self, active_run, server):
        from sklearn.linear_model import LogisticRegression

        model = LogisticRegression().fit(FRAME, TARGET)
        expected = list(model.predict(FRAME))
        signature = infer_signature(FRAME, model.predict(FRAME))
        logged = mlflow.sklearn.log_model(
            model,
            name="logistic",
            signature=signature,
            input_example=FRAME.head(2),
            registered_model_name=f"logistic of {active_run.run_id}",
            pip_requirements=["scikit-learn"],
        )
        for uri in (
            logged.model_uri,
            f"runs:/{active_run.run_id}/logistic",
            f"models:/{logged.model_id}",
            f"models:/logistic of {active_run.run_id}/1",
        ):
            assert list(mlflow.sklearn.load_model(uri).predict(FRAME)) == expected
            assert list(mlflow.pyfunc.load_model(uri).predict(FRAME)) == expected
        info = mlflow.models.get_model_info(logged.model_uri)
        assert info.signature == signature
        assert info.saved_input_example_info is not None
        found = mlflow.get_logged_model(logged.model_id)
        assert str(found.status) == "READY" and found.source_run_id == active_run.run_id

    def test_xgboost(self, active_run):
        import xgboost

        model = xgboost.XGBClassifier(n_estimators=3).fit(FRAME, TARGET)
        logged = mlflow.xgboost.log_model(model, name="boosted", input_example=FRAME, pip_requirements=["xgboost"])
        loaded = mlflow.xgboost.load_model(f"runs:/{active_run.run_id}/boosted")
        assert (loaded.predict(FRAME) == model.predict(FRAME)).all()
        assert logged.signature is not None

    def test_pyfunc_with_its_own_artifacts(self, active_run, tmp_path):
        (tmp_path / "factor.txt").write_text("2")
        logged = mlflow.pyfunc.log_model(
            name="doubler",
            python_model=Doubler(),
            artifacts={"factor": str(tmp_path / "factor.txt")},
            input_example=FRAME,
            pip_requirements=["pandas"],
        )
        loaded = mlflow.pyfunc.load_model(logged.model_uri)
        pd.testing.assert_frame_equal(loaded.predict(FRAME), FRAME * 2)
        (tmp_path / "copy").mkdir()
        copied = Path(mlflow.artifacts.download_artifacts(logged.model_uri, dst_path=str(tmp_path / "copy")))
        assert (copied / "artifacts/factor.txt").read_text() == "2"
        assert (copied / "MLmodel").exists()

    def test_the_files_of_a_model_by_the_server(self, active_run, server):
        from sklearn.linear_model import LinearRegression

        model = LinearRegression().fit(FRAME, TARGET)
        logged = mlflow.sklearn.log_model(model, name="line", pip_requirements=["scikit-learn"])
        files = requests.get(
            f"{server.url}/api/2.0/mlflow/logged-models/{logged.model_id}/artifacts/directories", timeout=30
        ).json()["files"]
        assert {"MLmodel", "requirements.txt"} <= {file["path"] for file in files}
        answer = requests.get(
            f"{server.url}/ajax-api/2.0/mlflow/logged-models/{logged.model_id}/artifacts/files",
            params={"artifact_file_path": "MLmodel"},
            timeout=30,
        )
        assert answer.headers["Content-Type"] == "text/plain" and "flavors:" in answer.text
