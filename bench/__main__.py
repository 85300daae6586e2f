"""Starts each system in turn, measures the chosen rows and prints the table.

A complete run (every row, every system, not quick) also writes docs/benchmarks.md.
"""

import argparse
import shutil
import sys

from bench import ROOT, machine, report
from bench.goals import BASELINE
from bench.results import Results
from bench.rows import ROWS, Absent, Row
from bench.systems import SYSTEMS
from bench.trial import QUICK, Pace, Trial

WORK = ROOT / "build/bench"


def main() -> int:
    arguments = parse_arguments()
    rows = choose_rows(arguments.rows)
    systems = [name for name in SYSTEMS if not arguments.only or name in arguments.only]
    load_before = machine.load_average()
    results = Results()
    for name in systems:
        measure_system(name, [row for row in rows if not row.only or name in row.only], arguments, results)

    print(report.table(rows, systems, results))
    print(report.failures(results), end="")
    complete = rows == ROWS and systems == list(SYSTEMS) and not arguments.quick
    if complete:
        (ROOT / "docs/benchmarks.md").write_text(report.document(rows, systems, results, load_before))
        print("written to docs/benchmarks.md")
    return 0


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./dev bench", description=__doc__)
    parser.add_argument("rows", nargs="*", help="rows by name or first part of it: " + ", ".join(r.name for r in ROWS))
    parser.add_argument("--only", action="append", choices=list(SYSTEMS), help="measure this system (repeatable)")
    parser.add_argument("--quick", action="store_true", help="shorter loads and fewer repetitions")
    return parser.parse_args()


def choose_rows(prefixes: list[str]) -> list[Row]:
    for prefix in prefixes:
        if not any(row.name.startswith(prefix) for row in ROWS):
            sys.exit(f"no row is called {prefix}; there are: {', '.join(row.name for row in ROWS)}")
    chosen = {row.name for row in ROWS if not prefixes or row.name.startswith(tuple(prefixes))}
    needed = {other for row in ROWS if row.name in chosen for other in row.after}
    return [row for row in ROWS if row.name in chosen | needed]


def measure_system(name: str, rows: list[Row], arguments: argparse.Namespace, results: Results) -> None:
    folder = WORK / name
    shutil.rmtree(folder, ignore_errors=True)
    trial = Trial(SYSTEMS[name](folder), QUICK if arguments.quick else Pace())
    progress(f"{trial.system.title()}: preparing")
    try:
        trial.prepare()
        for row in rows:
            measure_row(row, trial, results)
    except Exception as failure:
        for row in rows:
            results.fail(row.name, name, failure)
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


if __name__ == "__main__":
    sys.exit(main())
