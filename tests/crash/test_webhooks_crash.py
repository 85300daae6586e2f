"""Every change that the server has acknowledged is told to the webhooks, though the server is killed at any moment."""

import json
import os
import random
import threading
import time

import pytest
import requests

import servers
from receiver import Receiver

ROUNDS = int(os.environ.get("CAIRN_CRASH_ROUNDS", 12))
SEED = int(os.environ.get("CAIRN_CRASH_SEED", random.randrange(2**32)))
WRITERS = 3


class Writer(threading.Thread):
    """Registers models until the server is gone."""

    def __init__(self, url: str, name: str):
        super().__init__()
        self._url = url
        self._name = name
        self.sent: list[str] = []
        self.acknowledged: list[str] = []

    def run(self) -> None:
        with requests.Session() as session:
            try:
                while True:
                    name = f"{self._name}-{len(self.sent)}"
                    self.sent.append(name)
                    response = session.post(
                        f"{self._url}/api/2.0/mlflow/registered-models/create", json={"name": name}, timeout=30
                    )
                    assert response.status_code == 200, response.text
                    self.acknowledged.append(name)
                    time.sleep(0.01)  # the receivers are slower than the server
            except requests.RequestException:
                pass  # the server is gone


pytestmark = pytest.mark.skipif(servers.AGAINST_MLFLOW, reason="MLflow keeps them in memory")


def test_no_event_is_lost_by_a_kill(tmp_path):
    """Killed while changes are written and while their deliveries are under way."""
    chance = random.Random(SEED)
    server = servers.subject(tmp_path)
    sent: set[str] = set()
    acknowledged: set[str] = set()
    with Receiver() as receiver:
        for round_number in range(ROUNDS):
            receiver.answers["/slow"] = [(200, {}, chance.uniform(0, 0.01)) for _ in range(10_000)]
            server.start()
            if round_number == 0:
                for path in ("/quick", "/slow"):
                    _create_webhook(server.url, receiver.url + path)
            writers = [Writer(server.url, f"r{round_number}-w{number}") for number in range(WRITERS)]
            for writer in writers:
                writer.start()
            time.sleep(chance.uniform(0.05, 0.6))
            server.kill()
            for writer in writers:
                writer.join()
                sent |= set(writer.sent)
                acknowledged |= set(writer.acknowledged)

        receiver.answers.clear()
        with server:
            _wait_until_all_is_delivered(server.url)
        where = f"CAIRN_CRASH_SEED={SEED}"
        for path in ("/quick", "/slow"):
            told = [(one.delivery_id, json.loads(one.body)["data"]["name"]) for one in receiver.received(path)]
            names = {name for _, name in told}
            assert acknowledged <= names, f"{path} was not told of {sorted(acknowledged - names)[:9]}, {where}"
            assert names <= sent, f"{path} was told of what nobody sent, {where}"
            assert len(set(told)) == len(names), f"{path} was told of one change under several ids, {where}"
    assert len(acknowledged) > ROUNDS * WRITERS


def test_a_delivery_that_a_kill_cut_short_is_made_again(tmp_path):
    server = servers.subject(tmp_path)
    with Receiver() as receiver:
        receiver.answer("/hook", 200, after=30)
        with server:
            _create_webhook(server.url, receiver.url + "/hook")
            for name in ("first", "second"):
                response = requests.post(
                    f"{server.url}/api/2.0/mlflow/registered-models/create", json={"name": name}, timeout=30
                )
                assert response.status_code == 200, response.text
            receiver.wait_for("/hook", 1)
            server.kill()
        with server:
            told = receiver.wait_for("/hook", 3)
    assert [json.loads(one.body)["data"]["name"] for one in told] == ["first", "first", "second"]
    assert told[0].delivery_id == told[1].delivery_id != told[2].delivery_id


def _create_webhook(url: str, receiver: str) -> None:
    body = {
        "name": "hook",
        "url": receiver,
        "secret": "s3cret",
        "events": [{"entity": "REGISTERED_MODEL", "action": "CREATED"}],
    }
    response = requests.post(f"{url}/api/2.0/mlflow/webhooks", json=body, timeout=30)
    assert response.status_code == 200, response.text


def _wait_until_all_is_delivered(url: str) -> None:
    deadline = time.monotonic() + 120
    while _pending(url):
        assert time.monotonic() < deadline, f"{_pending(url)[:3]} are not delivered, CAIRN_CRASH_SEED={SEED}"
        time.sleep(0.1)


def _pending(url: str) -> list:
    response = requests.get(f"{url}/api/cairn/1.0/webhooks/deliveries", params={"state": "pending"}, timeout=30)
    assert response.status_code == 200, response.text
    return response.json().get("deliveries", [])
