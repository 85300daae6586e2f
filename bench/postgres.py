"""Tracking on PostgreSQL: MLflow, FastTrackML and cairn in turn on one server, each on a database of its own.

`./dev bench postgres` prints the table and writes docs/benchmarks-postgres.md. The server is the distribution's, started
for that long with its own settings for durability: an acknowledged write is synced.
"""

import argparse
import hashlib
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from bench import ROOT, goals, machine, measuring, report, rows, seed, wrk
from bench.api import Api
from bench.results import Results
from bench.rows import Row
from bench.systems import SYSTEMS, Cairn, FastTrackMl, System, tree_cpu_s
from bench.trial import QUICK, SEARCHED_RUNS, Pace, Trial
from bench.units import BYTES, COUNT, MILLISECONDS, PER_SECOND

WORK = ROOT / "build/bench/postgres"
SCRIPT = ROOT / "scripts/postgres.sh"
MANY_RUNS = 1_000_000
CONNECTIONS = 16

DOCUMENT = """# Benchmarks on PostgreSQL

Written by `./dev bench postgres` on {date}; every figure is of that one run, on one machine, the systems one after another:

{machine}

{table}

{failures}How it is measured:

- One PostgreSQL of the distribution, with its own settings for durability and {buffers} of shared buffers; each system
  has a database of its own in it. An acknowledged write is synced, whoever made it.
- The loads are those of [benchmarks.md](benchmarks.md). Several processes of cairn share one database, each gets an equal
  part of the {connections} connections, at the same time.
- Before each load the database is vacuumed and analyzed, a checkpoint is made and the disk synced: what was written
  before is otherwise written out in the middle of what follows.
- FastTrackML refuses a few of the batches that come at the same time (deadlocks in the database). What it accepted is counted.
- "PostgreSQL alone" is `pgbench` with one statement, just before the row below it: an `INSERT` into a table without an
  index and its commit, the rows that the answer is made of, or those of new runs, with the keys and indexes of the real
  tables. No server that syncs what it acknowledges to one client is faster than the first; of many clients cairn puts the
  writes into one commit. The second is about the least that a read takes: pgbench gets the rows as text, cairn in binary.
- The {many:,} runs are put in through `COPY`, with two metrics and two parameters each; a tenth of them match the search.
"""


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

    def cpu_s(self) -> float:
        return tree_cpu_s(int((self.folder / "data/postmaster.pid").read_text().split()[0]))

    def new_database(self, name: str) -> str:
        self.sql("postgres", f"CREATE DATABASE {name}")
        return self.uri + name

    def rest(self, database: str) -> None:
        """Does now what PostgreSQL would do some time later, in the middle of a measurement, for what was written before."""
        self.sql(database, "VACUUM ANALYZE")
        self.sql(database, "CHECKPOINT")
        os.sync()

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
    server.sql(database, "VACUUM ANALYZE")
    return experiment


class PostgresTrial(Trial):
    """A system on a database of its own in the server."""

    def __init__(self, system: type[System], server: Server, pace: Pace, many_runs: int = 0):
        self.server = server
        self.database = system.name
        self.many_runs = many_runs
        self.processors: dict[int, tuple[float, float, float]] = {}  # used by cairn, PostgreSQL and the load
        super().__init__(on_postgres(system, server.new_database(self.database))(WORK / system.name), pace)

    def prepare(self, searched_runs: int = SEARCHED_RUNS, searched_models: int = 0) -> None:
        self._start()
        if isinstance(self.system, FastTrackMl):  # has a schema of its own
            self.search_experiment = seed.fill_through_api(self.api, searched_runs)
        else:
            self.search_experiment = fill(self.server, self.database, searched_runs, len(seed.METRICS))
        self.system.settle()

    def load(self, script: str, connections: int, arguments: list[str]) -> wrk.Load:
        self.server.rest(self.database)
        # FastTrackML runs into deadlocks with itself, which its clients meet by sending the request again.
        may_refuse = isinstance(self.system, FastTrackMl)
        return wrk.load(self.system.url, script, connections, self.pace.load_s, arguments, may_refuse)

    def database_bytes(self) -> int:
        return int(self.server.sql(self.database, f"SELECT pg_database_size('{self.database}')"))


