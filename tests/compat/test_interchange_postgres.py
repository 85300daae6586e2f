"""On PostgreSQL too a database is MLflow's and cairn's alike."""

import re
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
import requests

import content
import servers

pytestmark = pytest.mark.skipif(servers.AGAINST_MLFLOW, reason="there is nothing of cairn's to compare")


def statements(uri: str) -> set[str]:
    """What pg_dump would make the schema of; cairn adds to it and changes nothing."""
    dump = subprocess.run(
        ["pg_dump", "--schema-only", "--no-owner", "--no-privileges", uri], capture_output=True, text=True, check=True
    ).stdout
    lines = [line for line in dump.splitlines() if line and not line.startswith(("--", "\\"))]
    return set(re.split(r"(?<=;)\n", "\n".join(lines)))


@pytest.fixture(scope="module")
def of_mlflow(postgres):
    """A database that MLflow has made and written to."""
    uri = postgres.new_database()
    content.in_new_process("write", uri)
    return uri


def test_cairn_makes_mlflows_schema(postgres, of_mlflow):
    made = statements(postgres.new_store())
    missing = {statement for statement in statements(of_mlflow) if statement not in made}
    assert not missing


def test_what_mlflow_wrote_is_seen_in_cairn_and_the_other_way_round(of_mlflow, tmp_path):
    seen = content.in_new_process("view", of_mlflow)
    with servers.cairn(tmp_path, store_uri=of_mlflow) as server:
        assert content.view(server.url) == seen
        content.write(server.url, "cairn ")
        seen = content.view(server.url)
    servers.run_cairn("db", "expand", "--backend-store-uri", of_mlflow)
    assert content.in_new_process("view", of_mlflow) == seen
    servers.run_cairn("db", "compact", "--backend-store-uri", of_mlflow)
    with servers.cairn(tmp_path, store_uri=of_mlflow) as server:
        assert content.view(server.url) == seen


def test_a_database_at_another_head_is_refused(postgres, tmp_path):
    uri = postgres.new_store()
    postgres.rows(uri, "UPDATE alembic_version SET version_num = 'f5a4f2784254'")
    with pytest.raises(RuntimeError, match="f5a4f2784254.*mlflow db upgrade"):
        servers.cairn(tmp_path, store_uri=uri).start()


def test_no_password_is_shown(postgres, tmp_path):
    uri = postgres.new_store().replace("cairn@", "cairn:very%2Fsecret@").replace("postgresql:", "postgresql+psycopg2:")
    with servers.cairn(tmp_path, "--log-level", "debug", store_uri=uri) as server:
        assert "very" not in server.log.read_text()
        assert "postgresql+psycopg2://cairn:***@" in server.log.read_text()
    with pytest.raises(RuntimeError) as failed:
        servers.cairn(tmp_path / "other", store_uri="postgresql://u:very%2Fsecret@127.0.0.1:1/d").start()
    assert "very" not in str(failed.value)


def test_a_pool_that_is_used_up_answers_503(postgres, tmp_path):
    """Two readers wait for a table that someone has locked; the pool has one connection for them."""
    uri = postgres.new_store()
    server = servers.cairn(tmp_path, store_uri=uri)
    server.environment |= {"MLFLOW_SQLALCHEMYSTORE_POOL_SIZE": "1", "MLFLOW_SQLALCHEMYSTORE_MAX_OVERFLOW": "0"}
    with server, ThreadPoolExecutor(2) as pool:
        lock = subprocess.Popen(
            ["psql", uri, "-qc", "BEGIN; LOCK TABLE experiments; SELECT pg_sleep(8)"], stdout=subprocess.DEVNULL
        )
        time.sleep(0.5)
        url = f"{server.url}/api/2.0/mlflow/experiments/get"
        asked = [pool.submit(requests.get, url, {"experiment_id": "0"}, timeout=30) for _ in range(2)]
        first, second = sorted((answer.result() for answer in asked), key=lambda answer: answer.status_code)
        lock.wait()
    assert first.status_code == 200
    assert second.status_code == 503
    assert second.headers["Retry-After"] == "1"
    assert second.json()["error_code"] == "TEMPORARILY_UNAVAILABLE"
