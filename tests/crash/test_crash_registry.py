"""Versions that the server has acknowledged survive its being killed at any moment, each once and with a number of its
own: no gaps, no duplicates, whatever was under way."""

import os
import random
import threading
import time
from collections import Counter

import requests

import servers
from test_crash import check_database

ROUNDS = int(os.environ.get("CAIRN_CRASH_ROUNDS", 2 if servers.AGAINST_MLFLOW else 10))
SEED = int(os.environ.get("CAIRN_CRASH_SEED", random.randrange(2**32)))
CLIENTS = 8
MODELS = ("first", "second")


class Client(threading.Thread):
    """Registers versions of both models until the server is gone. Each has a source like no other."""

    def __init__(self, url: str, name: str):
        super().__init__()
        self._url = url
        self._name = name
        self.sent: list[tuple[str, str]] = []  # model, source
        self.acknowledged: list[tuple[str, str, str]] = []  # model, version, source
        self.refusal: str | None = None

    def run(self) -> None:
        with requests.Session() as session:
            try:
                for number in range(10**9):
                    self._register(session, MODELS[number % 2], f"s3://bucket/{self._name}/{number}")
            except requests.RequestException:
                pass  # the server is gone
            except AssertionError as refusal:
                self.refusal = str(refusal)

    def _register(self, session: requests.Session, model: str, source: str) -> None:
        self.sent.append((model, source))
        body = {"name": model, "source": source, "tags": [{"key": "of", "value": source}]}
        response = session.post(f"{self._url}/api/2.0/mlflow/model-versions/create", json=body, timeout=30)
        assert response.status_code == 200, response.text
        self.acknowledged.append((model, response.json()["model_version"]["version"], source))


def test_every_acknowledged_version_survives_a_kill(tmp_path):
    chance = random.Random(SEED)
    server = servers.subject(tmp_path)
    clients: list[Client] = []
    for round_number in range(ROUNDS):
        where = f"round {round_number}, CAIRN_CRASH_SEED={SEED}"
        server.start()
        try:
            _check(server.url, clients, where)
            clients += _register_until_killed(server, round_number, after_seconds=chance.uniform(0.05, 0.4))
        finally:
            server.kill()
        check_database(server.database, where)

    with server:
        _check(server.url, clients, f"at the end, CAIRN_CRASH_SEED={SEED}")
    assert sum(len(client.acknowledged) for client in clients) > ROUNDS * CLIENTS


def _register_until_killed(server: servers.Server, round_number: int, after_seconds: float) -> list[Client]:
    if round_number == 0:
        for model in MODELS:
            requests.post(f"{server.url}/api/2.0/mlflow/registered-models/create", json={"name": model}, timeout=30)
    clients = [Client(server.url, f"{round_number}-{number}") for number in range(CLIENTS)]
    for client in clients:
        client.start()
    time.sleep(after_seconds)
    server.kill()
    for client in clients:
        client.join()
    refusals = [client.refusal for client in clients if client.refusal]
    assert not refusals, refusals
    return clients


def _check(url: str, clients: list[Client], where: str) -> None:
    sent = {each for client in clients for each in client.sent}
    for model in MODELS:
        stored = _versions(url, model) if clients else []
        numbers = sorted(int(version["version"]) for version in stored)
        assert numbers == list(range(1, len(stored) + 1)), f"gaps or duplicates in {model}, {where}"
        sources = Counter(version["source"] for version in stored)
        assert all(count == 1 for count in sources.values()), f"a version twice in {model}, {where}"
        assert all((model, source) in sent for source in sources), f"a version of {model} that nobody sent, {where}"
        for version in stored:
            assert version["tags"] == [{"key": "of", "value": version["source"]}], f"a version in part, {where}"
        by_number = {version["version"]: version["source"] for version in stored}
        for client in clients:
            for of_model, number, source in client.acknowledged:
                assert of_model != model or by_number.get(number) == source, (
                    f"{model}/{number} was acknowledged and is not there, {where}"
                )


def _versions(url: str, model: str) -> list[dict]:
    query = {"filter": f"name = '{model}'", "max_results": 200_000}
    response = requests.get(f"{url}/api/2.0/mlflow/model-versions/search", params=query, timeout=30)
    assert response.status_code == 200, response.text
    return response.json().get("model_versions", [])
