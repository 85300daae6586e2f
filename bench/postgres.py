"""Tracking on PostgreSQL: MLflow, FastTrackML and cairn in turn on one server, each on a database of its own.

`./dev bench postgres` prints the table and writes docs/benchmarks-postgres.md. The server is the distribution's, started
for that long with its own settings for durability: an acknowledged write is synced.
"""

import argparse
import hashlib
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bench import ROOT, machine, seed, wrk
from bench.rows import create_run, log_metric, search
from bench.systems import Cairn, FastTrackMl, Mlflow, System
from bench.trial import BATCH, QUICK, Pace, Trial

WORK = ROOT / "build/bench/postgres"
SCRIPT = ROOT / "scripts/postgres.sh"
SEARCHED_RUNS = 2_000
MANY_RUNS = 1_000_000


class Server:
    """PostgreSQL, in a folder that its own user can reach."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.uri = ""

    def __enter__(self) -> "Server":
        environment = os.environ | {"CAIRN_POSTGRES_DURABLE": "1"}
        started = subprocess.run([SCRIPT, "start", self.folder], env=environment, stdout=subprocess.PIPE, text=True, check=True)
        self.uri = started.stdout.strip()
        return self

    def __exit__(self, *_) -> None:
        subprocess.run([SCRIPT, "stop", self.folder, "immediate"], check=True)
        shutil.rmtree(self.folder)

    def new_database(self, name: str) -> str:
        self.sql("postgres", f"CREATE DATABASE {name}")
        return self.uri + name

    def sql(self, database: str, statement: str, rows: Iterator[str] | None = None) -> str:
        """Runs a statement; `rows` are a COPY's."""
        command = ["psql", self.uri + database, "--no-psqlrc", "-qAt", "--set=ON_ERROR_STOP=1", "-c", statement]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as psql:
            psql.stdin.writelines(rows or ())
            psql.stdin.close()
            output = psql.stdout.read()
        if psql.returncode:
            raise RuntimeError(f"psql refused {statement}")
        return output


def on_postgres(system: type[System], uri: str) -> type[System]:
    """The same server on another store."""

    class OnPostgres(system):
        def command(self) -> list[str]:
            of_driver = uri.replace("postgresql://", "postgres://") if issubclass(system, FastTrackMl) else uri
            sqlite = ("sqlite://" if issubclass(system, FastTrackMl) else "sqlite:///") + str(self.database)
            return [of_driver if argument == sqlite else argument for argument in super().command()]

    return OnPostgres


def fill(server: Server, database: str, runs: int, keys: int) -> str:
    """Runs with so many metrics and parameters each, through COPY."""
    experiment = server.sql(
        database,
        "INSERT INTO experiments (name, artifact_location, lifecycle_stage, creation_time, last_update_time) VALUES "
        f"('search-{runs}', 'artifacts', 'active', {seed.FIRST_START_MS}, {seed.FIRST_START_MS}) RETURNING experiment_id",
    ).strip()
    ids = [hashlib.md5(b"%d %d" % (runs, run)).hexdigest() for run in range(runs)]
    metrics, params = list(enumerate(seed.METRICS))[:keys], list(enumerate(seed.PARAMS))[:keys]
    tables = {
        "runs (run_uuid, name, source_type, source_name, entry_point_name, user_id, status, start_time, end_time,"
        " source_version, lifecycle_stage, artifact_uri, experiment_id)": (
            f"{run_id}\trun-{run}\tUNKNOWN\t\t\tbench\tFINISHED\t{seed.FIRST_START_MS + run}\t"
            f"{seed.FIRST_START_MS + run + 1}\t\tactive\tartifacts/{run_id}/artifacts\t{experiment}\n"
            for run, run_id in enumerate(ids)
        ),
        "tags (key, value, run_uuid)": (f"mlflow.runName\trun-{run}\t{run_id}\n" for run, run_id in enumerate(ids)),
        "latest_metrics (key, value, timestamp, run_uuid, step, is_nan)": (
            f"{key}\t{seed.metric_value(run, i)}\t{seed.FIRST_START_MS + run}\t{run_id}\t0\tf\n"
            for run, run_id in enumerate(ids)
            for i, key in metrics
        ),
        "params (key, value, run_uuid)": (
            f"{key}\t{seed.param_value(run, i)}\t{run_id}\n" for run, run_id in enumerate(ids) for i, key in params
        ),
    }
    for table, rows in tables.items():
        server.sql(database, f"COPY {table} FROM STDIN", rows)
    server.sql(database, "ANALYZE")
    return experiment


def log_batch(trial: Trial) -> float:
    return trial.load("log_batch.lua", 4, trial.new_runs(500)).rate * BATCH


@dataclass(frozen=True)
class Row:
    name: str
    work: str
    unit: str
    measure: Callable[[Trial], float]
    over_mlflow: float = 50
    over_fasttrackml: float = 10
    is_rate: bool = True

    def times(self, cairn: float, peer: float) -> float:
        return cairn / peer if self.is_rate else peer / cairn


ROWS = [
    Row("log-metric-1", "log-metric, 1 connection", "/s", log_metric(1)),
    Row("log-metric-16", "log-metric, 16 connections", "/s", log_metric(16)),
    Row("log-batch", "log-batch, 1,000 points each, 4 connections", " points/s", log_batch),
    Row("create-run", "create a run, 16 connections", "/s", create_run),
    Row("search", "search 2,000 runs, filter and order", " ms", search, is_rate=False),
]


