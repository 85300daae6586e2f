"""`cairn verify` passes a good server, finds what is wrong with a bad one where it is wrong, and leaves nothing."""

import json
import os
import signal
import subprocess
import threading
import time

import pytest
import requests

import servers
from liar import Answer, Liar, Lie, in_json

WRITING = ["experiment", "run", "params", "metrics", "batch", "tags", "search", "artifacts", "registry", "clean-up"]
ALL = ["health", "version", *WRITING]


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """With artifacts that pass through it, as teams have it."""
    with servers.subject(tmp_path_factory.mktemp("verified"), artifact_root="mlflow-artifacts:/") as running:
        yield running


def start(uri: str, *arguments: str) -> subprocess.Popen:
    return subprocess.Popen(
        [servers.cairn_binary(), "verify", "--tracking-uri", uri, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def verify(uri: str, *arguments: str) -> tuple[int, dict]:
    process = start(uri, "--json", *arguments)
    output, errors = process.communicate(timeout=60)
    assert errors == ""
    report = json.loads(output)
    assert report["passed"] == (process.returncode == 0)
    return process.returncode, report


def verdicts(report: dict) -> dict[str, str]:
    return {check["check"]: check["verdict"] for check in report["checks"]}


def failed(report: dict) -> list[str]:
    return [name for name, verdict in verdicts(report).items() if verdict == "failed"]


def left_behind(server: servers.Server) -> list[str]:
    """Names of what a verification would have made, and what still is there of it."""

    def names(path: str, key: str, **arguments) -> list[str]:
        answer = requests.get(f"{server.url}/api/2.0/mlflow/{path}", params=arguments, timeout=30).json()
        return [one["name"] for one in answer.get(key, [])]

    found = names("experiments/search", "experiments", max_results=1000)
    found += names("registered-models/search", "registered_models")
    files = [str(path) for path in server.served.rglob("*") if path.is_file()]
    return [name for name in found if name.startswith("cairn-verify-")] + files


def test_a_good_server_passes_and_is_left_as_it_was(server):
    status, report = verify(server.url)
    assert status == 0
    assert verdicts(report) == dict.fromkeys(ALL, "passed")
    assert report["tracking_uri"] == server.url
    assert all(0 < check["seconds"] <= report["seconds"] for check in report["checks"])
    assert left_behind(server) == []


@pytest.mark.skipif(servers.AGAINST_MLFLOW, reason="the server of the other tests is MLflow already")
def test_the_real_mlflow_passes(tmp_path):
    with servers.mlflow(tmp_path, artifact_root="mlflow-artifacts:/") as mlflow:
        status, report = verify(mlflow.url)
        assert (status, failed(report)) == (0, [])
        assert left_behind(mlflow) == []


def test_artifacts_that_do_not_pass_through_the_server(tmp_path):
    with servers.subject(tmp_path) as direct:  # in a folder, which this machine reaches itself
        status, report = verify(direct.url)
        assert (status, failed(report)) == (0, [])
        assert [path for path in direct.artifacts.rglob("*") if path.is_file()] == []


def test_people_read_a_line_a_check(server):
    process = start(server.url)
    output, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    lines = [line.split() for line in output.splitlines() if line.strip()]
    assert [line[1] for line in lines if line[0] == "ok"] == ALL
    assert all(line[3] == "ms" for line in lines if line[0] == "ok")
    assert lines[-1][:4] == ["All", str(len(ALL)), "checks", "passed"]


def test_read_only_changes_nothing(server):
    def ids() -> list[str]:
        request = {"max_results": 1000, "view_type": "ALL"}
        answer = requests.post(f"{server.url}/api/2.0/mlflow/experiments/search", json=request, timeout=30)
        return [experiment["experiment_id"] for experiment in answer.json()["experiments"]]

    before = ids()
    status, report = verify(server.url, "--read-only")
    assert status == 0
    assert verdicts(report) == {"health": "passed", "version": "passed"}
    assert ids() == before


def change_param(content: dict) -> None:
    for param in content["run"]["data"].get("params", []):
        param["value"] += "0"


def change_first(key: str, **values):
    def change(content: dict) -> None:
        content[key][0].update(values)

    return change


def forget_latest_metrics(content: dict) -> None:
    content["run"]["data"]["metrics"] = []


def keep_deleted_tag(content: dict) -> None:
    content["run"]["data"].setdefault("tags", []).append({"key": "verify.passing", "value": "to be deleted"})


def change_a_byte(answer: Answer) -> Answer:
    return Answer(answer.status, answer.headers, bytes([answer.body[0] ^ 1]) + answer.body[1:])


def instead(body: str):
    return lambda answer: Answer(200, answer.headers, body.encode())


LIES = {
    "health says something else": (["health"], Lie("GET", "/health", instead("fine"))),
    "a page in place of the version": (["version"], Lie("GET", "/version", instead("<html></html>"))),
    "another name": (
        ["experiment"],
        Lie("GET", "/experiments/get", in_json(lambda c: c["experiment"].update(name="x"))),
    ),
    "a run that never ends": (
        ["run"],
        Lie("GET", "/runs/get", in_json(lambda c: c["run"]["info"].update(status="RUNNING"))),
    ),
    "another param": (["params", "batch"], Lie("GET", "/runs/get", in_json(change_param))),
    "a point is missing": (["metrics", "batch"], Lie("GET", "/get-history", in_json(lambda c: c["metrics"].pop()))),
    "a value is a bit off": (
        ["metrics", "batch"],
        Lie("GET", "/get-history", in_json(change_first("metrics", value=0.12500000001))),
    ),
    "another time": (["metrics", "batch"], Lie("GET", "/get-history", in_json(change_first("metrics", timestamp=1)))),
    "no latest value": (["metrics", "batch"], Lie("GET", "/runs/get", in_json(forget_latest_metrics))),
    "a batch is dropped": (["batch"], Lie("POST", "/runs/log-batch", ask=False)),
    "a tag comes back": (["tags"], Lie("GET", "/runs/get", in_json(keep_deleted_tag))),
    "a search finds nothing": (["search"], Lie("POST", "/runs/search", instead("{}"))),
    "an artifact has another byte": (["artifacts"], Lie("GET", ".bin", change_a_byte)),
    "an artifact is not listed": (["artifacts"], Lie("GET", "/artifacts/list", instead("{}"))),
    "an artifact is dropped": (["artifacts"], Lie("PUT", ".bin", ask=False)),
    "an alias is dropped": (["registry"], Lie("POST", "/registered-models/alias", ask=False)),
    "another version": (
        ["registry"],
        Lie("GET", "/registered-models/alias", in_json(lambda c: c["model_version"].update(version="2"))),
    ),
    "a broken endpoint": (["tags"], Lie("POST", "/runs/set-tag", lambda answer: Answer(500, {}, b""), ask=False)),
}


@pytest.mark.parametrize(("caught", "lie"), LIES.values(), ids=LIES.keys())
def test_a_lie_is_caught_where_it_is_told(server, caught, lie):
    with Liar(server.url, lie) as liar:
        status, report = verify(liar.url)
    assert lie.told > 0
    assert status == 1
    assert failed(report)[: len(caught)] == caught
    # What a wrong check was to leave for the search is missing there; no other check suffers.
    assert set(failed(report)) <= {*caught, "search"}
    assert all(check["advice"] for check in report["checks"] if check["verdict"] == "failed")
    assert left_behind(server) == []


def test_what_was_not_taken_away_is_named(tmp_path):
    lies = {
        "the model of cairn-verify-": Lie("DELETE", "/registered-models/delete", ask=False),
        "the run of cairn-verify-": Lie("POST", "/runs/delete", ask=False),
        "the experiment of cairn-verify-": Lie("POST", "/experiments/delete", ask=False),
    }
    with servers.subject(tmp_path, artifact_root="mlflow-artifacts:/") as server:
        for text, lie in lies.items():
            with Liar(server.url, lie) as liar:
                status, report = verify(liar.url)
            assert (status, failed(report)) == (1, ["clean-up"])
            assert report["checks"][-1]["text"].startswith(text)


def test_what_depends_on_a_failed_check_is_not_tried(server):
    refused = Lie("POST", "/experiments/create", lambda answer: Answer(403, {}, b""), ask=False)
    with Liar(server.url, refused) as liar:
        status, report = verify(liar.url)
    assert status == 1
    assert failed(report) == ["experiment"]
    assert verdicts(report)["registry"] == "not tried"
    assert verdicts(report)["clean-up"] == "passed"
    assert "--allowed-hosts" in report["checks"][2]["advice"]


def test_no_server_is_told_at_once_with_what_to_do():
    started = time.monotonic()
    status, report = verify(f"http://127.0.0.1:{servers.free_port()}")
    assert time.monotonic() - started < 5
    assert status == 1
    assert failed(report) == ["health"]
    assert set(verdicts(report).values()) == {"failed", "not tried"}
    assert "Is the server running" in report["checks"][0]["advice"]


def test_a_server_that_is_being_started_is_waited_for(tmp_path):
    server = servers.cairn(tmp_path)
    process = start(server.url, "--wait", "30", "--read-only")
    time.sleep(0.6)  # it has been refused by now
    assert process.poll() is None
    with server:
        assert process.wait(timeout=30) == 0


def test_stopped_in_the_middle_it_cleans_up(server):
    arrived = threading.Event()

    def slowly(answer: Answer) -> Answer:
        arrived.set()
        time.sleep(0.5)
        return answer

    with Liar(server.url, Lie("POST", "/runs/log-batch", slowly)) as liar:
        process = start(liar.url, "--json")
        assert arrived.wait(20)
        process.send_signal(signal.SIGINT)
        output, _ = process.communicate(timeout=30)
    assert process.returncode == 1
    seen = verdicts(json.loads(output))
    assert seen["batch"] == "passed"
    assert seen["registry"] == "not tried"
    assert seen["clean-up"] == "passed"
    assert left_behind(server) == []


def test_the_environment_names_the_server(server):
    done = subprocess.run(
        [servers.cairn_binary(), "verify", "--read-only"],
        env=os.environ | {"MLFLOW_TRACKING_URI": server.url},
        capture_output=True,
        text=True,
        timeout=30,
    )
    assert done.returncode == 0
    assert server.url in done.stdout
