"""MLflow's fluent API, as in every tutorial."""

from pathlib import Path

import mlflow
import pandas as pd
import pytest
from mlflow.exceptions import MlflowException


def test_a_run_from_start_to_end(experiment):
    with mlflow.start_run(run_name="first", tags={"team": "red"}, description="what it is about") as active:
        assert mlflow.active_run().info.run_id == active.info.run_id
        mlflow.log_param("lr", 0.1)
        mlflow.log_params({"layers": 3, "name": "netz é", "nothing": None})
        for step in range(5):
            mlflow.log_metric("loss", 1 / (step + 1), step=step)
        mlflow.log_metrics({"acc": 0.5, "f1": float("nan")}, step=2)
        mlflow.set_tag("phase", "train")
        mlflow.set_tags({"a": 1, "b": ""})

    run = mlflow.get_run(active.info.run_id)
    assert run.info.status == "FINISHED"
    assert run.info.run_name == "first"
    assert run.info.experiment_id == experiment
    assert run.info.start_time <= run.info.end_time
    assert run.data.params == {"lr": "0.1", "layers": "3", "name": "netz é", "nothing": "None"}
    assert run.data.metrics["loss"] == 0.2
    assert run.data.metrics["acc"] == 0.5
    assert run.data.metrics["f1"] != run.data.metrics["f1"]
    expected = {"team": "red", "phase": "train", "a": "1", "b": "", "mlflow.note.content": "what it is about"}
    assert run.data.tags.items() >= expected.items()
    assert run.data.tags["mlflow.runName"] == "first"
    assert mlflow.last_active_run().info.run_id == active.info.run_id


def test_a_run_without_a_name_gets_one(experiment):
    with mlflow.start_run() as active:
        pass
    assert active.info.run_name
    assert mlflow.get_run(active.info.run_id).data.tags["mlflow.runName"] == active.info.run_name


def test_an_exception_fails_the_run(experiment):
    with pytest.raises(ZeroDivisionError):
        with mlflow.start_run() as active:
            mlflow.log_metric("m", 1 / 0)
    assert mlflow.get_run(active.info.run_id).info.status == "FAILED"


@pytest.mark.parametrize("status", ["FINISHED", "FAILED", "KILLED", "SCHEDULED"])
def test_the_status_that_a_run_ends_with(experiment, status):
    active = mlflow.start_run()
    mlflow.end_run(status)
    assert mlflow.get_run(active.info.run_id).info.status == status


def test_a_run_goes_on_after_a_break(experiment):
    with mlflow.start_run() as first:
        mlflow.log_param("p", 1)
    with mlflow.start_run(run_id=first.info.run_id) as second:
        assert mlflow.get_run(second.info.run_id).info.status == "RUNNING"
        mlflow.log_metric("m", 1)
    run = mlflow.get_run(first.info.run_id)
    assert run.info.status == "FINISHED"
    assert run.data.params == {"p": "1"} and run.data.metrics == {"m": 1}


def test_nested_runs(experiment):
    with mlflow.start_run(run_name="parent") as parent:
        for number in range(3):
            with mlflow.start_run(run_name=f"child {number}", nested=True) as child:
                mlflow.log_metric("m", number)
                with mlflow.start_run(run_name="grandchild", nested=True) as grandchild:
                    pass
    assert mlflow.get_parent_run(child.info.run_id).info.run_id == parent.info.run_id
    assert mlflow.get_parent_run(grandchild.info.run_id).info.run_id == child.info.run_id
    assert mlflow.get_parent_run(parent.info.run_id) is None
    children = mlflow.search_runs(filter_string=f"tags.mlflow.parentRunId = '{parent.info.run_id}'")
    assert sorted(children["tags.mlflow.runName"]) == ["child 0", "child 1", "child 2"]


def test_a_parameter_cannot_change(experiment):
    with mlflow.start_run() as active:
        mlflow.log_param("p", 1)
        mlflow.log_param("p", 1)
        with pytest.raises(MlflowException, match="Changing param values is not allowed"):
            mlflow.log_param("p", 2)
        with pytest.raises(MlflowException, match="Changing param values is not allowed"):
            mlflow.log_params({"q": 1, "p": 3})
    assert mlflow.get_run(active.info.run_id).data.params == {"p": "1"}


def test_bad_names_are_refused(experiment):
    with mlflow.start_run():
        with pytest.raises(MlflowException, match="Invalid"):
            mlflow.log_metric("a?b", 1)
        with pytest.raises(MlflowException, match="Invalid"):
            mlflow.log_param("../up", 1)
        with pytest.raises(MlflowException, match="exceeds"):
            mlflow.set_tag("k" * 251, 1)