@contextmanager
def running(system: type[System], server: Server, pace: Pace, number: int = 0) -> Iterator[Trial]:
    database = f"{system.name}_{number}"
    uri = server.new_database(database)
    trial = Trial(on_postgres(system, uri)(WORK / database), pace)
    try:
        trial._start()
        if issubclass(system, FastTrackMl):
            trial.search_experiment = seed.fill_through_api(trial.api, SEARCHED_RUNS)
        else:
            trial.search_experiment = fill(server, database, SEARCHED_RUNS, len(seed.METRICS))
        trial.system.settle()
        yield trial
    finally:
        trial.system.stop()


def processes(server: Server, pace: Pace, count: int) -> float:
    """log-metric through so many cairns on one database at once, 16 connections in all."""
    uri = server.new_database(f"many_{count}")
    systems = [on_postgres(Cairn, uri)(WORK / f"many_{count}_{number}") for number in range(count)]
    try:
        trials = [Trial(system, pace) for system in systems]
        for trial in trials:
            trial._start()
        each = 16 // count
        loads = []
        for trial in trials:
            experiment = trial.api.create_experiment(f"load-{len(loads)}")
            ids = [trial.api.create_run(experiment, seed.FIRST_START_MS) for _ in range(each)]
            loads.append((trial, ids))
        with ThreadPoolExecutor(count) as pool:
            done = pool.map(lambda load: wrk.load(load[0].system.url, "log_metric.lua", each, pace.load_s, load[1]), loads)
            return sum(load.rate for load in done)
    finally:
        for system in systems:
            system.stop()


def many_runs(server: Server, pace: Pace, runs: int) -> float:
    """A filtered, ordered search among so many runs, two metrics and two parameters each."""
    uri = server.new_database("million")
    trial = Trial(on_postgres(Cairn, uri)(WORK / "million"), pace)
    try:
        trial._start()
        trial.search_experiment = fill(server, "million", runs, 2)
        request = {
            "experiment_ids": [trial.search_experiment],
            "filter": "metrics.metric_00 > 0.5 AND params.param_01 = 'value_3'",
            "order_by": ["metrics.metric_01 DESC"],
            "max_results": 100,
        }
        return trial.median_post("/runs/search", request)[1]
    finally:
        trial.system.stop()


def main() -> int:
    parser = argparse.ArgumentParser(prog="./dev bench postgres", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="shorter loads")
    parser.add_argument("--only", action="append", choices=[s.name for s in (Mlflow, FastTrackMl, Cairn)])
    parser.add_argument("--runs", type=int, default=MANY_RUNS, help="how many runs the large search is over")
    arguments = parser.parse_args()
    pace = QUICK if arguments.quick else Pace()
    systems = [s for s in (Mlflow, FastTrackMl, Cairn) if not arguments.only or s.name in arguments.only]
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    load_before = machine.load_average()
    figures: dict[tuple[str, str], float] = {}
    alone: list[str] = []
    with Server(Path("/tmp") / f"cairn-bench-postgres-{os.getpid()}") as server:
        for system in systems:
            with running(system, server, pace) as trial:
                for row in ROWS:
                    figures[row.name, system.name] = row.measure(trial)
                    print(f"{system.title()}: {row.name}: {figures[row.name, system.name]:,.1f}{row.unit}", flush=True)
        for count in (1, 2, 4):
            alone.append(f"| log-metric, 16 connections, {count} processes | {processes(server, pace, count):,.0f}/s | |")
            print(alone[-1], flush=True)
        found = many_runs(server, pace, arguments.runs)
        alone.append(f"| search {arguments.runs:,} runs, filter and order | {found:,.1f} ms | ≤ 100 ms |")
    text = table(systems, figures) + "\n\n| cairn alone | | goal |\n|---|---|---|\n" + "\n".join(alone) + "\n"
    print(text)
    if len(systems) == 3 and not arguments.quick and arguments.runs == MANY_RUNS:
        head = f"# Benchmarks on PostgreSQL\n\nWritten by `./dev bench postgres` on {date.today():%Y-%m-%d}; all on one machine:\n\n"
        (ROOT / "docs/benchmarks-postgres.md").write_text(f"{head}{chr(10).join(machine.describe(load_before))}\n\n{text}")
    return 0


def table(systems: list[type[System]], figures: dict[tuple[str, str], float]) -> str:
    lines = ["| work | " + " | ".join(s.title() for s in systems) + " | × MLflow | × FastTrackML |"]
    lines.append("|" + "---|" * (len(systems) + 3))
    for row in ROWS:
        cells = [f"{figures[row.name, s.name]:,.1f}{row.unit}" for s in systems]
        for peer, goal in (("mlflow", row.over_mlflow), ("fasttrackml", row.over_fasttrackml)):
            if (row.name, peer) in figures and (row.name, "cairn") in figures:
                factor = row.times(figures[row.name, "cairn"], figures[row.name, peer])
                cells.append(f"{factor:.1f} (goal {goal:g}: {'met' if factor >= goal else 'missed'})")
            else:
                cells.append("")
        lines.append(f"| {row.work} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


if __name__ == "__main__":
    raise SystemExit(main())
