"""An import that is killed at any moment leaves whole runs and hidden experiments; run again, it finishes. A restore that
is killed leaves one of two whole databases."""

import os
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import time
from contextlib import closing
from pathlib import Path

import pytest

import servers

RUNS, KEYS, POINTS = 60, 4, 300
ROUNDS = int(os.environ.get("CAIRN_CRASH_ROUNDS", "4"))


def write_file_store(root: Path) -> None:
    """MLflow's layout, by hand: its client would take minutes for so many points."""
    for experiment in ("1", "2"):
        folder = root / experiment
        folder.mkdir(parents=True)
        (folder / "meta.yaml").write_text(
            f"artifact_location: file://{folder}\nexperiment_id: '{experiment}'\nlifecycle_stage: active\n"
            f"name: e{experiment}\ncreation_time: 1\nlast_update_time: 1\n"
        )
        for number in range(RUNS):
            run = folder / f"{experiment}{number:031x}"
            for below in ("metrics", "params", "tags", "artifacts"):
                (run / below).mkdir(parents=True)
            (run / "meta.yaml").write_text(
                f"artifact_uri: file://{run}/artifacts\nend_time: 2\nexperiment_id: '{experiment}'\n"
                f"lifecycle_stage: active\nrun_id: {run.name}\nrun_name: r\nrun_uuid: {run.name}\nsource_type: 4\n"
                "start_time: 1\nstatus: 3\nuser_id: ann\n"
            )
            for key in range(KEYS):
                lines = [f"{1000 + step} {step * 0.5} {step}\n" for step in range(POINTS)]
                (run / "metrics" / f"m{key}").write_text("".join(lines))
            (run / "params" / "p").write_text("1")
            (run / "artifacts" / "a.txt").write_text(run.name)


def ask(database: Path, query: str) -> list:
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute(query).fetchall()


def run_and_kill(command: list[str], after: float, folder: Path) -> bool:
    """Whether it was still running."""
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    try:
        process.communicate(timeout=after)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return True
    assert process.returncode == 0
    return False


def no_run_is_half_there(database: Path) -> int:
    """How many there are."""
    counts = ask(
        database,
        "SELECT r.run_uuid, (SELECT COUNT(*) FROM params AS p WHERE p.run_uuid = r.run_uuid), (SELECT SUM(count) FROM "
        "cairn_metric_chunks AS c WHERE c.run_uuid = r.run_uuid) FROM runs AS r",
    )
    assert all(params == 1 and points == KEYS * POINTS for _, params, points in counts)
    return len(counts)


@pytest.fixture(scope="module")
def store(tmp_path_factory) -> Path:
    root = tmp_path_factory.mktemp("store") / "mlruns"
    write_file_store(root)
    return root


def test_a_killed_import_leaves_nothing_half_visible_and_is_finished_by_the_next(store, tmp_path):
    seed = int(os.environ.get("CAIRN_CRASH_SEED", random.randrange(2**32)))
    print(f"CAIRN_CRASH_SEED={seed}")
    moments = random.Random(seed)
    database = tmp_path / "mlflow.db"
    command = [
        servers.cairn_binary(), "import", "mlflow", str(store), f"--backend-store-uri=sqlite:///{database}",
        "--copy-artifacts", f"--artifacts-destination={tmp_path}/mlartifacts",
    ]  # fmt: skip
    started = time.monotonic()
    subprocess.run(command, check=True, capture_output=True)
    whole = time.monotonic() - started

    killed = 0
    for _ in range(ROUNDS):
        for left in tmp_path.iterdir():
            shutil.rmtree(left) if left.is_dir() else left.unlink()
        for _ in range(3):
            if not run_and_kill(command, moments.uniform(0.05, 0.7) * whole, tmp_path):
                break
            killed += 1
            if not database.exists() or not ask(database, "SELECT 1 FROM sqlite_master WHERE name = 'runs'"):
                continue
            runs = no_run_is_half_there(database)
            visible = ask(database, "SELECT COUNT(*) FROM experiments WHERE lifecycle_stage = 'active'")[0][0]
            assert visible == 0 or runs == 2 * RUNS
        subprocess.run(command, check=True, capture_output=True)
        assert no_run_is_half_there(database) == 2 * RUNS
        assert ask(database, "SELECT name, lifecycle_stage FROM experiments ORDER BY name") == [
            ("e1", "active"),
            ("e2", "active"),
        ]
        assert ask(database, "SELECT COUNT(*) FROM experiment_tags") == [(0,)]
        files = list((tmp_path / "mlartifacts").rglob("a.txt"))
        assert len(files) == 2 * RUNS and all(file.read_text() == file.parent.parent.name for file in files)
    assert killed >= ROUNDS // 2


