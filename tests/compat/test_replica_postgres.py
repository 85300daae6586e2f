"""Reads from a real streaming replica: a process always reads what it wrote itself."""

import time

import pytest
import requests

import servers
from postgres import Postgres

pytestmark = pytest.mark.skipif(servers.AGAINST_MLFLOW, reason="MLflow's client cannot tell where it reads")


@pytest.fixture
def replica(postgres):
    with Postgres(primary=postgres) as running:
        yield running


def experiments(server: servers.Server) -> set[str]:
    found = requests.get(f"{server.url}/api/2.0/mlflow/experiments/search", params={"max_results": 100}, timeout=30)
    assert found.status_code == 200, found.text
    return {each["name"] for each in found.json()["experiments"]}


def create(server: servers.Server, name: str) -> None:
    made = requests.post(f"{server.url}/api/2.0/mlflow/experiments/create", json={"name": name}, timeout=30)
    assert made.status_code == 200, made.text


def wait_until(condition) -> None:
    deadline = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < deadline, "it did not come to be in time"
        time.sleep(0.02)


def test_reads_go_to_a_replica_that_has_what_this_process_wrote(postgres, replica, tmp_path):
    uri = postgres.new_store()
    name = uri.rsplit("/", 1)[1]
    on_replica = replica.uri + name

    def behind() -> bool:
        [[end]] = postgres.rows(uri, "SELECT pg_current_wal_lsn()")
        return replica.rows(replica.uri + "postgres", f"SELECT pg_last_wal_replay_lsn() < '{end}'") == [["t"]]

    with (
        servers.cairn(tmp_path / "writer", store_uri=uri) as writer,
        servers.cairn(tmp_path / "reader", "--read-replica-uri", on_replica, store_uri=uri) as reader,
    ):
        create(reader, "before")
        wait_until(lambda: not behind())
        replica.rows(on_replica, "SELECT pg_wal_replay_pause()")
        create(writer, "of another")
        assert experiments(reader) == {"Default", "before"}, "the replica is not what is read"
        create(reader, "its own")
        assert experiments(reader) == {"Default", "before", "of another", "its own"}
        replica.rows(on_replica, "SELECT pg_wal_replay_resume()")
        wait_until(lambda: not behind())
        replica.stop("immediate")
        create(writer, "after the replica's end")
        assert "after the replica's end" in experiments(reader)
        replica.start()
