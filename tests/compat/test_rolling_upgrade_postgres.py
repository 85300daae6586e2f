"""Two versions of cairn on one PostgreSQL: the older one serves while the newer one adds its tables and indexes.

CAIRN_OLDER_BIN names a cairn of an earlier release. Otherwise the same one is both, on a database from which what a newer
one adds was taken away.
"""

import json
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import requests

import servers
from receiver import Receiver

RUNS = 20_000  # with ten metrics each: indexes that take a while
LONGEST_WRITE_S = 2


def older(folder, uri: str) -> servers.Server:
    program = os.environ.get("CAIRN_OLDER_BIN", servers.cairn_binary())
    return servers.Server([program], folder, store_uri=uri)


class Writer(threading.Thread):
    """Writes until it is told to stop."""

    def __init__(self, url: str):
        super().__init__()
        self._api = f"{url}/api/2.0/mlflow"
        self._session = requests.Session()
        self._ended = threading.Event()
        self.acknowledged = 0
        self.longest_s = 0.0
        self.failure = ""

    def post(self, path: str, body: dict) -> dict:
        began = time.monotonic()
        answer = self._session.post(self._api + path, json=body, timeout=60)
        self.longest_s = max(self.longest_s, time.monotonic() - began)
        self.failure = "" if answer.status_code == 200 else answer.text
        return answer.json()

    def create_run(self) -> str:
        return self.post("/runs/create", {"experiment_id": "0"})["run"]["info"]["run_id"]

    def write(self) -> None:
        raise NotImplementedError

    def run(self) -> None:
        while not self._ended.is_set() and not self.failure:
            self.write()
            self.acknowledged += not self.failure

    def end(self) -> None:
        self._ended.set()
        self.join()
        assert not self.failure and self.acknowledged > 0
        assert self.longest_s < LONGEST_WRITE_S


class Logger(Writer):
    """Logs to a run of its own."""

    def __init__(self, url: str):
        super().__init__(url)
        self._run_id = self.create_run()

    def write(self) -> None:
        point = {"key": "m", "value": 1, "timestamp": 1, "step": self.acknowledged}
        self.post("/runs/log-metric", {"run_id": self._run_id, **point})

    def check(self, url: str) -> None:
        query = {"run_id": self._run_id, "metric_key": "m"}
        history = requests.get(f"{url}/api/2.0/mlflow/metrics/get-history", params=query, timeout=60).json()["metrics"]
        assert sorted(point["step"] for point in history) == list(range(self.acknowledged))


class Creator(Writer):
    """Creates runs."""

    def write(self) -> None:
        self.create_run()


@pytest.fixture
def served(postgres, tmp_path):
    """A database, and the older process on it."""
    uri = postgres.new_store()
    with older(tmp_path / "older", uri) as server:
        yield uri, server.url


@contextmanager
def writing(kind: type[Writer], url: str) -> Iterator[list[Writer]]:
    writers = [kind(url) for _ in range(4)]
    for writer in writers:
        writer.start()
    try:
        yield writers
    finally:
        for writer in writers:
            writer.end()


def index_states(postgres, uri: str) -> dict[str, str]:
    rows = postgres.rows(
        uri, "SELECT c.relname, i.indisvalid FROM pg_index AS i JOIN pg_class AS c ON c.oid = i.indexrelid "
        "WHERE c.relname LIKE 'cairn\\_%' AND NOT i.indisprimary"
    )  # fmt: skip
    return dict(rows)


def test_the_older_one_writes_while_the_newer_one_builds_indexes(postgres, served, tmp_path):
    uri, url = served
    expected = index_states(postgres, uri)
    for index in expected:
        postgres.rows(uri, f"DROP INDEX {index}")
    postgres.rows(
        uri,
        "WITH made AS (INSERT INTO runs (run_uuid, status, lifecycle_stage, experiment_id, start_time) "
        f"SELECT md5(n::text), 'FINISHED', 'active', 0, n FROM generate_series(1, {RUNS}) AS n RETURNING run_uuid) "
        "INSERT INTO latest_metrics (key, value, timestamp, step, is_nan, run_uuid) "
        "SELECT 'k' || k, random(), 1, 0, FALSE, run_uuid FROM made, generate_series(1, 10) AS k",
    )
    newer = servers.cairn(tmp_path / "newer", store_uri=uri)
    with writing(Logger, url) as loggers:
        newer.start()
        newer.stop()
    for each in loggers:
        each.check(url)
    assert set(expected.values()) == {"t"} and index_states(postgres, uri) == expected


def test_a_transaction_that_lasts_holds_up_the_newer_one_alone(postgres, served, tmp_path):
    """A table that refers to `runs` cannot be made meanwhile; those who create runs must not wait behind that."""
    uri, url = served
    postgres.rows(uri, "DROP TABLE cairn_metric_totals")
    newer = servers.cairn(tmp_path / "newer", store_uri=uri)
    starting = threading.Thread(target=newer.start)
    strange = "INSERT INTO runs (run_uuid, status, lifecycle_stage, experiment_id) VALUES ('x', 'RUNNING', 'active', 0)"
    try:
        with writing(Creator, url):
            with postgres.transaction(uri, strange):
                starting.start()
                time.sleep(2 * LONGEST_WRITE_S)
                assert starting.is_alive()
            starting.join()
        assert postgres.rows(uri, "SELECT count(*) FROM cairn_metric_totals") == [["0"]]
    finally:
        newer.stop()


def test_processes_share_the_deliveries_of_a_webhook(postgres, tmp_path):
    """Each is made once and in order, whichever process makes it."""
    uri = postgres.new_store()
    models = 60
    a, b = (servers.cairn(tmp_path / name, store_uri=uri) for name in "ab")
    created = [{"entity": "REGISTERED_MODEL", "action": "CREATED"}]
    with Receiver() as receiver, a, b:
        for path in ("/one", "/two", "/three"):
            hook = {"name": path[1:], "url": receiver.url + path, "events": created}
            answer = requests.post(f"{a.url}/api/2.0/mlflow/webhooks", json=hook, timeout=30)
            assert answer.status_code == 200, answer.text
        for number in range(models):
            body = {"name": f"m{number}"}
            url = (a, b)[number % 2].url
            answer = requests.post(f"{url}/api/2.0/mlflow/registered-models/create", json=body, timeout=30)
            assert answer.status_code == 200, answer.text
        deadline = time.monotonic() + 60
        while postgres.rows(uri, "SELECT 1 FROM cairn_webhook_deliveries WHERE state = 'pending' LIMIT 1"):
            assert time.monotonic() < deadline
            time.sleep(0.1)
        for path in ("/one", "/two", "/three"):
            told = [json.loads(one.body)["data"]["name"] for one in receiver.received(path)]
            assert told == [f"m{number}" for number in range(models)]