def on_a_full_disk(command: list[str], folder: Path) -> subprocess.CompletedProcess:
    """No file grows beyond some size, and who tries is told so."""

    def fill():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_600_000, 1_600_000))

    return subprocess.run(command, cwd=folder, capture_output=True, text=True, preexec_fn=fill, restore_signals=False)


def test_a_full_disk_leaves_nothing_half_done(store, tmp_path):
    cairn, uri = servers.cairn_binary(), f"--backend-store-uri=sqlite:///{tmp_path}/mlflow.db"
    command = [cairn, "import", "mlflow", str(store), uri]
    failed = on_a_full_disk(command, tmp_path)
    assert failed.returncode == 1 and "run the command again to finish" in failed.stderr, failed.stderr
    subprocess.run(command, check=True, capture_output=True)
    assert no_run_is_half_there(tmp_path / "mlflow.db") == 2 * RUNS

    backup = on_a_full_disk([cairn, "db", "backup", "copy.db", uri], tmp_path)
    assert backup.returncode == 1 and "Cannot copy the database" in backup.stderr, backup.stderr
    assert not list(tmp_path.glob("copy*"))


def test_ctrl_c_in_an_export_leaves_no_export(store, tmp_path):
    cairn, uri = servers.cairn_binary(), f"--backend-store-uri=sqlite:///{tmp_path}/mlflow.db"
    subprocess.run([cairn, "import", "mlflow", str(store), uri], check=True, capture_output=True)
    command = [cairn, "experiments", "export", "--all", f"--output-dir={tmp_path}/export", uri]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while not list(tmp_path.glob(".export.partial/experiments/*/runs/*/run.json")):
        assert process.poll() is None
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=20) != 0
    assert not (tmp_path / "export").exists()
    subprocess.run(command, check=True, capture_output=True)
    assert not (tmp_path / ".export.partial").exists()
    assert len(list(tmp_path.glob("export/experiments/*/runs/*/metrics.csv"))) == 2 * RUNS


def test_a_killed_restore_leaves_a_whole_database(store, tmp_path):
    moments = random.Random(7)
    cairn = servers.cairn_binary()
    uri = f"--backend-store-uri=sqlite:///{tmp_path}/mlflow.db"
    subprocess.run([cairn, "import", "mlflow", str(store), uri], check=True, capture_output=True)
    subprocess.run([cairn, "db", "backup", "copy.db", uri], check=True, capture_output=True, cwd=tmp_path)
    with closing(sqlite3.connect(tmp_path / "mlflow.db")) as connection, connection:
        connection.execute("UPDATE params SET value = 'changed'")
    for _ in range(ROUNDS):
        run_and_kill([cairn, "db", "restore", "copy.db", uri], moments.uniform(0.01, 0.3), tmp_path)
        values = {value for (value,) in ask(tmp_path / "mlflow.db", "SELECT DISTINCT value FROM params")}
        assert values in ({"1"}, {"changed"})
        assert ask(tmp_path / "mlflow.db", "PRAGMA integrity_check") == [("ok",)]
        assert no_run_is_half_there(tmp_path / "mlflow.db") == 2 * RUNS
    subprocess.run([cairn, "db", "restore", "copy.db", uri], check=True, capture_output=True, cwd=tmp_path)
    assert ask(tmp_path / "mlflow.db", "SELECT DISTINCT value FROM params") == [("1",)]
