"""Figures as they come in: by row and system, with the reason where there is none."""

from bench.goals import Figures


class Results:
    def __init__(self):
        self._figures: dict[str, Figures] = {}
        self._absent: set[tuple[str, str]] = set()
        self._failures: dict[tuple[str, str], str] = {}

    def add(self, row: str, system: str, value: float) -> None:
        self._figures.setdefault(row, {})[system] = value

    def set_absent(self, row: str, system: str) -> None:
        self._absent.add((row, system))

    def fail(self, row: str, system: str, failure: Exception) -> None:
        if system not in self.figures(row):
            self._failures.setdefault((row, system), f"{type(failure).__name__}: {failure}")

    def figures(self, row: str) -> Figures:
        return self._figures.get(row, {})

    def is_absent(self, row: str, system: str) -> bool:
        return (row, system) in self._absent

    def failure(self, row: str, system: str) -> str | None:
        return self._failures.get((row, system))

    def failures(self) -> dict[tuple[str, str], str]:
        return self._failures
