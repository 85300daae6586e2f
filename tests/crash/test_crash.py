"""What the server has acknowledged survives its being killed at any moment, and is there once.

CAIRN_CRASH_ROUNDS and CAIRN_CRASH_SEED repeat a longer or an earlier run.
"""

import os
import random
import sqlite3
import threading
import time

import requests

import servers

ROUNDS = int(os.environ.get("CAIRN_CRASH_ROUNDS", 2 if servers.AGAINST_MLFLOW else 20))
SEED = int(os.environ.get("CAIRN_CRASH_SEED", random.randrange(2**32)))
WRITERS = 4
BATCH = 5


class Write:
    """One request that changes one run, and what must be seen of it later. `number` makes each unlike all others."""

    def __init__(self, number: int, run_id: str):
        self.run_id = run_id
        self.acknowledged = False
        self.points: set[tuple[str, int]] = set()
        self.params: dict[str, str] = {}
        self.tags: dict[str, str] = {}
        kind = number % 4
        if kind == 0:
            self.points = {("single", number)}
            self.path = "log-metric"
            self.body = {"key": "single", "value": number, "timestamp": number, "step": number}
        elif kind == 1:
            self.params = {f"p{number}": str(number)}
            self.path = "log-parameter"
            self.body = {"key": f"p{number}", "value": str(number)}
        elif kind == 2:
            self.tags = {f"t{number}": str(number)}
            self.path = "set-tag"
            self.body = {"key": f"t{number}", "value": str(number)}
        else:
            steps = [number * BATCH + offset for offset in range(BATCH)]
            self.points = {("batch", step) for step in steps}
            self.params = {f"bp{number}": str(number)}
            self.tags = {f"bt{number}": str(number)}
            self.path = "log-batch"
            self.body = {
                "metrics": [{"key": "batch", "value": step, "timestamp": step, "step": step} for step in steps],
                "params": [{"key": f"bp{number}", "value": str(number)}],
                "tags": [{"key": f"bt{number}", "value": str(number)}],
            }

    def send(self, session: requests.Session, url: str) -> None:
        body = self.body | {"run_id": self.run_id}
        response = session.post(f"{url}/api/2.0/mlflow/runs/{self.path}", json=body, timeout=30)
        assert response.status_code == 200, response.text
        self.acknowledged = True


class Writer(threading.Thread):
    """Writes into a run of its own until the server is gone; remembers every write, acknowledged or not."""

    def __init__(self, url: str):
        super().__init__()
        self._url = url
        self.run_id = _create_run(url)
        self.writes: list[Write] = []
        self.refusal: str | None = None

    def run(self) -> None:
        with requests.Session() as session:
            try:
                while True:
                    self.writes.append(Write(len(self.writes), self.run_id))
                    self.writes[-1].send(session, self._url)
            except requests.RequestException:
                pass  # the server is gone
            except AssertionError as refusal:
                self.refusal = str(refusal)


def test_every_acknowledged_write_survives_a_kill(tmp_path):
    chance = random.Random(SEED)
    server = servers.subject(tmp_path)
    survivors: list[Writer] = []
    for round_number in range(ROUNDS):
        where = f"round {round_number}, CAIRN_CRASH_SEED={SEED}"
        server.start()
        try:
            for writer in survivors[-WRITERS:]:
                _check(server.url, writer, where)
                _repeat_unacknowledged(server.url, writer)
                _check(server.url, writer, f"after the repetition, {where}")
            survivors += _write_until_killed(server, after_seconds=chance.uniform(0.05, 0.5))
        finally:
            server.kill()
        check_database(server.database, where)

    with server:
        for writer in survivors:
            _check(server.url, writer, f"at the end, CAIRN_CRASH_SEED={SEED}")
    assert sum(write.acknowledged for writer in survivors for write in writer.writes) > ROUNDS * WRITERS


def _write_until_killed(server: servers.Server, after_seconds: float) -> list[Writer]:
    writers = [Writer(server.url) for _ in range(WRITERS)]
    for writer in writers:
        writer.start()
    time.sleep(after_seconds)
    server.kill()
    for writer in writers:
        writer.join()
    refusals = [writer.refusal for writer in writers if writer.refusal]
    assert not refusals, refusals
    return writers


def _check(url: str, writer: Writer, where: str) -> None:
    data = _get(url, "runs/get", run_id=writer.run_id)["run"]["data"]
    params = {item["key"]: item["value"] for item in data.get("params", [])}
    tags = {item["key"]: item["value"] for item in data.get("tags", [])}
    points = [(key, step) for key in ("single", "batch") for step in _history(url, writer.run_id, key)]
    present = set(points)
    assert len(points) == len(present), f"points twice, {where}"

    for write in writer.writes:
        parts = [*(point in present for point in write.points)]
        parts += [params.get(key) == value for key, value in write.params.items()]
        parts += [tags.get(key) == value for key, value in write.tags.items()]
        if write.acknowledged:
            assert all(parts), f"{write.path} {write.body} was acknowledged and is not there, {where}"
        elif not servers.AGAINST_MLFLOW:  # which commits a batch in parts
            assert all(parts) or not any(parts), f"{write.path} {write.body} is there in part, {where}"

    sent = set().union(*(write.points for write in writer.writes))
    assert present <= sent, f"points that nobody sent, {where}"
    latest = {item["key"]: item["step"] for item in data.get("metrics", [])}
    for key, step in latest.items():
        assert step == max(at for name, at in present if name == key), f"the latest point of {key} is another, {where}"


def _repeat_unacknowledged(url: str, writer: Writer) -> None:
    """As a client does that has lost its connection."""
    with requests.Session() as session:
        for write in writer.writes:
            if not write.acknowledged:
                write.send(session, url)


def check_database(file, where: str) -> None:
    with sqlite3.connect(file) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)], where
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == [], where
    connection.close()


def _create_run(url: str) -> str:
    response = requests.post(f"{url}/api/2.0/mlflow/runs/create", json={"experiment_id": "0"}, timeout=30)
    assert response.status_code == 200, response.text
    return response.json()["run"]["info"]["run_id"]


def _history(url: str, run_id: str, key: str) -> list[int]:
    return [
        point["step"] for point in _get(url, "metrics/get-history", run_id=run_id, metric_key=key).get("metrics", [])
    ]


def _get(url: str, path: str, **query: str) -> dict:
    response = requests.get(f"{url}/api/2.0/mlflow/{path}", params=query, timeout=30)
    assert response.status_code == 200, response.text
    return response.json()
