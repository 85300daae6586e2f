"""What a web app costs in a browser: its page, its first row, its scrolling and a chart, by tests/ui/measure.ts."""

import json
import subprocess
from dataclasses import dataclass

from bench import ROOT
from bench.systems import System


@dataclass(frozen=True)
class Selectors:
    row: str  # a cell of the runs table
    table: str  # what scrolls
    ready: str = ""  # what the started program draws, where rows may stand before it


SELECTORS = {
    "cairn": Selectors("[role=gridcell]", "[role=grid], [role=treegrid]", "[role=combobox]"),
    "mlflow": Selectors(".ag-row .ag-cell", ".ag-body-viewport"),
}


def visit(system: System, experiment: str, repeat: int) -> dict:
    """The first page of an experiment: requests, bytes, and the median times until a row of runs stands and until the
    table answers."""
    selectors = SELECTORS[system.name]
    ready = ("--ready", selectors.ready) if selectors.ready else ()
    return _measure(system, f"#/experiments/{experiment}/runs", selectors.row, "--repeat", str(repeat), *ready)


def scroll(system: System, experiment: str, seconds: float) -> dict:
    """The same with the frames of a scroll through the table."""
    selectors = SELECTORS[system.name]
    options = ("--repeat", "1", "--scroll", selectors.table, "--seconds", str(seconds))
    return _measure(system, f"#/experiments/{experiment}/runs", selectors.row, *options)


def draw_chart(system: System, experiment: str, metric: str, repeat: int) -> float:
    """Milliseconds from the address until the chart of a metric is drawn."""
    address = f"#/experiments/{experiment}?panes=charts"
    return _measure(system, address, f"article[aria-label='{metric}'] canvas", "--repeat", str(repeat))["first_row_ms"]


def _measure(system: System, address: str, awaited: str, *options: str) -> dict:
    subprocess.run([ROOT / "scripts/npm_ci.sh", ROOT / "ui", ROOT / "tests/ui"], check=True)
    command = [ROOT / "scripts/node.sh", "node", ROOT / "tests/ui/measure.ts", f"{system.url}/{address}"]
    done = subprocess.run([*command, "--row", awaited, *options], check=True, capture_output=True, text=True)
    return json.loads(done.stdout)