def processes(count: int) -> Callable[[PostgresTrial], float]:
    """log-metric through so many cairns on one database at once. Also leaves behind who used the processors."""

    def measure(trial: PostgresTrial) -> float:
        uri = trial.server.new_database(f"shared_by_{count}")
        systems = [on_postgres(Cairn, uri)(WORK / f"shared-by-{count}-{number}") for number in range(count)]
        try:
            for system in systems:
                system.start()
            each = CONNECTIONS // count
            runs = {system.url: runs_for_load(system.api(), each, name) for name, system in enumerate(systems)}
            trial.server.rest(f"shared_by_{count}")
            before = trial.server.cpu_s(), sum(system.cpu_s() for system in systems)
            with ThreadPoolExecutor(count) as pool:
                loads = list(pool.map(lambda url: wrk.load(url, "log_metric.lua", each, trial.pace.load_s, runs[url]), runs))
            after = trial.server.cpu_s(), sum(system.cpu_s() for system in systems)
            seconds = max(load.seconds for load in loads)
            of_postgres, of_cairn = ((now - then) / seconds for now, then in zip(after, before))
            trial.processors[count] = (of_cairn, of_postgres, sum(load.cpu_s for load in loads) / seconds)
            return sum(load.rate for load in loads)
        finally:
            for system in systems:
                system.stop()

    return measure


def pgbench(uri: str, statement: str, connections: int, seconds: int, options: str = "") -> float:
    """How often a second PostgreSQL does it, without anything before it."""
    script = WORK / "bare.sql"
    script.write_text(statement + ";\n")
    command = [
        "pgbench", "--no-vacuum", "--protocol=prepared", f"--file={script}", f"--client={connections}", "--jobs=1",
        f"--time={seconds}", uri,
    ]  # fmt: skip
    environment = os.environ | {"PGOPTIONS": options}
    output = subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout
    return float(re.search(r"^tps = ([\d.]+)", output, re.MULTILINE)[1])


def bare_commits(connections: int) -> Callable[[PostgresTrial], float]:
    """A row into a table without an index, and its commit."""

    def measure(trial: PostgresTrial) -> float:
        name = f"bare_{connections}"
        uri = trial.server.new_database(name)
        trial.server.sql(name, "CREATE TABLE points (value DOUBLE PRECISION)")
        trial.server.rest(name)
        return pgbench(uri, "INSERT INTO points (value) VALUES (0.8172635443)", connections, round(trial.pace.load_s))

    return measure


def bare_runs(connections: int, in_a_commit: int) -> Callable[[PostgresTrial], float]:
    """Runs as runs/create makes them, in a database as it has it."""
    insert = f"""
        WITH new AS MATERIALIZED (SELECT replace(gen_random_uuid()::text, '-', '') AS id FROM generate_series(1, {in_a_commit})),
        made AS (
          INSERT INTO runs (run_uuid, name, user_id, start_time, artifact_uri, experiment_id, status, lifecycle_stage,
                            source_type, source_name, entry_point_name, source_version)
          SELECT id, 'trial', 'bench', 1700000000000, 'artifacts/' || id || '/artifacts', 0, 'RUNNING', 'active',
                 'UNKNOWN', '', '', '' FROM new)
        INSERT INTO tags (key, value, run_uuid) SELECT key, value, id FROM new, (VALUES ('mlflow.user', 'bench'),
          ('mlflow.source.name', 'train.py'), ('mlflow.source.type', 'LOCAL'), ('mlflow.runName', 'trial')) AS tag (key, value)"""

    def measure(trial: PostgresTrial) -> float:
        name = f"bare_runs_{connections}"
        uri = trial.server.new_database(name)
        system = on_postgres(Cairn, uri)(WORK / name)
        system.start()
        system.stop()
        trial.server.rest(name)
        # A foreign key is otherwise checked by reading all of a table that was empty at first.
        planning = "-c enable_seqscan=off -c enable_hashjoin=off -c plan_cache_mode=force_generic_plan"
        return in_a_commit * pgbench(uri, insert.replace("\n", " "), connections, round(trial.pace.load_s), planning)

    return measure


