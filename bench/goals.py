"""Goals: what a row's figure for cairn is held against."""

from collections.abc import Callable
from dataclasses import dataclass

from bench.systems import SYSTEMS
from bench.units import Unit

BASELINE = "baseline"

# The figures of one row, by system (and BASELINE).
Figures = dict[str, float]


@dataclass(frozen=True)
class Goal:
    text: Callable[[Unit, Figures], str]
    is_met: Callable[[Figures], bool]  # KeyError: a figure that it needs is missing


def at_most(limit: float) -> Goal:
    return Goal(lambda unit, _: f"≤ {limit:g}{unit.suffix}", lambda figures: figures["cairn"] <= limit)


def at_least(limit: float) -> Goal:
    return Goal(lambda unit, _: f"≥ {limit:,g}{unit.suffix}", lambda figures: figures["cairn"] >= limit)


def times(peer: str, factor: float) -> Goal:
    """So many times a peer's rate."""
    return Goal(
        lambda *_: f"≥ {factor:g}× {SYSTEMS[peer].brand}", lambda figures: figures["cairn"] >= factor * figures[peer]
    )


def share_of_baseline(share: float, name: str) -> Goal:
    def text(unit: Unit, figures: Figures) -> str:
        measured = f" ({unit.write(figures[BASELINE])})" if BASELINE in figures else ""
        return f"≥ {share:.0%} of {name}{measured}"

    return Goal(text, lambda figures: figures["cairn"] >= share * figures[BASELINE])


def fraction_of(peer: str, divisor: float) -> Goal:
    """A peer's time, or less, divided by so much."""
    return Goal(
        lambda *_: f"≤ 1/{divisor:g} of {SYSTEMS[peer].brand}",
        lambda figures: figures["cairn"] <= figures[peer] / divisor,
    )
