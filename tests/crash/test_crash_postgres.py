"""Several cairns on one PostgreSQL: whatever is killed, a process or the database, what was acknowledged is there once.

CAIRN_CRASH_ROUNDS and CAIRN_CRASH_SEED repeat a longer or an earlier run.
"""

import os
import random
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest
import requests

import servers
from postgres import Postgres
from test_crash import Writer, _check, _repeat_unacknowledged

ROUNDS = int(os.environ.get("CAIRN_CRASH_ROUNDS", 6))
SEED = int(os.environ.get("CAIRN_CRASH_SEED", random.randrange(2**32)))
PROCESSES = 4
MODEL_CLIENTS = 64


@pytest.fixture(scope="module")
def postgres():
    with Postgres() as running:
        yield running


@pytest.fixture
def processes(postgres, tmp_path):
    uri = postgres.new_store()
    made = [servers.cairn(tmp_path / str(number), store_uri=uri) for number in range(PROCESSES)]
    yield made
    for process in made:
        process.stop()


def start(processes):
    for process in processes:
        process.start()


def test_every_acknowledged_write_survives_kills(postgres, processes):
    """In every round one process is killed, and in every other round the database too; the rest goes on."""
    chance = random.Random(SEED)
    start(processes)
    writers: list[Writer] = []
    for round_number in range(ROUNDS):
        where = f"round {round_number}, CAIRN_CRASH_SEED={SEED}"
        now = [Writer(process.url) for process in processes for _ in range(2)]
        for writer in now:
            writer.start()
        victim = chance.choice(processes)
        time.sleep(chance.uniform(0.2, 0.6))
        if round_number % 2:
            postgres.kill()
            time.sleep(chance.uniform(0, 0.3))
            postgres.start()
            time.sleep(chance.uniform(0.3, 0.8))
        victim.kill()
        time.sleep(chance.uniform(0.1, 0.3))
        for process in processes:
            process.stop()
        for writer in now:
            writer.join()
        start(processes)
        # A request that reads may be told that the database is gone, a write that goes on never is.
        assert not [writer.refusal for writer in now if writer.refusal], where
        writers += now
        other = chance.choice(processes)
        for writer in now:
            _check(other.url, writer, where)
            _repeat_unacknowledged(other.url, writer)
            _check(chance.choice(processes).url, writer, f"after the repetition, {where}")
    assert sum(write.acknowledged for writer in writers for write in writer.writes) > ROUNDS * len(processes)


def test_versions_of_one_model_from_many_clients(processes):
    start(processes)
    answer = requests.post(f"{processes[0].url}/api/2.0/mlflow/registered-models/create", json={"name": "m"}, timeout=30)
    assert answer.status_code == 200, answer.text

    def create(number: int) -> list[int]:
        url = processes[number % PROCESSES].url
        numbers = []
        with requests.Session() as session:
            for each in range(3):
                body = {"name": "m", "source": f"s3://b/{number}/{each}"}
                created = session.post(f"{url}/api/2.0/mlflow/model-versions/create", json=body, timeout=60)
                assert created.status_code == 200, created.text
                numbers.append(int(created.json()["model_version"]["version"]))
        return numbers

    with ThreadPoolExecutor(MODEL_CLIENTS) as pool:
        made = [number for numbers in pool.map(create, range(MODEL_CLIENTS)) for number in numbers]
    assert sorted(made) == list(range(1, 3 * MODEL_CLIENTS + 1))


def test_one_run_from_all_processes(processes):
    """Points, parameters and tags of one run come in through every process at once; none is lost and none is double."""
    start(processes)
    run_id = requests.post(
        f"{processes[0].url}/api/2.0/mlflow/runs/create", json={"experiment_id": "0"}, timeout=30
    ).json()["run"]["info"]["run_id"]
    steps = 40

    def log(process: int) -> None:
        with requests.Session() as session:
            for step in range(steps):
                body = {
                    "run_id": run_id,
                    "metrics": [{"key": "m", "value": process, "timestamp": step, "step": step * PROCESSES + process}],
                    "params": [{"key": f"p{process}-{step}", "value": "v"}],
                    "tags": [{"key": "t", "value": str(step)}],
                }
                answer = session.post(f"{processes[process].url}/api/2.0/mlflow/runs/log-batch", json=body, timeout=60)
                assert answer.status_code == 200, answer.text

    with ThreadPoolExecutor(PROCESSES) as pool:
        list(pool.map(log, range(PROCESSES)))
    history = requests.get(
        f"{processes[0].url}/api/2.0/mlflow/metrics/get-history", params={"run_id": run_id, "metric_key": "m"}, timeout=30
    ).json()["metrics"]
    counted = Counter(point["step"] for point in history)
    assert counted == Counter(range(steps * PROCESSES))
    data = requests.get(f"{processes[1].url}/api/2.0/mlflow/runs/get", params={"run_id": run_id}, timeout=30).json()
    assert len(data["run"]["data"]["params"]) == steps * PROCESSES
    assert {metric["step"] for metric in data["run"]["data"]["metrics"]} == {steps * PROCESSES - 1}


def test_events_reach_clients_of_every_process(processes):
    start(processes)
    heard = threading.Event()

    def listen() -> None:
        with requests.get(f"{processes[1].url}/api/cairn/1.0/events", stream=True, timeout=30) as stream:
            listening.set()
            for line in stream.iter_lines(chunk_size=1):
                if line.startswith(b"data:") and b'"0"' in line:
                    heard.set()
                    return

    listening = threading.Event()
    thread = threading.Thread(target=listen, daemon=True)
    thread.start()
    assert listening.wait(10)
    requests.post(f"{processes[0].url}/api/2.0/mlflow/runs/create", json={"experiment_id": "0"}, timeout=30)
    assert heard.wait(10), "the other process's change was not heard of"
