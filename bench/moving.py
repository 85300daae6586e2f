"""Moving in and out: cairn, `mlflow migrate-filestore` and the package mlflow-export-import on one store. `./dev bench
moving` writes the table.

The store is MLflow's folder layout with so many runs of ten metrics each. Figures are wall times of a whole command, the
least of three for cairn, one run for the others, each ended when it takes longer than LIMIT_SECONDS: the whole takes
less than six minutes. The package reads a SQLite database through MLflow's client, with nothing in between; it cannot
write to one so, and imports into a server of MLflow's, which runs before the clock does.
"""

import argparse
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench import ROOT, machine

WORK = ROOT / "build/bench/moving"
CAIRN = ROOT / "build/release/cairn"
VENVS = ROOT / "build/venv"
MLFLOW = VENVS / "compat/bin/mlflow"
PACKAGE = [VENVS / "compat/bin/python", "-m"]  # with MLflow; the package itself is beside it

RUNS = 100
METRICS = 10
GOAL_SECONDS = 60  # for a million points
LIMIT_SECONDS = 75


def write_store(folder: Path, points: int) -> None:
    experiment = folder / "1"
    experiment.mkdir(parents=True)
    (experiment / "meta.yaml").write_text(
        f"artifact_location: file://{experiment}\ncreation_time: 1\nexperiment_id: '1'\nlast_update_time: 1\n"
        "lifecycle_stage: active\nname: moved\n"
    )
    for number in range(RUNS):
        run = experiment / f"{number:032x}"
        for below in ("metrics", "params", "tags", "artifacts"):
            (run / below).mkdir(parents=True)
        (run / "meta.yaml").write_text(
            f"artifact_uri: file://{run}/artifacts\nend_time: 2\nentry_point_name: ''\nexperiment_id: '1'\n"
            f"lifecycle_stage: active\nrun_id: {run.name}\nrun_name: run {number}\nrun_uuid: {run.name}\n"
            "source_name: ''\nsource_type: 4\nsource_version: ''\nstart_time: 1\nstatus: 3\nuser_id: ann\n"
        )
        (run / "params/lr").write_text("0.1")
        (run / "tags/mlflow.user").write_text("ann")
        for metric in range(METRICS):
            lines = (
                f"{1_700_000_000_000 + 1000 * step} {(0.37 * step + metric) % 1} {step}\n"
                for step in range(points // RUNS // METRICS)
            )
            (run / f"metrics/m{metric}").write_text("".join(lines))


def seconds(*command: object, **environment: str) -> float:
    """LIMIT_SECONDS where it was not finished by then."""
    started = time.perf_counter()
    quiet = {"MLFLOW_DISABLE_TELEMETRY": "true", "DO_NOT_TRACK": "true"}
    try:
        done = subprocess.run(
            [str(word) for word in command],
            cwd=WORK,
            env=os.environ | quiet | environment,
            capture_output=True,
            timeout=LIMIT_SECONDS,
        )
    except subprocess.TimeoutExpired:
        return LIMIT_SECONDS
    if done.returncode != 0:
        raise RuntimeError(f"{command} failed:\n{done.stderr.decode()[-2000:]}")
    return time.perf_counter() - started


def package(module: str, uri: str, *words: str) -> float:
    """mlflow-export-import, on this tracking URI."""
    site = next((VENVS / "bench/lib").glob("python3*/site-packages"))
    return seconds(
        *PACKAGE, f"mlflow_export_import.bulk.{module}", *words, PYTHONPATH=str(site), MLFLOW_TRACKING_URI=uri
    )


@contextmanager
def mlflow_server(database: str) -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    store = f"sqlite:///{WORK}/{database}"
    command = [MLFLOW, "server", "--backend-store-uri", store, "--port", str(port), "--workers", "2"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    server = subprocess.Popen(list(map(str, command)), cwd=WORK, start_new_session=True, **quiet)
    try:
        wait_for(f"http://127.0.0.1:{port}/health", server)
        yield f"http://127.0.0.1:{port}"
    finally:
        os.killpg(server.pid, signal.SIGKILL)
        server.wait()


def wait_for(url: str, server: subprocess.Popen) -> None:
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=5):
                return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError("mlflow server does not answer")


def stored_points(database: str) -> int:
    with sqlite3.connect(WORK / database) as connection:
        return connection.execute("SELECT count(*) FROM metrics").fetchone()[0]


def least(measure: Callable[[int], float]) -> float:
    return min(measure(attempt) for attempt in range(3))


def import_with_cairn() -> float:
    return least(lambda n: seconds(CAIRN, "import", "mlflow", "mlruns", f"--backend-store-uri=sqlite:///in{n}.db"))


def import_with_mlflow() -> float:
    return seconds(MLFLOW, "migrate-filestore", "--source", WORK, "--target", f"sqlite:///{WORK}/mlflow.db")


def export() -> float:
    return least(
        lambda n: seconds(
            CAIRN, "experiments", "export", "--all", f"--output-dir=out{n}", "--backend-store-uri=sqlite:///in0.db"
        )
    )


def export_with_package() -> float:
    seconds(CAIRN, "db", "backup", "rows.db", "--backend-store-uri=sqlite:///in0.db")
    seconds(CAIRN, "db", "expand", "sqlite:///rows.db")  # history in MLflow's rows
    uri = f"sqlite:///{WORK}/rows.db"
    return package("export_experiments", uri, "--experiments=all", "--output-dir=package")


def import_with_package() -> float | None:
    """None where there is nothing whole to import, because its export took too long."""
    if not (WORK / "package/experiments.json").exists():
        return None
    with mlflow_server("package.db") as uri:
        took = package("import_experiments", uri, "--input-dir=package")
        # It tells of failures in its log alone.
        if took < LIMIT_SECONDS and stored_points("package.db") != stored_points("rows.db"):
            raise RuntimeError("mlflow-export-import did not import every point")
        return took


def import_export() -> float:
    return least(
        lambda n: seconds(
            CAIRN, "experiments", "import", "--input-dir=out0", f"--backend-store-uri=sqlite:///back{n}.db"
        )
    )


def backup() -> float:
    return least(lambda n: seconds(CAIRN, "db", "backup", f"copy{n}.db", "--backend-store-uri=sqlite:///in0.db"))


def check() -> float:
    return least(lambda _: seconds(CAIRN, "db", "check", "sqlite:///in0.db"))


@dataclass(frozen=True)
class Row:
    work: str
    ours: Callable[[], float]
    peer: str = ""
    theirs: Callable[[], float | None] = lambda: None


# In this order: each needs what the ones before it made.
ROWS = [
    Row("import of `mlruns/`, with its check", import_with_cairn, "`mlflow migrate-filestore`", import_with_mlflow),
    Row("`experiments export --all`, with its check", export, "`mlflow-export-import`", export_with_package),
    Row("`experiments import` of it, with its check", import_export, "`mlflow-export-import`", import_with_package),
    Row("`db backup`", backup),
    Row("`db check`", check),
]


def cells(row: Row, points: int) -> list[str]:
    ours = row.ours()
    mine = [row.work, f"{ours:.2f} s", f"{points / ours:,.0f}"]
    theirs = row.theirs()
    if theirs is None:
        return [*mine, row.peer, "", "", ""]
    cut = "> " if theirs >= LIMIT_SECONDS else ""
    rate = f"{'< ' if cut else ''}{points / theirs:,.0f}"
    return [*mine, row.peer, f"{cut}{theirs:.1f} s", rate, f"{cut}{theirs / ours:.0f}×"]


def table(points: int) -> str:
    lines = ["| work | cairn | points/s | peer | takes | points/s | ratio |", "|---|---|---|---|---|---|---|"]
    for row in ROWS:
        lines.append(f"| {' | '.join(cells(row, points))} |")
        print(f"bench: {lines[-1]}", file=sys.stderr)
    return "\n".join(lines) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(prog="./dev bench moving", description=__doc__)
    parser.add_argument("--points", type=int, default=1_000_000)
    points = parser.parse_args().points
    shutil.rmtree(WORK, ignore_errors=True)
    write_store(WORK / "mlruns", points)
    circumstances = "\n".join(f"- {line}" for line in machine.describe(machine.load_average()))
    figures = table(points)
    print(figures)
    if points == 1_000_000:
        (ROOT / "docs/benchmarks-moving.md").write_text(
            "# Benchmarks: moving in and out\n\nWritten by `./dev bench moving`: a million metric points, "
            f"{RUNS} runs of {METRICS} metrics.\nThe goal for the import is {GOAL_SECONDS} s. What a peer has not finished "
            f"after {LIMIT_SECONDS} s is ended there (>).\n\n"
            f"{circumstances}\n\n{figures}"
        )
        print("written to docs/benchmarks-moving.md")
    shutil.rmtree(WORK)
    return 0


if __name__ == "__main__":
    sys.exit(main())
