"""What cairn adds to searches, from the real client where the client can ask for it: docs/api.md."""

import mlflow
import pytest
import requests
from mlflow.exceptions import MlflowException

import servers

pytestmark = pytest.mark.skipif(servers.AGAINST_MLFLOW, reason="MLflow has none of this")

HISTORIES = {"rising": [1, 2, 9], "falling": [8, 7, 0], "flat": [5, 5, 5], "lost": [float("nan")] * 3, "without": []}


@pytest.fixture
def runs(client, experiment):
    for start, (name, history) in enumerate(HISTORIES.items()):
        run = client.create_run(experiment, start_time=start, run_name=name, tags={"kind": name[0]})
        client.log_param(run.info.run_id, "length", len(history))
        for step, value in enumerate(history):
            client.log_metric(run.info.run_id, "acc/val", value, step=step)
    return experiment


def names(experiment: str, order: str, **more) -> list[str]:
    found = mlflow.search_runs([experiment], order_by=[order], output_format="list", **more)
    return [run.info.run_name for run in found]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("max(metrics.`acc/val`) DESC", ["rising", "falling", "flat"]),
        ("min(metrics.`acc/val`) ASC", ["falling", "rising", "flat"]),
        # 4, 5 and 5: of equal ones the newer comes first.
        ("mean(metrics.`acc/val`)", ["rising", "flat", "falling"]),
        ("at(metrics.`acc/val`, 1) DESC", ["falling", "flat", "rising"]),
    ],
)
def test_runs_are_ordered_by_what_a_history_says(runs, order, expected):
    assert names(runs, order) == [*expected, "lost", "without"]
    assert names(runs, order, filter_string="tags.kind = 'f'") == [each for each in expected if each[0] == "f"]


def test_pages_of_such_an_order_are_whole(client, runs):
    found, token = [], None
    while token != "":
        page = client.search_runs([runs], order_by=["max(metrics.`acc/val`) DESC"], max_results=2, page_token=token)
        found += [run.info.run_name for run in page]
        token = page.token or ""
    assert found == ["rising", "falling", "flat", "lost", "without"]


@pytest.mark.parametrize("order", ["max(params.length)", "at(metrics.x)", "max(metrics.x", "sum(metrics.x)"])
def test_a_wrong_call_is_refused(runs, order):
    with pytest.raises(MlflowException, match="Invalid"):
        names(runs, order)


def test_such_an_order_stands_alone(client, runs):
    with pytest.raises(MlflowException, match="stands alone"):
        client.search_runs([runs], order_by=["max(metrics.x)", "start_time"])


def post(server, path: str, **body) -> requests.Response:
    return requests.post(f"{server.url}/api/cairn/1.0/{path}", json=body, timeout=10)


def test_keys_and_values_of_an_experiment(server, runs):
    keys = post(server, "runs/keys", experiment_ids=[runs]).json()
    assert keys == {"metrics": ["acc/val"], "params": ["length"], "tags": ["kind"]}
    assert post(server, "runs/keys", experiment_ids=[runs], contains="VAL").json() == {"metrics": ["acc/val"]}
    lengths = post(server, "runs/values", experiment_ids=[runs], entity="params", key="length").json()
    assert lengths == {"values": [{"value": "3", "runs": 4}, {"value": "0", "runs": 1}]}


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("runs/keys", {}),
        ("runs/keys", {"experiment_ids": ["x"]}),
        ("runs/keys", {"experiment_ids": ["0"], "max_results": 0}),
        ("runs/values", {"experiment_ids": ["0"], "key": "a"}),
        ("runs/values", {"experiment_ids": ["0"], "entity": "metrics", "key": "a"}),
    ],
)
def test_wrong_requests_are_refused(server, path, body):
    answer = post(server, path, **body)
    assert answer.status_code == 400
    assert answer.json()["error_code"] == "INVALID_PARAMETER_VALUE"