def bare_contents(runs: int) -> Callable[[PostgresTrial], float]:
    """The metrics and parameters of so many runs, which any answer with them has to read; in milliseconds."""

    def measure(trial: PostgresTrial) -> float:
        chosen = f"SELECT run_uuid FROM runs WHERE experiment_id = {trial.search_experiment} LIMIT {runs}"
        ids = "ARRAY['" + "','".join(trial.server.sql(trial.database, chosen).split()) + "']"
        selects = [
            f"SELECT run_uuid, key, {columns} FROM {table} WHERE run_uuid = ANY ({ids})"
            for table, columns in (("latest_metrics", "value, is_nan, timestamp, step"), ("params", "value"))
        ]
        uri, seconds = trial.server.uri + trial.database, max(1, round(trial.pace.repeat_s))
        return sum(1_000 / pgbench(uri, select, 1, seconds) for select in selects)

    return measure


def processors(count: int, part: int) -> Callable[[PostgresTrial], float]:
    def read(trial: PostgresTrial) -> float:
        if count not in trial.processors:
            raise RuntimeError(f"processes-{count} gave no result")
        return trial.processors[count][part]

    return read


def runs_for_load(api: Api, count: int, name: int) -> list[str]:
    experiment = api.create_experiment(f"load-{name}")
    return [api.create_run(experiment, seed.FIRST_START_MS) for _ in range(count)]


def search_very_many(trial: PostgresTrial) -> float:
    """A filtered, ordered search among so many runs, two metrics and two parameters each."""
    uri = trial.server.new_database("many")
    other = Trial(on_postgres(Cairn, uri)(WORK / "many"), trial.pace)
    try:
        other._start()
        request = {
            "experiment_ids": [fill(trial.server, "many", trial.many_runs, 2)],
            "filter": "metrics.metric_00 > 0.5 AND params.param_01 = 'value_3'",
            "order_by": ["metrics.metric_01 DESC"],
            "max_results": 100,
        }
        content, median = other.median_post("/runs/search", request)
        if content.count(b'"run_uuid"') != 100:
            raise RuntimeError("the search did not find 100 runs")
        return median
    finally:
        other.system.stop()


def rate_row(name: str, work: str, measure: Callable[[Trial], float]) -> Row:
    return Row(name, work, PER_SECOND, measure, (goals.times("mlflow", 50), goals.times("fasttrackml", 10)))


def bare_row(connections: int) -> Row:
    plural = "s" if connections > 1 else ""
    work = f"PostgreSQL alone: one row and its commit, {connections} connection{plural} (pgbench)"
    return Row(f"bare-{connections}", work, PER_SECOND, bare_commits(connections), (), only=("cairn",))


def bare_runs_row(connections: int, in_a_commit: int) -> Row:
    runs = f"{in_a_commit} runs with their four tags" if in_a_commit > 1 else "a run with its four tags"
    work = f"PostgreSQL alone: {runs} and a commit, {connections} connection{'s' if connections > 1 else ''} (pgbench)"
    return Row(f"bare-runs-{connections}", work, PER_SECOND, bare_runs(connections, in_a_commit), (), only=("cairn",))


def bare_contents_row(runs: int) -> Row:
    work = f"PostgreSQL alone: the metrics and parameters of {runs:,} runs by their ids (pgbench)"
    return Row(f"bare-contents-{runs}", work, MILLISECONDS, bare_contents(runs), (), only=("cairn",))


def time_row(name: str, work: str, measure: Callable[[Trial], float]) -> Row:
    compared = (goals.fraction_of("mlflow", 50), goals.fraction_of("fasttrackml", 10))
    return Row(name, work, MILLISECONDS, measure, compared)


