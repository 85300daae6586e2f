"""Units of figures: how a figure is written, and which way is better."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Unit:
    suffix: str
    more_is_better: bool

    def write(self, value: float) -> str:
        digits = 0 if value >= 100 else 1 if value >= 10 else 2 if value >= 1 else 3
        return f"{value:,.{digits}f}{self.suffix}"

    def times_better(self, value: float, than: float) -> float:
        return value / than if self.more_is_better else than / value


SECONDS = Unit(" s", more_is_better=False)
MILLISECONDS = Unit(" ms", more_is_better=False)
MIB = Unit(" MiB", more_is_better=False)
BYTES = Unit(" B", more_is_better=False)
KB = Unit(" kB", more_is_better=False)
COUNT = Unit("", more_is_better=False)
PER_SECOND = Unit("/s", more_is_better=True)
MB_PER_SECOND = Unit(" MB/s", more_is_better=True)
