"""Where cairn on PostgreSQL answers differently from MLflow on SQLite, and why: MLflow on PostgreSQL would, too."""

import re
from dataclasses import dataclass

from conversation import Answer, Step


@dataclass(frozen=True)
class Difference:
    reason: str
    request: str = ""  # patterns: of the request's path, query and body
    message: str = ""  # of cairn's answer
    lasts: bool = False  # what comes after in the same scenario differs because of it


DIFFERENCES = [
    Difference(
        "PostgreSQL keeps to the widths of MLflow's columns; what was refused is missing later",
        message="A text is longer than the database keeps it",
        lasts=True,
    ),
    Difference(
        "no text of PostgreSQL's contains U+0000; what was refused is missing later",
        message="invalid byte sequence for encoding .{0,4}UTF8.{0,4}: 0x00",
        lasts=True,
    ),
    Difference("its lower() knows letters beyond ASCII", request=r"ILIKE.*(?:[^\x00-\x7f]|\\u00[c-f]|%C3)"),
    Difference("a backslash in a pattern takes the next character as it is", request=r"LIKE.*\\"),
    Difference("NaN is a value that differs from all others", request=r"!= nan"),
]


class Excuses:
    """Those that hold for one scenario, step by step."""

    def __init__(self):
        self._lasting = False

    def excused(self, step: Step, got: Answer) -> bool:
        request = f"{step.path} {step.query} {step.body}"
        for each in DIFFERENCES:
            applies = re.search(each.request, request) if each.request else re.search(each.message, got.body)
            if applies:
                self._lasting = self._lasting or each.lasts
                return True
        return self._lasting
