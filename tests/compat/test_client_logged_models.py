"""Logged models through MLflow's own client: its fluent API and MlflowClient."""

import time

import mlflow
import numpy as np
import pytest
import requests
from mlflow.entities import (
    LoggedModelInput,
    LoggedModelOutput,
    LoggedModelStatus,
    Metric,
)
from mlflow.exceptions import MlflowException, RestException

import servers


@pytest.fixture(autouse=True)
def no_active_model():
    yield
    mlflow.clear_active_model()


def names(models):
    return [model.name for model in models]


class TestFluent:
    def test_from_initialization_to_the_last_tag(self, experiment):
        with mlflow.start_run() as active:
            model = mlflow.initialize_logged_model(
                name="net", params={"lr": 0.1}, tags={"team": "red"}, model_type="agent"
            )
            assert model.status == LoggedModelStatus.PENDING
            mlflow.log_model_params({"layers": "3"}, model_id=model.model_id)
            mlflow.set_logged_model_tags(model.model_id, {"team": "blue", "n": 1})
            mlflow.finalize_logged_model(model.model_id, "READY")
        mlflow.delete_logged_model_tag(model.model_id, "n")

        read = mlflow.get_logged_model(model.model_id)
        assert (read.name, read.model_type, read.status) == ("net", "agent", LoggedModelStatus.READY)
        assert (read.experiment_id, read.source_run_id) == (experiment, active.info.run_id)
        assert read.params == {"lr": "0.1", "layers": "3"}
        assert read.tags.items() >= {"team": "blue"}.items() and "n" not in read.tags
        assert read.artifact_location.endswith(f"/{experiment}/models/{model.model_id}/artifacts")
        assert read.creation_timestamp <= read.last_updated_timestamp
        assert read.metrics is None or read.metrics == []
        assert read.model_uri == f"models:/{model.model_id}"

    def test_a_model_without_a_name_gets_one(self, experiment):
        assert mlflow.initialize_logged_model().name

    def test_an_external_model(self, experiment):
        model = mlflow.create_external_model(name="elsewhere", params={"url": "https://example.com"}, model_type="api")
        assert model.status == LoggedModelStatus.READY
        assert mlflow.last_logged_model().model_id == model.model_id
        assert mlflow.get_logged_model(model.model_id).params == {"url": "https://example.com"}

    def test_a_failed_model(self, experiment):
        model = mlflow.initialize_logged_model(name="bad")
        mlflow.finalize_logged_model(model.model_id, LoggedModelStatus.FAILED)
        assert mlflow.get_logged_model(model.model_id).status == LoggedModelStatus.FAILED

    def test_metrics_of_a_model(self, experiment):
        model = mlflow.initialize_logged_model(name="measured")
        dataset = mlflow.data.from_numpy(np.zeros(3), name="train")
        with mlflow.start_run() as active:
            for step in range(3):
                mlflow.log_metric("loss", 1 / (step + 1), step=step, model_id=model.model_id)
            mlflow.log_metrics({"acc": 0.5, "f1": 0.25}, model_id=model.model_id, dataset=dataset)
            mlflow.log_metric("not of the model", 1)
        metrics = mlflow.get_logged_model(model.model_id).metrics
        assert [(m.value, m.step) for m in metrics if m.key == "loss"] == [(1.0, 0), (0.5, 1), (1 / 3, 2)]
        on_dataset = {m.key: (m.value, m.dataset_name, m.dataset_digest) for m in metrics if m.dataset_name}
        assert on_dataset == {key: (value, "train", dataset.digest) for key, value in (("acc", 0.5), ("f1", 0.25))}
        assert {m.model_id for m in metrics} == {model.model_id}
        assert {m.run_id for m in metrics} == {active.info.run_id}
        assert "not of the model" not in {m.key for m in metrics}
        assert mlflow.get_run(active.info.run_id).data.metrics == {
            "loss": 1 / 3, "acc": 0.5, "f1": 0.25, "not of the model": 1.0,
        }  # fmt: skip

    def test_metrics_go_to_the_active_model(self, experiment):
        active = mlflow.set_active_model(name="active")
        assert mlflow.get_active_model_id() == active.model_id
        with mlflow.start_run():
            mlflow.log_metric("m", 0.5)
        assert [m.key for m in mlflow.get_logged_model(active.model_id).metrics] == ["m"]
        assert mlflow.set_active_model(name="active").model_id == active.model_id, "it is found again by its name"
        mlflow.clear_active_model()
        assert mlflow.get_active_model_id() is None
        with mlflow.set_active_model(model_id=active.model_id), mlflow.start_run():
            mlflow.log_metric("again", 1)
        assert len(mlflow.get_logged_model(active.model_id).metrics) == 2

    def test_search_as_a_list_and_as_a_table(self, experiment):
        for number in range(3):
            model = mlflow.initialize_logged_model(name=f"model {number}", params={"n": str(number)})
            with mlflow.start_run():
                mlflow.log_metric("acc", number / 2, model_id=model.model_id)
        by_accuracy = [{"field_name": "metrics.acc", "ascending": False}]
        found = mlflow.search_logged_models(
            filter_string="metrics.acc > 0.2 AND params.n IN ('1', '2')", order_by=by_accuracy, output_format="list"
        )
        assert names(found) == ["model 2", "model 1"]
        table = mlflow.search_logged_models(experiment_ids=[experiment], order_by=by_accuracy)
        assert list(table["name"]) == ["model 2", "model 1", "model 0"]
        assert list(table["model_id"])[:2] == [model.model_id for model in found]
        assert mlflow.search_logged_models(filter_string="name = 'nobody'").empty

    def test_search_goes_through_all_pages(self, experiment):
        for number in range(120):
            mlflow.initialize_logged_model(name=f"model {number}")
        assert len(mlflow.search_logged_models(output_format="list")) == 120
        assert len(mlflow.search_logged_models(max_results=110, output_format="list")) == 110

    def test_inputs_and_outputs_of_a_run(self, experiment):
        before, after = (mlflow.initialize_logged_model(name=name) for name in ("before", "after"))
        with mlflow.start_run() as active:
            mlflow.log_input(model=LoggedModelInput(before.model_id))
            mlflow.log_outputs(models=[LoggedModelOutput(after.model_id, step=3)])
        run = mlflow.get_run(active.info.run_id)
        assert [one.model_id for one in run.inputs.model_inputs] == [before.model_id]
        assert [(one.model_id, one.step) for one in run.outputs.model_outputs] == [(after.model_id, 3)]


