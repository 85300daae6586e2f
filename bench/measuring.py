"""Choosing rows, and measuring them on a system."""

import sys

from bench.goals import BASELINE
from bench.results import Results
from bench.rows import Absent, Row
from bench.trial import Trial


def choose(rows: list[Row], prefixes: list[str]) -> list[Row]:
    for prefix in prefixes:
        if not any(row.name.startswith(prefix) for row in rows):
            sys.exit(f"no row is called {prefix}; there are: {', '.join(row.name for row in rows)}")
    chosen = {row.name for row in rows if not prefixes or row.name.startswith(tuple(prefixes))}
    needed = {other for row in rows if row.name in chosen for other in row.after}
    return [row for row in rows if row.name in chosen | needed]


def measure(trial: Trial, rows: list[Row], results: Results) -> None:
    """Starts the system, measures the rows and stops it."""
    progress(f"{trial.system.title()}: preparing")
    try:
        trial.prepare()
        for row in rows:
            measure_row(row, trial, results)
    except Exception as failure:
        for row in rows:
            results.fail(row.name, trial.system.name, failure)
    finally:
        trial.system.stop()


def measure_row(row: Row, trial: Trial, results: Results) -> None:
    name = trial.system.name
    try:
        if row.baseline and name == "cairn":
            results.add(row.name, BASELINE, row.baseline(trial))
        results.add(row.name, name, row.measure(trial))
        progress(f"{trial.system.title()}: {row.name}: {row.unit.write(results.figures(row.name)[name])}")
    except Absent:
        results.set_absent(row.name, name)
        progress(f"{trial.system.title()}: {row.name}: absent")
    except Exception as failure:
        results.fail(row.name, name, failure)
        progress(f"{trial.system.title()}: {row.name}: failed: {failure}")


def progress(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
