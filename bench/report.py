"""The results as a table for the terminal and as docs/benchmarks.md."""

from datetime import date

from bench import machine
from bench.goals import Figures, Goal
from bench.results import Results
from bench.rows import Row
from bench.systems import SYSTEMS
from bench.trial import Pace

DOCUMENT = """# Benchmarks

Written by `./dev bench` on {date}; every figure is of that one run, on one machine, the systems one after another:

{machine}

{table}

{failures}How it is measured:

- All three keep their data in SQLite on the same disk. MLflow runs with 4 workers, the others as they come. cairn and
  MLflow answer a write when it is synced to the disk; FastTrackML leaves the sync for later.
- Loads come from `wrk` (one thread, {load_s:g} s each) with requests that are prepared beforehand; no two write the same
  point, every answer must be a success, and afterwards the stored points are counted. Other times are medians of
  requests over a kept connection, from sending to the answer's last byte.
- The searched runs lie in the database during every other measurement; loads write to an experiment of their own.
  The logged models lie in a database of their own.
- Artifacts go to MLflow's and cairn's proxy, each on its folder of the same disk; cairn answers an upload when it is synced.
  nginx serves and takes files (WebDAV) with `sendfile`, without a sync.
- The bare SQLite program ([bench/bare_sqlite.c](../bench/bare_sqlite.c)) inserts one row a transaction with full sync
  and does nothing else.
- The web apps are opened in Debian's Chromium with nothing cached. The first row stands when a cell of the runs table has
  a text and is painted, as the page itself sees it, from the start of the visit; a scroll moves by eight rows a frame. cairn's first rows stand before its program runs;
  its table answers to clicks and keys from the time in the row of that name.
- `absent`: the system does not have it.
"""


def table(rows: list[Row], systems: list[str], results: Results) -> str:
    peers = [name for name in systems if name != "cairn"]
    header = ["work", *(SYSTEMS[name].title() for name in systems), *(f"× {SYSTEMS[name].brand}" for name in peers)]
    lines = [[*header, "goal", "met"]]
    lines += [
        [
            row.work,
            *(_figure(row, name, results) for name in systems),
            *(_ratio(row, name, results) for name in peers),
            "; ".join(goal.text(row.unit, results.figures(row.name)) for goal in row.goals),
            "; ".join(_verdict(goal, results.figures(row.name)) for goal in row.goals),
        ]
        for row in rows
    ]
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    written = ["| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths)) + " |" for line in lines]
    return "\n".join([written[0], "|" + "|".join("-" * (width + 2) for width in widths) + "|", *written[1:]])


def failures(results: Results) -> str:
    return "".join(f"- {row}, {system}: {reason}\n" for (row, system), reason in results.failures().items())


def document(rows: list[Row], systems: list[str], results: Results, load_before: float) -> str:
    return fill(DOCUMENT, rows, systems, results, load_before, load_s=Pace().load_s)


def fill(text: str, rows: list[Row], systems: list[str], results: Results, load_before: float, **more) -> str:
    """The text with what every document tells put in: date, machine, table and failures."""
    reasons = failures(results)
    return text.format(
        date=date.today().isoformat(),
        machine="\n".join(f"- {line}" for line in machine.describe(load_before)),
        table=table(rows, systems, results),
        failures=f"What failed:\n\n{reasons}\n" if reasons else "",
        **more,
    )


def _figure(row: Row, system: str, results: Results) -> str:
    if row.only and system not in row.only:
        return "–"
    if results.is_absent(row.name, system):
        return "absent"
    if results.failure(row.name, system):
        return "failed, see below"
    return row.unit.write(results.figures(row.name)[system])


def _ratio(row: Row, peer: str, results: Results) -> str:
    """How many times better cairn is."""
    figures = results.figures(row.name)
    if "cairn" not in figures or peer not in figures:
        return "–"
    ratio = row.unit.times_better(figures["cairn"], figures[peer])
    return f"{ratio:,.0f}" if ratio >= 10 else f"{ratio:.1f}"


def _verdict(goal: Goal, figures: Figures) -> str:
    try:
        return "yes" if goal.is_met(figures) else "no"
    except KeyError:
        return "–"