class TestClient:
    def test_from_creation_to_deletion(self, client, experiment, run_id):
        model = client.create_logged_model(
            experiment, name="m", source_run_id=run_id, tags={"a": "1"}, params={"p": "1"}, model_type="t"
        )
        client.log_model_params(model.model_id, {"q": "2"})
        client.set_logged_model_tags(model.model_id, {"a": "2", "b": "3"})
        client.delete_logged_model_tag(model.model_id, "b")
        client.finalize_logged_model(model.model_id, "FAILED")
        read = client.get_logged_model(model.model_id)
        assert (read.params, read.tags, read.status) == ({"p": "1", "q": "2"}, {"a": "2"}, LoggedModelStatus.FAILED)

        client.delete_logged_model(model.model_id)
        with pytest.raises(RestException, match="RESOURCE_DOES_NOT_EXIST"):
            client.get_logged_model(model.model_id)
        assert client.search_logged_models([experiment]) == []

    def test_what_is_refused(self, client, experiment):
        for name in ("a/b", "a:b", "a.b", "a%b", "it's"):
            with pytest.raises(MlflowException, match="Invalid model name"):
                client.create_logged_model(experiment, name=name)
        model = client.create_logged_model(experiment, name="m", params={"p": "1"})
        with pytest.raises(RestException, match="BAD_REQUEST"):
            client.log_model_params(model.model_id, {"p": "2"})
        with pytest.raises(RestException, match="No tag with key 'nope' found for model with ID"):
            client.delete_logged_model_tag(model.model_id, "nope")
        with pytest.raises(RestException, match="not found"):
            client.finalize_logged_model("m-" + "0" * 32, "READY")

    def test_metrics_in_batches_and_alone(self, client, experiment, run_id):
        one, two = (client.create_logged_model(experiment, name=name) for name in ("one", "two"))
        client.log_batch(
            run_id,
            metrics=[
                Metric("acc", 0.5, 1, 0, model_id=one.model_id, dataset_name="d", dataset_digest="1"),
                Metric("acc", 0.7, 2, 0, model_id=two.model_id),
                Metric("acc", 0.9, 3, 0),
            ],
        )
        client.log_metric(run_id, "loss", 2.0, timestamp=5, step=7, model_id=two.model_id)
        assert [(m.key, m.value, m.dataset_name) for m in client.get_logged_model(one.model_id).metrics] == [
            ("acc", 0.5, "d")
        ]
        assert [(m.key, m.value, m.timestamp, m.step) for m in client.get_logged_model(two.model_id).metrics] == [
            ("acc", 0.7, 2, 0),
            ("loss", 2.0, 5, 7),
        ]
        assert [point.value for point in client.get_metric_history(run_id, "acc")] == [0.5, 0.7, 0.9]

    def test_search_in_pages(self, client, experiment):
        for number in range(7):
            client.create_logged_model(experiment, name=f"model {number}")
            time.sleep(0.002)  # the newest come first
        found, token = [], None
        while True:
            page = client.search_logged_models([experiment], max_results=3, page_token=token)
            found.append(names(page))
            token = page.token
            if not token:
                break
        assert found == [["model 6", "model 5", "model 4"], ["model 3", "model 2", "model 1"], ["model 0"]]

    def test_search_over_experiments_and_datasets(self, client, experiment, run_id, request):
        other = client.create_experiment(request.node.nodeid + " other")
        here, there = (client.create_logged_model(where, name="m") for where in (experiment, other))
        client.log_metric(run_id, "acc", 0.9, model_id=here.model_id, dataset_name="train", dataset_digest="1")
        client.log_metric(run_id, "acc", 0.1, model_id=here.model_id, dataset_name="test", dataset_digest="2")

        def found(*experiments, **query):
            return {model.model_id for model in client.search_logged_models(list(experiments), **query)}

        assert found(experiment, other) == {here.model_id, there.model_id}
        assert found(other) == {there.model_id}
        train = [{"dataset_name": "train", "dataset_digest": "1"}]
        assert found(experiment, other, datasets=train) == {here.model_id}
        assert found(experiment, filter_string="metrics.acc < 0.5") == {here.model_id}
        assert found(experiment, filter_string="metrics.acc < 0.5", datasets=train) == set()

    def test_inputs_and_outputs_of_a_run(self, client, experiment, run_id):
        before, after = (client.create_logged_model(experiment, name=name) for name in ("before", "after"))
        client.log_inputs(run_id, models=[LoggedModelInput(before.model_id)])
        client.log_outputs(run_id, [LoggedModelOutput(after.model_id, step=1)])
        run = client.get_run(run_id)
        assert [one.model_id for one in run.inputs.model_inputs] == [before.model_id]
        assert [(one.model_id, one.step) for one in run.outputs.model_outputs] == [(after.model_id, 1)]
        [listed] = client.search_runs([experiment])
        assert [one.model_id for one in listed.outputs.model_outputs] == [after.model_id]


