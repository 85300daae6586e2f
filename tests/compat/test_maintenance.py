"""cairn db check, stats, backup, restore and gc, on databases that the real client filled."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from pathlib import Path

os.environ["MLFLOW_ALLOW_FILE_STORE"] = "true"

import pytest
from mlflow import MlflowClient

import servers
from old_file_stores import write_store


def cairn(*arguments: str, folder: Path) -> subprocess.CompletedProcess:
    return subprocess.run(
        [servers.cairn_binary(), *arguments], cwd=folder, capture_output=True, text=True, timeout=120
    )  # fmt: skip


def change(database: Path, statement: str, *values) -> int:
    with closing(sqlite3.connect(database)) as connection, connection:
        return connection.execute(statement, values).rowcount


def ask(database: Path, query: str, *values) -> list:
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute(query, values).fetchall()


@pytest.fixture(scope="module")
def filled(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("filled")
    write_store.write(f"file://{folder}/mlruns")
    servers.run_cairn(
        "import", "mlflow", f"{folder}/mlruns", f"--backend-store-uri=sqlite:///{folder}/mlflow.db",
        "--copy-artifacts", f"--artifacts-destination={folder}/mlartifacts",
    )  # fmt: skip
    return folder


@pytest.fixture
def store(filled, tmp_path) -> Path:
    """A folder of this test's own, with mlflow.db and mlartifacts."""
    shutil.copytree(filled / "mlartifacts", tmp_path / "mlartifacts")
    shutil.copy(filled / "mlflow.db", tmp_path / "mlflow.db")
    return tmp_path


def test_check_finds_a_whole_database_whole(store):
    done = cairn("db", "check", "sqlite:///mlflow.db", "--json", folder=store)
    report = json.loads(done.stdout)
    assert done.returncode == 0 and report["problems"] == [] and report["runs"] == 4 and report["points"] > 40


