"""Every tracking method of MlflowClient."""

import math
import time

import pytest
from mlflow.entities import (
    Dataset,
    DatasetInput,
    InputTag,
    LoggedModelOutput,
    Metric,
    Param,
    RunStatus,
    RunTag,
    ViewType,
)
from mlflow.exceptions import MlflowException, RestException


def points(client, run_id, key):
    return [(point.value, point.timestamp, point.step) for point in client.get_metric_history(run_id, key)]


class TestExperiments:
    def test_from_creation_to_restoration(self, client, request):
        name = request.node.nodeid
        created = client.create_experiment(name, artifact_location="s3://bucket/x", tags={"a": "1"})
        experiment = client.get_experiment(created)
        assert (experiment.name, experiment.artifact_location) == (name, "s3://bucket/x")
        assert experiment.tags == {"a": "1"}
        assert abs(experiment.creation_time - time.time() * 1000) < 60_000
        assert experiment.last_update_time == experiment.creation_time

        client.rename_experiment(created, name + " 2")
        client.set_experiment_tag(created, "b", "2")
        client.delete_experiment_tag(created, "a")
        renamed = client.get_experiment_by_name(name + " 2")
        assert renamed.tags == {"b": "2"}
        assert renamed.last_update_time >= experiment.last_update_time
        assert client.get_experiment_by_name(name) is None

        client.delete_experiment(created)
        assert client.get_experiment(created).lifecycle_stage == "deleted"
        client.restore_experiment(created)
        assert client.get_experiment(created).lifecycle_stage == "active"

    def test_what_is_not_there(self, client):
        with pytest.raises(RestException) as raised:
            client.get_experiment("123456")
        assert raised.value.error_code == "RESOURCE_DOES_NOT_EXIST"
        assert raised.value.get_http_status_code() == 404
        with pytest.raises(RestException, match="RESOURCE_DOES_NOT_EXIST"):
            client.delete_experiment("123456")

    def test_search_in_pages(self, client):
        for number in range(7):
            client.create_experiment(f"paged {number}", tags={"paged": "yes"})
        names, token = [], None
        while True:
            page = client.search_experiments(
                filter_string="tags.paged = 'yes'", order_by=["name DESC"], max_results=3, page_token=token
            )
            names += [one.name for one in page]
            token = page.token
            if not token:
                break
        assert names == [f"paged {number}" for number in reversed(range(7))]

    def test_the_newest_comes_first(self, client):
        for number in range(4):
            client.create_experiment(f"aged {number}", tags={"aged": "yes"})
            time.sleep(0.01)
        found = client.search_experiments(filter_string="tags.aged = 'yes'")
        assert [one.name for one in found] == [f"aged {number}" for number in reversed(range(4))]

    def test_search_by_stage(self, client):
        created = client.create_experiment("to be deleted", tags={"stage test": "yes"})
        client.delete_experiment(created)

        def found(view_type):
            return len(client.search_experiments(view_type, filter_string="tags.`stage test` = 'yes'"))

        assert [found(kind) for kind in (ViewType.ACTIVE_ONLY, ViewType.DELETED_ONLY, ViewType.ALL)] == [0, 1, 1]