@pytest.mark.skipif(servers.AGAINST_MLFLOW, reason="cairn's own")
def test_a_search_without_the_history(server, client, experiment, run_id):
    model = client.create_logged_model(experiment, name="m", params={"p": "1"}, tags={"t": "1"})
    for step in range(5):
        client.log_metric(run_id, "acc", step / 10, timestamp=step, step=step, model_id=model.model_id)
        client.log_metric(
            run_id, "acc", step, timestamp=9, step=-step, model_id=model.model_id, dataset_name="d", dataset_digest="1"
        )
    client.log_metric(run_id, "loss", 7, timestamp=1, model_id=model.model_id)

    def search(**fields):
        body = {"experiment_ids": [experiment]} | fields
        [found] = requests.post(f"{server.url}/api/2.0/mlflow/logged-models/search", json=body).json()["models"]
        return found

    whole, latest = search(), search(latest_metrics_only=True)
    assert len(whole["data"]["metrics"]) == 11
    values = {(m["key"], m.get("dataset_name")): (m["value"], m["step"]) for m in latest["data"]["metrics"]}
    assert len(latest["data"]["metrics"]) == len(values)
    assert values == {("acc", None): (0.4, 4), ("acc", "d"): (0, 0), ("loss", None): (7, 0)}
    assert all(metric in whole["data"]["metrics"] for metric in latest["data"]["metrics"])
    assert latest["info"] == whole["info"] and latest["data"]["params"] == whole["data"]["params"]
    assert search(latest_metrics_only=False) == whole