def test_search_runs_as_a_table(experiment):
    for number in range(4):
        with mlflow.start_run(run_name=f"r{number}", tags={"parity": "odd" if number % 2 else "even"}):
            mlflow.log_param("p", number)
            mlflow.log_metric("m", number * 1.5)
            if number == 3:
                mlflow.log_metric("rare", float("inf"))

    table = mlflow.search_runs(order_by=["metrics.m DESC"])
    assert list(table["metrics.m"]) == [4.5, 3.0, 1.5, 0.0]
    assert list(table["params.p"]) == ["3", "2", "1", "0"]
    assert list(table["tags.parity"]) == ["odd", "even", "odd", "even"]
    assert list(table["status"]) == ["FINISHED"] * 4
    assert table["metrics.rare"].notna().tolist() == [True, False, False, False]
    assert {"run_id", "experiment_id", "artifact_uri", "start_time", "end_time"} <= set(table.columns)
    assert table["start_time"].dtype.kind == "M"

    found = mlflow.search_runs(filter_string="metrics.m > 1 AND tags.parity = 'odd'", order_by=["start_time"])
    assert list(found["tags.mlflow.runName"]) == ["r1", "r3"]
    assert len(mlflow.search_runs(max_results=2)) == 2
    assert len(mlflow.search_runs(search_all_experiments=True, filter_string="attributes.run_name = 'r3'")) >= 1
    assert mlflow.search_runs(experiment_names=["no such experiment"]).empty
    runs = mlflow.search_runs(output_format="list", order_by=["attributes.start_time"])
    assert [run.data.metrics["m"] for run in runs] == [0.0, 1.5, 3.0, 4.5]


def test_experiments(server, request):
    mlflow.set_tracking_uri(server.url)
    name = request.node.nodeid
    created = mlflow.create_experiment(name, tags={"team": "red"})
    assert mlflow.get_experiment(created).tags == {"team": "red"}
    assert mlflow.set_experiment(name).experiment_id == created
    assert mlflow.set_experiment(experiment_id=created).name == name
    assert mlflow.get_experiment_by_name(name).experiment_id == created
    assert mlflow.get_experiment_by_name("no such experiment") is None
    mlflow.set_experiment_tag("owner", "ada")
    mlflow.set_experiment_tags({"a": "1", "b": "2"})
    assert mlflow.get_experiment(created).tags == {"team": "red", "owner": "ada", "a": "1", "b": "2"}
    found = mlflow.search_experiments(filter_string=f"name = '{name}' AND tags.team = 'red'")
    assert [one.experiment_id for one in found] == [created]
    with pytest.raises(MlflowException, match="already exists"):
        mlflow.create_experiment(name)
    mlflow.delete_experiment(created)
    assert mlflow.get_experiment(created).lifecycle_stage == "deleted"
    with pytest.raises(MlflowException, match="deleted"):
        mlflow.set_experiment(name)


def test_deleting_a_run(experiment):
    with mlflow.start_run() as active:
        pass
    mlflow.delete_run(active.info.run_id)
    assert mlflow.get_run(active.info.run_id).info.lifecycle_stage == "deleted"
    assert mlflow.search_runs().empty
    assert len(mlflow.search_runs(run_view_type=mlflow.entities.ViewType.ALL)) == 1


def test_a_tag_can_go(experiment):
    with mlflow.start_run(tags={"t": "1"}) as active:
        mlflow.delete_tag("t")
        with pytest.raises(MlflowException, match="No tag with name: t"):
            mlflow.delete_tag("t")
    assert "t" not in mlflow.get_run(active.info.run_id).data.tags


def test_artifacts_beside_the_server(experiment, server):
    """With a local artifact root the client writes the files itself, where the server says."""
    with mlflow.start_run() as active:
        mlflow.log_text("content", "notes/a.txt")
        mlflow.log_dict({"k": [1, 2]}, "d.json")
    root = server.artifacts / experiment / active.info.run_id / "artifacts"
    assert Path(mlflow.get_run(active.info.run_id).info.artifact_uri) == root
    assert (root / "notes/a.txt").read_text() == "content"
    assert (root / "d.json").exists()


def test_a_table_of_many_runs_is_read_in_pages(experiment, monkeypatch):
    client = mlflow.MlflowClient()
    for number in range(12):
        client.create_run(experiment, start_time=number + 1, run_name=f"r{number}")
    monkeypatch.setattr("mlflow.tracking.fluent.NUM_RUNS_PER_PAGE_PANDAS", 5)
    table = mlflow.search_runs(order_by=["start_time ASC"])
    assert list(table["tags.mlflow.runName"]) == [f"r{number}" for number in range(12)]
    assert table["start_time"].iloc[3] == pd.Timestamp(4, unit="ms", tz="UTC")