def rows_of(many_runs: int) -> list[Row]:
    shared = []
    for count in (1, 2, 4):
        name = f"processes-{count}"
        work = f"`log-metric`, {CONNECTIONS} connections, cairn in {count} processes"
        shared.append(Row(name, work, PER_SECOND, processes(count), (), only=("cairn",)))
        shared += [
            Row(f"{name}-{part}", f"the same: processors that {part} takes", COUNT, processors(count, number), (),
                only=("cairn",), after=(name,))
            for number, part in enumerate(("cairn", "PostgreSQL", "the load"))
        ]  # fmt: skip
    return [
        bare_contents_row(100),
        time_row("search", f"`runs/search`, {SEARCHED_RUNS:,} runs, filter and order, 100 results", rows.search),
        bare_contents_row(1000),
        time_row("recent-runs", "1,000 most recent runs with all their data", rows.recent_runs),
        time_row("history", "`get-history` of 50,000 points", rows.history),
        time_row("interval", "`get-history-bulk-interval`, 320 of 50,000 points", rows.interval(50_000)),
        rows.VERY_LONG_INTERVAL,
        bare_row(1),
        rate_row("log-metric-1", "`log-metric`, 1 connection", rows.log_metric(1)),
        bare_row(CONNECTIONS),
        rate_row("log-metric-16", f"`log-metric`, {CONNECTIONS} connections", rows.log_metric(CONNECTIONS)),
        rate_row("log-batch", "`log-batch` of 1,000 metrics, 4 connections (metrics)", rows.log_batch),
        Row("bytes-a-point", "database bytes a logged point", BYTES, rows.bytes_a_point, (), after=("log-batch",)),
        bare_runs_row(CONNECTIONS, 1),
        bare_runs_row(1, CONNECTIONS),
        rate_row("create-run", f"`runs/create`, {CONNECTIONS} connections", rows.create_run),
        *shared,
        Row("search-very-many", f"`runs/search`, {many_runs:,} runs, filter and order, 100 results", MILLISECONDS,
            search_very_many, (goals.at_most(100),), only=("cairn",)),
    ]  # fmt: skip


def main() -> int:
    parser = argparse.ArgumentParser(prog="./dev bench postgres", description=__doc__)
    parser.add_argument("rows", nargs="*", help="rows by name or first part of it")
    parser.add_argument("--quick", action="store_true", help="shorter loads")
    parser.add_argument("--only", action="append", choices=list(SYSTEMS), help="measure this system (repeatable)")
    parser.add_argument("--runs", type=int, default=MANY_RUNS, help="how many runs the largest search is over")
    arguments = parser.parse_args()
    every = rows_of(arguments.runs)
    chosen = measuring.choose(every, arguments.rows)
    systems = [name for name in SYSTEMS if not arguments.only or name in arguments.only]
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    load_before = machine.load_average()
    results = Results()
    with Server(Path("/tmp") / f"cairn-bench-postgres-{os.getpid()}") as server:
        for name in systems:
            pace = QUICK if arguments.quick else Pace()
            trial = PostgresTrial(SYSTEMS[name], server, pace, arguments.runs)
            measuring.measure(trial, [row for row in chosen if not row.only or name in row.only], results)
    print(report.table(chosen, systems, results))
    print(report.failures(results), end="")
    if chosen == every and systems == list(SYSTEMS) and not arguments.quick and arguments.runs == MANY_RUNS:
        (ROOT / "docs/benchmarks-postgres.md").write_text(document(chosen, systems, results, load_before))
        print("written to docs/benchmarks-postgres.md")
    return 0


def document(chosen: list[Row], systems: list[str], results: Results, load_before: float) -> str:
    return report.fill(DOCUMENT, chosen, systems, results, load_before, connections=CONNECTIONS, many=MANY_RUNS, buffers="64 MB")


if __name__ == "__main__":
    raise SystemExit(main())
