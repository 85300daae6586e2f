"""Starts each system in turn, measures the chosen rows and prints the table.

A complete run (every row, every system, not quick) also writes docs/benchmarks.md.
"""

import argparse
import shutil
import sys

from bench import ROOT, machine, measuring, report
from bench.results import Results
from bench.rows import ROWS
from bench.systems import SYSTEMS
from bench.trial import QUICK, Pace, Trial

WORK = ROOT / "build/bench"


def main() -> int:
    arguments = parse_arguments()
    rows = measuring.choose(ROWS, arguments.rows)
    systems = [name for name in SYSTEMS if not arguments.only or name in arguments.only]
    load_before = machine.load_average()
    results = Results()
    for name in systems:
        folder = WORK / name
        shutil.rmtree(folder, ignore_errors=True)
        trial = Trial(SYSTEMS[name](folder), QUICK if arguments.quick else Pace())
        measuring.measure(trial, [row for row in rows if not row.only or name in row.only], results)

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


if __name__ == "__main__":
    sys.exit(main())
