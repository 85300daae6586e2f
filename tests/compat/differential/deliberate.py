"""Where cairn means to answer differently from MLflow 3.17.2, and why. A step refers to an entry by its key."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Deliberate:
    reason: str
    # What cairn answers instead:
    status: int
    error_code: str | None = None
    message: str = ""  # a pattern that the message starts with


DELIBERATE = {
    "no SQL in messages": Deliberate(
        "MLflow passes on the text of SQLAlchemy's exception, with the statement and its parameters",
        400,
        "BAD_REQUEST",
    ),
    "no SQL in messages about a taken name": Deliberate(
        "the same, after a first sentence that clients look for",
        400,
        "RESOURCE_ALREADY_EXISTS",
        r"Experiment\(name=.*\) already exists\.",
    ),
}