class TestRuns:
    def test_create_and_get(self, client, experiment):
        created = client.create_run(experiment, start_time=123, tags={"t": "1"}, run_name="name")
        run = client.get_run(created.info.run_id)
        assert run.info.start_time == 123
        assert run.info.end_time is None
        assert run.info.status == "RUNNING"
        assert run.info.lifecycle_stage == "active"
        assert run.info.run_name == "name"
        assert run.data.tags == {"t": "1", "mlflow.runName": "name"}
        assert run.info.artifact_uri.endswith(f"/{experiment}/{run.info.run_id}/artifacts")

    def test_end(self, client, run_id):
        client.set_terminated(run_id, end_time=456)
        assert client.get_run(run_id).info.end_time == 456
        client.set_terminated(run_id, status="KILLED")
        assert client.get_run(run_id).info.status == "KILLED"

    def test_update(self, client, run_id):
        client.update_run(run_id, status="SCHEDULED", name="renamed")
        run = client.get_run(run_id)
        assert (run.info.status, run.info.run_name) == ("SCHEDULED", "renamed")
        assert run.data.tags["mlflow.runName"] == "renamed"

    def test_delete_and_restore(self, client, run_id, experiment):
        client.delete_run(run_id)
        assert client.get_run(run_id).info.lifecycle_stage == "deleted"
        assert client.search_runs([experiment]) == []
        assert len(client.search_runs([experiment], run_view_type=ViewType.DELETED_ONLY)) == 1
        with pytest.raises(MlflowException, match="must be in the 'active' state"):
            client.log_param(run_id, "p", 1)
        client.restore_run(run_id)
        client.log_param(run_id, "p", 1)

    def test_what_is_not_there(self, client):
        with pytest.raises(MlflowException, match="Run with id=nope not found") as raised:
            client.get_run("nope")
        assert raised.value.error_code == "RESOURCE_DOES_NOT_EXIST"

    def test_parent(self, client, experiment, run_id):
        child = client.create_run(experiment, tags={"mlflow.parentRunId": run_id})
        assert client.get_parent_run(child.info.run_id).info.run_id == run_id
        assert client.get_parent_run(run_id) is None

    def test_status_names(self, client, run_id):
        for status in RunStatus.all_status():
            client.update_run(run_id, status=RunStatus.to_string(status))
            assert client.get_run(run_id).info.status == RunStatus.to_string(status)


class TestLogging:
    def test_metrics(self, client, run_id):
        client.log_metric(run_id, "m", 1.5, timestamp=10, step=1)
        client.log_metric(run_id, "m", -2, timestamp=11, step=0)
        client.log_metric(run_id, "m", float("nan"), timestamp=12, step=2)
        client.log_metric(run_id, "m", float("inf"), timestamp=13, step=3)
        client.log_metric(run_id, "m", float("-inf"), timestamp=14, step=4)
        history = points(client, run_id, "m")
        assert history[:2] == [(1.5, 10, 1), (-2.0, 11, 0)]
        assert math.isnan(history[2][0])
        assert [value for value, _, _ in history[3:]] == [1.7976931348623157e308, -1.7976931348623157e308]
        assert client.get_run(run_id).data.metrics["m"] == -1.7976931348623157e308
        assert points(client, run_id, "never logged") == []

    def test_params_and_tags(self, client, run_id):
        client.log_param(run_id, "p", {"a": [1]})
        client.set_tag(run_id, "t", 5)
        client.set_tag(run_id, "t", "six")
        client.set_tag(run_id, "gone", "x")
        client.delete_tag(run_id, "gone")
        run = client.get_run(run_id)
        assert run.data.params == {"p": "{'a': [1]}"}
        assert run.data.tags["t"] == "six" and "gone" not in run.data.tags

    def test_long_values_are_cut(self, client, run_id):
        client.log_param(run_id, "p", "x" * 7000)
        client.set_tag(run_id, "t", "é" * 9000)
        run = client.get_run(run_id)
        assert run.data.params["p"] == "x" * 6000
        assert run.data.tags["t"] == "é" * 8000

    def test_a_batch(self, client, run_id):
        client.log_batch(
            run_id,
            metrics=[Metric(f"m{number}", number, 5, 0) for number in range(3)],
            params=[Param("p", "1")],
            tags=[RunTag("t", "1")],
        )
        run = client.get_run(run_id)
        assert run.data.metrics == {"m0": 0, "m1": 1, "m2": 2}
        assert run.data.params == {"p": "1"} and run.data.tags["t"] == "1"

    def test_a_batch_that_the_client_must_cut(self, client, run_id):
        client.log_batch(
            run_id,
            metrics=[Metric("m", number, number, number) for number in range(2500)],
            params=[Param(f"p{number}", str(number)) for number in range(250)],
            tags=[RunTag(f"t{number}", str(number)) for number in range(250)],
        )
        run = client.get_run(run_id)
        assert run.data.metrics["m"] == 2499
        assert len(run.data.params) == 250
        assert len([key for key in run.data.tags if not key.startswith("mlflow.")]) == 250
        assert len(client.get_metric_history(run_id, "m")) == 2500

    def test_a_history_of_many_pages(self, client, run_id):
        """The client asks for 25,000 points at a time."""
        count = 26_000
        for start in range(0, count, 1000):
            client.log_batch(run_id, metrics=[Metric("m", n / 3, n, n) for n in range(start, start + 1000)])
        history = client.get_metric_history(run_id, "m")
        assert [(point.step, point.value) for point in history] == [(n, n / 3) for n in range(count)]

    def test_inputs_and_outputs(self, client, run_id):
        dataset = Dataset("iris", "abc", "local", '{"uri": "x"}', schema='{"s": 1}', profile='{"p": 2}')
        client.log_inputs(run_id, datasets=[DatasetInput(dataset, [InputTag("mlflow.data.context", "train")])])
        client.log_outputs(run_id, models=[LoggedModelOutput("m-" + "a" * 32, step=4)])
        run = client.get_run(run_id)
        [logged] = run.inputs.dataset_inputs
        assert dict(logged.dataset) == dict(dataset)
        assert [(tag.key, tag.value) for tag in logged.tags] == [("mlflow.data.context", "train")]
        assert [(model.model_id, model.step) for model in run.outputs.model_outputs] == [("m-" + "a" * 32, 4)]


