"""One system under measurement: running on a database that holds the searched runs, and what rows ask of it."""

import os
import sqlite3
import statistics
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from bench import ROOT, registry_seed, seed, wrk
from bench.api import Api
from bench.systems import FastTrackMl, System

SEARCHED_RUNS = 2_000
SEARCHED_MODELS = 1_000
BATCH = 1_000


@dataclass(frozen=True)
class Pace:
    """How long things are measured."""

    load_s: float = 10
    repeat_s: float = 3  # for requests and starts: as often as fits, within these bounds
    repeat_at_least: int = 3
    repeat_at_most: int = 100
    transfers: int = 7  # of one file
    visits: int = 5  # of a browser
    scroll_s: float = 10


QUICK = Pace(load_s=2, repeat_s=0.5, transfers=3, visits=1, scroll_s=3)


class Trial:
    def __init__(self, system: System, pace: Pace):
        self.system = system
        self.pace = pace
        self.api: Api
        self.search_experiment: str
        self.bytes_a_point: float | None = None
        self.whole_models_ms: float | None = None
        self.first_page: dict | None = None
        self.scroll_frames: dict | None = None
        self._load_experiment: str | None = None
        self._histories: dict[int, str] = {}

    def prepare(self, searched_runs: int = SEARCHED_RUNS, searched_models: int = 0) -> None:
        """Makes the database, fills it and leaves the server running on it."""
        self._start()
        if isinstance(self.system, FastTrackMl):  # has a schema of its own
            self.search_experiment = seed.fill_through_api(self.api, searched_runs)
        else:
            self.system.stop()
            self.search_experiment = seed.fill_database(self.system.database, searched_runs, searched_models)
            self._start()
        self.system.settle()

    def restart(self) -> float:
        """The median time from a start to the first answer, in seconds."""

        def once() -> float:
            self.system.stop()
            return self._start()

        median = self._median(once)
        self.system.settle()
        return median

    @contextmanager
    def beside(self, name: str, searched_runs: int = 0, searched_models: int = 0) -> Iterator["Trial"]:
        """The same system once more, on another data set."""
        other = Trial(type(self.system)(self.system.folder / name), self.pace)
        try:
            other.prepare(searched_runs, searched_models)
            yield other
        finally:
            other.system.stop()

    @contextmanager
    def with_registry(self) -> Iterator["Trial"]:
        """The same system once more, on a database full of model versions."""
        other = Trial(type(self.system)(self.system.folder / "registry"), self.pace)
        try:
            if not other.system.database.exists():
                other._start()
                other.system.stop()
                registry_seed.fill_database(other.system.database)
            other._start()
            other.system.settle()
            yield other
        finally:
            other.system.stop()

    def load(self, script: str, connections: int, arguments: list[str]) -> wrk.Load:
        return wrk.load(self.system.url, script, connections, self.pace.load_s, arguments)

    def median_post(self, path: str, body: dict) -> tuple[bytes, float]:
        """The answer, and the median time to its last byte in milliseconds."""
        return self._median_request("POST", path, body)

    def median_get(self, path: str) -> tuple[bytes, float]:
        return self._median_request("GET", path)

    def search_request(self) -> dict:
        return {"experiment_ids": [self.search_experiment], **seed.SEARCH}

    def load_experiment(self) -> str:
        """Where loads write, apart from what is searched."""
        if self._load_experiment is None:
            self._load_experiment = self.api.create_experiment("load")
        return self._load_experiment

    def new_runs(self, count: int) -> list[str]:
        return [self.api.create_run(self.load_experiment(), seed.FIRST_START_MS) for _ in range(count)]

    def run_with_history(self, points: int) -> str:
        """A run with that many points of the metric "loss"."""
        if points not in self._histories:
            [run] = self.new_runs(1)
            self.log_points(run, points)
            self._histories[points] = run
        return self._histories[points]

    def log_points(self, run: str, points: int) -> None:
        for first in range(0, points, BATCH):
            self.api.log_batch(run, [_point(step) for step in range(first, first + BATCH)])

    def database_bytes(self) -> int:
        """What is in use of the database, including what its log still holds."""
        database = sqlite3.connect(f"file:{self.system.database}?mode=ro", uri=True, timeout=30)
        pages, free, size = (
            database.execute(f"PRAGMA {what}").fetchone()[0] for what in ("page_count", "freelist_count", "page_size")
        )
        database.close()
        return (pages - free) * size

    def _start(self) -> float:
        spent = self.system.start()
        self.api = Api(self.system.port)
        return spent

    def _median_request(self, method: str, path: str, body: dict | None = None) -> tuple[bytes, float]:
        content, _ = self.api.send(method, path, body)
        return content, 1000 * self._median(lambda: self.api.send(method, path, body)[1])

    def command_ms(self, *words: str) -> float:
        """What a command takes from its start to its end, asking the system under measurement."""
        environment = os.environ | {
            "MLFLOW_TRACKING_URI": self.system.url,
            "MLFLOW_DISABLE_TELEMETRY": "true",
            "DO_NOT_TRACK": "true",
        }

        def once() -> float:
            started = time.perf_counter()
            subprocess.run([*self.system.program, *words], env=environment, capture_output=True, check=True)
            return (time.perf_counter() - started) * 1000

        once()
        return self._median(once)

    def _median(self, measure: Callable[[], float]) -> float:
        samples: list[float] = []
        deadline = time.monotonic() + self.pace.repeat_s
        while len(samples) < self.pace.repeat_at_least or (
            time.monotonic() < deadline and len(samples) < self.pace.repeat_at_most
        ):
            samples.append(measure())
        return statistics.median(samples)


def bare_sqlite_rate(trial: Trial) -> float:
    """Commits a second of a C program that does nothing else, on the same disk."""
    program = trial.system.folder / "bare_sqlite"
    subprocess.run(["gcc", "-O2", ROOT / "bench/bare_sqlite.c", "-o", program, "-lsqlite3"], check=True)
    command = [program, trial.system.folder / "bare.db", str(trial.pace.load_s)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def _point(step: int) -> dict:
    return {"key": "loss", "value": 1 / (step + 1), "timestamp": seed.FIRST_START_MS + step * 250, "step": step}
