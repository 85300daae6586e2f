"""Goals: what a row's figure for cairn is held against."""

from collections.abc import Callable
from dataclasses import dataclass

from bench.units import Unit

BASELINE = "baseline"

# The figures of one row, by system (and BASELINE).
Figures = dict[str, float]


@dataclass(frozen=True)
class Goal:
    text: Callable[[Unit], str]
    is_met: Callable[[Figures], bool]  # KeyError: a figure that it needs is missing


def at_most(limit: float) -> Goal:
    return Goal(lambda unit: f"≤ {limit:g}{unit.suffix}", lambda figures: figures["cairn"] <= limit)


def at_least(limit: float) -> Goal:
    return Goal(lambda unit: f"≥ {limit:,g}{unit.suffix}", lambda figures: figures["cairn"] >= limit)


def times(peer: str, factor: float) -> Goal:
    """So many times a peer's rate."""
    return Goal(lambda _: f"≥ {factor:g}× {peer}", lambda figures: figures["cairn"] >= factor * figures[peer])


def share_of_baseline(share: float, of: str) -> Goal:
    return Goal(lambda _: f"≥ {share:.0%} of {of}", lambda figures: figures["cairn"] >= share * figures[BASELINE])