DAMAGE = {
    "a chunk": (
        "UPDATE cairn_metric_chunks SET points = zeroblob(length(points)) WHERE \"key\" = 'loss' AND run_uuid = "
        "(SELECT MIN(run_uuid) FROM cairn_metric_chunks WHERE \"key\" = 'loss')",
        "metric 'loss' of run",
    ),
    "a latest metric": (
        "UPDATE latest_metrics SET value = value + 1 WHERE \"key\" = 'val/acc'",
        "latest_metrics says step 4",
    ),
    "a missing dataset": ("DELETE FROM datasets", "inputs name a dataset that is not there"),
    "a missing experiment": ("DELETE FROM experiments WHERE name = 'first'", "refers to a row of experiments"),
    "a lost history": ("DELETE FROM cairn_metric_chunks WHERE \"key\" = 'odd'", "has a latest point and no history"),
    "an alias of nothing": ("UPDATE registered_model_aliases SET version = 9", "aliases name a model version"),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_check_finds(damage, store):
    statement, complaint = DAMAGE[damage]
    assert change(store / "mlflow.db", statement) > 0
    done = cairn("db", "check", "sqlite:///mlflow.db", folder=store)
    assert done.returncode == 1 and complaint in done.stdout, done.stdout


def test_stats_count_what_is_there(store):
    stats = json.loads(cairn("db", "stats", "sqlite:///mlflow.db", "--json", folder=store).stdout)
    for table in stats["tables"]:
        assert ask(store / "mlflow.db", f'SELECT COUNT(*) FROM "{table["name"]}"') == [(table["rows"],)]
    assert stats["bytes"] <= (store / "mlflow.db").stat().st_size
    assert stats["chunk_points"]["points"] == ask(store / "mlflow.db", "SELECT SUM(count) FROM cairn_metric_chunks")[0][0]
    assert "bytes a point" in cairn("db", "stats", "sqlite:///mlflow.db", folder=store).stdout


def test_a_backup_of_a_database_in_use_is_whole_and_goes_back(store):
    with servers.cairn(store) as server:
        client = MlflowClient(server.url)
        run = client.create_run("0").info.run_id
        stop = threading.Event()
        acknowledged = []

        def write():
            while not stop.is_set():
                client.log_metric(run, "m", 1.0, step=len(acknowledged))
                acknowledged.append(1)

        writer = threading.Thread(target=write)
        writer.start()
        try:
            while len(acknowledged) < 20:
                time.sleep(0.01)
            before = len(acknowledged)
            done = cairn("db", "backup", "copy.db", "--backend-store-uri=sqlite:///mlflow.db", folder=store)
            assert done.returncode == 0, done.stderr
            after = len(acknowledged)
            refused = cairn("db", "restore", "copy.db", "--backend-store-uri=sqlite:///mlflow.db", folder=store)
        finally:
            stop.set()
            writer.join()
        assert refused.returncode == 1 and "in use by process" in refused.stderr
    assert not list(store.glob("copy.db?*"))
    points = ask(store / "copy.db", "SELECT COALESCE(SUM(count), 0) FROM cairn_metric_chunks WHERE run_uuid = ?", run)
    assert before <= points[0][0] <= after + 1
    assert cairn("db", "check", "sqlite:///copy.db", folder=store).returncode == 0

    again = cairn("db", "backup", "copy.db", "--backend-store-uri=sqlite:///mlflow.db", folder=store)
    assert again.returncode == 1 and "is there already" in again.stderr
    restored = cairn("db", "restore", "copy.db", "--backend-store-uri=sqlite:///mlflow.db", folder=store)
    assert restored.returncode == 0, restored.stderr
    assert (store / "mlflow.db.before-restore").exists()
    with servers.cairn(store) as server:
        history = MlflowClient(server.url).get_metric_history(run, "m")
        assert len(history) == points[0][0]


def test_a_damaged_backup_replaces_nothing(store):
    cairn("db", "backup", "copy.db", "--backend-store-uri=sqlite:///mlflow.db", folder=store)
    before = (store / "mlflow.db").read_bytes()
    whole = (store / "copy.db").read_bytes()
    for damaged in (whole[: len(whole) // 2], whole[:8192] + b"\xff" * 8192 + whole[16384:], b"nothing"):
        (store / "copy.db").write_bytes(damaged)
        done = cairn("db", "restore", "copy.db", "--backend-store-uri=sqlite:///mlflow.db", folder=store)
        assert done.returncode == 1 and done.stderr, damaged[:20]
        assert (store / "mlflow.db").read_bytes() == before


GC_TABLES = ["runs", "params", "tags", "metrics", "latest_metrics", "experiments", "logged_models", "experiment_tags"]


def rows_left(database: Path) -> dict:
    return {table: sorted(map(repr, ask(database, f"SELECT * FROM {table}"))) for table in GC_TABLES}


def test_gc_leaves_what_mlflow_leaves(store, tmp_path_factory):
    cairn("db", "expand", "sqlite:///mlflow.db", folder=store)  # for MLflow
    theirs = tmp_path_factory.mktemp("theirs")
    shutil.copy(store / "mlflow.db", theirs / "mlflow.db")
    change(theirs / "mlflow.db", "UPDATE runs SET artifact_uri = ? || run_uuid", f"{theirs}/")
    change(theirs / "mlflow.db", "UPDATE logged_models SET artifact_location = ? || model_id", f"{theirs}/")
    subprocess.run(
        [sys.executable, "-m", "mlflow", "gc", f"--backend-store-uri=sqlite:///{theirs}/mlflow.db",
         f"--tracking-uri=sqlite:///{theirs}/mlflow.db"],
        env=os.environ | servers.MLFLOW_ENVIRONMENT, check=True, capture_output=True, timeout=120,
    )  # fmt: skip

    gone = ask(store / "mlflow.db", "SELECT run_uuid, artifact_uri FROM runs WHERE lifecycle_stage = 'deleted'")
    folders = [store / "mlartifacts" / uri.removeprefix("mlflow-artifacts:/") for _, uri in gone]
    assert len(gone) == 2 and any(folder.exists() for folder in folders)
    before = (store / "mlflow.db").read_bytes()
    dry = cairn("db", "gc", "--dry-run", "--backend-store-uri=sqlite:///mlflow.db", folder=store)
    assert dry.returncode == 0 and all(f"run {run} would be deleted" in dry.stdout for run, _ in gone)
    assert (store / "mlflow.db").read_bytes() == before and any(folder.exists() for folder in folders)

    done = cairn("db", "gc", "--backend-store-uri=sqlite:///mlflow.db", folder=store)
    assert done.returncode == 0 and "Experiment with ID" in done.stdout, done.stderr
    assert not any(folder.exists() for folder in folders)
    ours = rows_left(store / "mlflow.db")
    places = "UPDATE {} SET {} = (SELECT o.{} FROM ours.{} AS o WHERE o.{} = {}.{})"
    for table, column, key in (("runs", "artifact_uri", "run_uuid"), ("logged_models", "artifact_location", "model_id")):
        with closing(sqlite3.connect(theirs / "mlflow.db")) as connection, connection:
            connection.execute("ATTACH ? AS ours", (str(store / "mlflow.db"),))
            connection.execute(places.format(table, column, column, table, key, table, key))
    assert ours == rows_left(theirs / "mlflow.db")
    assert cairn("db", "check", "sqlite:///mlflow.db", folder=store).returncode == 0


def test_gc_keeps_what_a_registered_version_uses(store):
    database = store / "mlflow.db"
    ((used,),) = ask(database, "SELECT run_id FROM model_versions WHERE version = 1")
    change(database, "UPDATE runs SET lifecycle_stage = 'deleted', deleted_time = 1 WHERE run_uuid = ?", used)
    named = cairn("db", "gc", f"--run-ids={used}", "--backend-store-uri=sqlite:///mlflow.db", folder=store)
    assert named.returncode == 1 and "version 1 of the model 'clf' uses it" in named.stderr
    done = cairn("db", "gc", "--backend-store-uri=sqlite:///mlflow.db", folder=store)
    assert done.returncode == 0 and f"The run {used} stays: version 1 of the model 'clf' uses it" in done.stdout
    assert ask(database, "SELECT COUNT(*) FROM params WHERE run_uuid = ?", used) == [(3,)]
    assert ask(database, "SELECT COUNT(*) FROM runs WHERE lifecycle_stage = 'deleted'") == [(1,)]


def test_gc_looks_at_the_age(store):
    database = store / "mlflow.db"
    young = cairn("db", "gc", "--older-than=1d", "--backend-store-uri=sqlite:///mlflow.db", folder=store)
    assert young.returncode == 0 and "deleted" not in young.stdout
    change(database, "UPDATE runs SET deleted_time = deleted_time - 2 * 86400000 WHERE deleted_time IS NOT NULL")
    old = cairn("db", "gc", "--older-than=1d", "--backend-store-uri=sqlite:///mlflow.db", folder=store)
    assert old.returncode == 0 and old.stdout.count("Run with ID") == 2
    wrong = cairn("db", "gc", "--older-than=soon", "--backend-store-uri=sqlite:///mlflow.db", folder=store)
    assert wrong.returncode == 1 and "Could not parse any time information from 'soon'" in wrong.stderr