class TestSearch:
    @pytest.fixture
    def ten(self, client, experiment):
        """Ten runs, number n with start time n + 1 and metric n % 3."""
        ids = []
        for number in range(10):
            run = client.create_run(experiment, start_time=number + 1, run_name=f"r{number}")
            client.log_metric(run.info.run_id, "m", number % 3)
            ids.append(run.info.run_id)
        return ids

    @pytest.mark.parametrize("size", [1, 3, 10, 11])
    def test_pages(self, client, experiment, ten, size):
        found, token, pages = [], None, 0
        while True:
            page = client.search_runs([experiment], order_by=["metrics.m"], max_results=size, page_token=token)
            found += [int(run.info.run_name[1:]) for run in page]
            pages += 1
            token = page.token
            if not token:
                break
        assert found == [9, 6, 3, 0, 7, 4, 1, 8, 5, 2]
        assert pages == -(-10 // size)

    def test_ties_are_broken_by_id(self, client, experiment):
        ids = [client.create_run(experiment, start_time=5).info.run_id for _ in range(8)]
        assert [run.info.run_id for run in client.search_runs([experiment])] == sorted(ids)
        assert [run.info.run_id for run in client.search_runs([experiment], order_by=["status DESC"])] == sorted(ids)

    def test_filters(self, client, experiment, ten):
        def found(filter_string):
            return {int(run.info.run_name[1:]) for run in client.search_runs([experiment], filter_string)}

        assert found("metrics.m = 2") == {2, 5, 8}
        assert found("metrics.m != 2 AND start_time > 6") == {6, 7, 9}
        assert found("run_name LIKE 'r_' AND attributes.start_time <= 2") == {0, 1}
        assert found(f"run_id IN ('{ten[3]}', '{ten[4]}')") == {3, 4}
        with pytest.raises(RestException, match="INVALID_PARAMETER_VALUE"):
            found("nope = 'x'")

    def test_several_experiments(self, client, experiment, ten, request):
        other = client.create_experiment(request.node.nodeid + " other")
        client.create_run(other, start_time=100, run_name="r100")
        names = [run.info.run_name for run in client.search_runs([experiment, other], max_results=2)]
        assert names == ["r100", "r9"]
        assert client.search_runs([]) == []
