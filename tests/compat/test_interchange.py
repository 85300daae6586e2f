"""A database is MLflow's and cairn's alike: either writes it, and the other opens it with everything in it."""

import sqlite3

import mlflow
import pytest

import content
import servers


def expand(server):
    """Points that cairn keeps in chunks become rows of MLflow's again."""
    if not servers.AGAINST_MLFLOW:
        servers.run_cairn("db", "expand", "--backend-store-uri", server.store_uri)


def compact(server):
    if not servers.AGAINST_MLFLOW:
        servers.run_cairn("db", "compact", "--backend-store-uri", server.store_uri)


@pytest.fixture
def stopped(tmp_path):
    """A server under test that does not run yet, and its folder."""
    return servers.subject(tmp_path)


@pytest.fixture(scope="module")
def mlflow_schema(tmp_path_factory):
    file = tmp_path_factory.mktemp("schema") / "mlflow.db"
    mlflow.MlflowClient(f"sqlite:///{file}").search_experiments()
    return schema(file)


def rows(file, statement):
    with sqlite3.connect(file) as connection:
        found = connection.execute(statement).fetchall()
    connection.close()
    return found


def schema(file):
    """What another program relies on: tables with their columns, foreign keys and indexes; triggers; the version."""
    tables = [name for (name,) in rows(file, "SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {
        "version": rows(file, "SELECT version_num FROM alembic_version"),
        "triggers": rows(file, "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger'"),
        "columns": {table: rows(file, f"SELECT * FROM pragma_table_info('{table}')") for table in tables},
        "foreign keys": {table: rows(file, f"SELECT * FROM pragma_foreign_key_list('{table}')") for table in tables},
        "indexes": {
            table: {name for (name,) in rows(file, f"SELECT name FROM pragma_index_list('{table}') WHERE origin = 'c'")}
            for table in tables
        },
    }


def test_cairn_makes_mlflows_schema(stopped, mlflow_schema):
    with stopped:
        pass
    made = schema(stopped.database)
    assert made["version"] == mlflow_schema["version"]
    assert set(made["triggers"]) >= set(mlflow_schema["triggers"])
    for table, columns in mlflow_schema["columns"].items():
        assert made["columns"].get(table) == columns, table
        assert made["foreign keys"][table] == mlflow_schema["foreign keys"][table], table
        assert made["indexes"][table] >= mlflow_schema["indexes"][table], table


def test_mlflow_starts_on_a_database_of_cairns(stopped, tmp_path):
    with stopped:
        content.write(stopped.url)
        seen = content.view(stopped.url)
    expand(stopped)
    with servers.mlflow(tmp_path) as real:
        assert content.view(real.url) == seen
        content.write(real.url, "more ")


def test_what_mlflow_wrote_is_seen_in_cairn(stopped):
    content.in_new_process("write", stopped.store_uri)
    seen = content.in_new_process("view", stopped.store_uri)
    with stopped:
        assert content.view(stopped.url) == seen


def test_what_cairn_wrote_is_seen_in_mlflow(stopped):
    with stopped:
        content.write(stopped.url)
        seen = content.view(stopped.url)
    expand(stopped)
    assert content.in_new_process("view", stopped.store_uri) == seen


def test_the_two_take_turns(stopped):
    content.in_new_process("write", stopped.store_uri, "mlflow ")
    with stopped:
        content.write(stopped.url, "cairn ")
        seen = content.view(stopped.url)
    expand(stopped)
    assert content.in_new_process("view", stopped.store_uri) == seen
    content.in_new_process("write", stopped.store_uri, "mlflow again ")
    seen = content.in_new_process("view", stopped.store_uri)
    with stopped:
        assert content.view(stopped.url) == seen
        content.write(stopped.url, "cairn again ")


def test_one_history_from_two_writers(stopped):
    """Points of one key, some in MLflow's rows and some in cairn's chunks, are one history without repetitions."""
    direct = mlflow.MlflowClient(stopped.store_uri)
    run_id = direct.create_run("0", start_time=1).info.run_id
    for step in range(0, 100, 2):
        direct.log_metric(run_id, "m", step / 10, timestamp=step, step=step)
    with stopped:
        client = mlflow.MlflowClient(stopped.url)
        for step in range(100):
            client.log_metric(run_id, "m", step / 10, timestamp=step, step=step)
        history = client.get_metric_history(run_id, "m")
        assert [(point.step, point.value) for point in history] == [(step, step / 10) for step in range(100)]
        assert client.get_run(run_id).data.metrics == {"m": 9.9}
    expand(stopped)
    assert rows(stopped.database, "SELECT count(*), count(DISTINCT step) FROM metrics") == [(100, 100)]


def test_compacting_and_expanding_change_nothing(stopped):
    content.in_new_process("write", stopped.store_uri)
    seen = content.in_new_process("view", stopped.store_uri)
    points = "SELECT * FROM metrics ORDER BY run_uuid, key, timestamp, step, value, is_nan"
    before = rows(stopped.database, points)
    compact(stopped)
    with stopped:
        assert content.view(stopped.url) == seen
    expand(stopped)
    assert rows(stopped.database, points) == before
    expand(stopped)
    assert rows(stopped.database, points) == before
