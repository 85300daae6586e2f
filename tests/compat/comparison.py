"""Compares two recordings of one scenario, after masking what differs from server to server by nature."""

import json
import re

from conversation import GUARDS, Answer, Recording, Scenario
from differential.deliberate import DELIBERATE, Deliberate
from differential.on_postgres import Excuses

_ID = re.compile(r"\b(m-)?[0-9a-f]{32}\b|\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b")
_GENERATED_NAME = re.compile(r"[a-z]+-[a-z]+-\d{1,4}")
_MILLISECONDS = re.compile(r"\b\d{13}\b")
_PYTHON_SET = re.compile(r"\{('[^']*'(?:, '[^']*')*)\}")
_BOUNDARY = re.compile(r"^--[0-9a-f]{26,32}\b", re.MULTILINE)
_CLOCK_SLACK_MS = 2000

# Lists that MLflow answers in whatever order its database gives: clients make dictionaries of them.
_UNORDERED = {"tags", "params", "dataset_inputs", "model_inputs", "model_outputs", "dataset_summaries", "data.metrics"}


class Mask:
    """Replaces ids, times, paths and generated names of one recording by labels that are the same on every server."""

    def __init__(self, recording: Recording):
        self._recording = recording
        self._ids = {value: f"<{name}>" for name, value in recording.names.items() if _ID.fullmatch(value)}
        self._tokens = {value: f"<{name}>" for name, value in recording.names.items() if name.startswith("token")}

    def value(self, value: object, path: str = "") -> object:
        if isinstance(value, dict):
            return {key: self.value(item, f"{path}.{key}") for key, item in value.items()}
        if isinstance(value, list):
            items = [self.value(item, path) for item in value]
            return sorted(items, key=_canonical) if _is_unordered(path) else items
        if path.endswith(".next_page_token"):
            return "<token>"
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, int) and not isinstance(value, bool) and self._is_now(value):
            return "<now>"
        return value

    def text(self, text: str) -> str:
        if _GENERATED_NAME.fullmatch(text):
            return "<generated name>"
        text = text.replace(self._recording.home, "<home>").replace(self._recording.address, "<address>")
        text = _PYTHON_SET.sub(lambda match: "{" + ", ".join(sorted(match.group(1).split(", "))) + "}", text)
        text = _BOUNDARY.sub("--<boundary>", text)
        for token, label in self._tokens.items():
            text = text.replace(token, label)
        text = _MILLISECONDS.sub(lambda match: "<now>" if self._is_now(int(match.group())) else match.group(), text)
        return _ID.sub(lambda match: self._label(match.group()), text)

    def _label(self, identifier: str) -> str:
        return self._ids.setdefault(identifier, f"<id {len(self._ids) + 1}>")

    def _is_now(self, number: int) -> bool:
        recording = self._recording
        return recording.began_ms - _CLOCK_SLACK_MS <= number <= recording.ended_ms + _CLOCK_SLACK_MS


def compare(
    scenario: Scenario, expected: Recording, actual: Recording, *, same_program: bool, excuses: Excuses | None = None
) -> list[str]:
    """One readable report for each step whose answers differ. MLflow compared with itself never means to differ."""
    reports = []
    expected_mask, actual_mask = Mask(expected), Mask(actual)
    steps = zip(scenario.steps, expected.answers, actual.answers, strict=True)
    for number, (step, wanted, got) in enumerate(steps, start=1):
        if step.deliberate:
            entry = DELIBERATE[step.deliberate]
            # Masks of their own, for ids that only one of the two mentions must not be counted.
            views = _view(wanted, Mask(expected)), _view(got, Mask(actual))
            found = [] if same_program else _deliberate_differences(entry, *views)
        elif _is_accident(wanted):
            found = ["an accident of MLflow's that deliberate.py must decide on"]
        else:
            found = _answer_differences(_view(wanted, expected_mask), _view(got, actual_mask))
        if found and not (excuses and excuses.excused(step, got)):
            reports.append(_report(number, step, wanted, got, found))
    return reports


def _is_accident(answer: Answer) -> bool:
    """An exception that MLflow did not foresee: a framework's error page, Python's text or its database layer's."""
    page = answer.status >= 500 and "json" not in answer.content_type
    return page or '"INTERNAL_ERROR"' in answer.body or "sqlalche.me" in answer.body


def _view(answer: Answer, mask: Mask) -> dict:
    kind = answer.content_type.split(";")[0].split("/")[-1] or "none"
    view = {"status": answer.status, "headers": answer.headers}
    if kind != "json":
        return view | {"kind": kind, "body": mask.text(answer.body)}
    try:
        body = json.loads(answer.body, parse_constant=lambda token: f"<bare {token}>")
    except ValueError:
        return view | {"kind": "broken json", "body": answer.body}
    return view | {"kind": kind, "body": mask.value(body)}


def _answer_differences(wanted: dict, got: dict) -> list[str]:
    found = _differences(wanted["status"], got["status"], "status")
    found += _differences(wanted["kind"], got["kind"], "content type")
    found += _header_differences(wanted["headers"], got["headers"])
    if found or wanted["kind"] == "html":
        return found  # MLflow's HTML pages are its framework's
    wanted_body, got_body = wanted["body"], got["body"]
    if wanted["status"] >= 400 and isinstance(wanted_body, dict) and isinstance(got_body, dict):
        # cairn may say more about an error than MLflow
        got_body = {key: value for key, value in got_body.items() if key in wanted_body}
    return _differences(wanted_body, got_body, "body")


def _deliberate_differences(entry: Deliberate, wanted: dict, got: dict) -> list[str]:
    if not _answer_differences(wanted, got):
        return ["listed as a deliberate difference, yet both answer the same"]
    found = _differences(entry.status, got["status"], "status (deliberate)")
    guards = {name: value for name, value in wanted["headers"].items() if name in GUARDS}
    found += _header_differences(guards, got["headers"])
    body = got["body"] if isinstance(got["body"], dict) else {}
    if entry.error_code:
        found += _differences(entry.error_code, body.get("error_code"), "error_code (deliberate)")
    if not re.match(entry.message, body.get("message", "")):
        found.append(f"message (deliberate): {_canonical(body.get('message'))} is not like {entry.message}")
    return found


def _header_differences(wanted: dict, got: dict) -> list[str]:
    """cairn may guard more answers than MLflow does, but never opens one to another origin."""
    origin = "Access-Control-Allow-Origin"
    return _differences(
        wanted | {origin: wanted.get(origin)}, {name: got.get(name) for name in [*wanted, origin]}, "headers"
    )


def _differences(wanted: object, got: object, path: str) -> list[str]:
    if isinstance(wanted, dict) and isinstance(got, dict):
        found = []
        for key in sorted(wanted.keys() | got.keys()):
            inner = f"{path}.{key}"
            if key not in got:
                found.append(f"{inner}: missing, MLflow has {_canonical(wanted[key])}")
            elif key not in wanted:
                found.append(f"{inner}: {_canonical(got[key])}, MLflow has no such key")
            else:
                found += _differences(wanted[key], got[key], inner)
        return found
    if isinstance(wanted, list) and isinstance(got, list):
        found = [] if len(wanted) == len(got) else [f"{path}: {len(got)} items, MLflow has {len(wanted)}"]
        for index, (one, other) in enumerate(zip(wanted, got, strict=False)):
            found += _differences(one, other, f"{path}[{index}]")
        return found
    if wanted == got and isinstance(wanted, bool) == isinstance(got, bool):
        return []
    return [f"{path}:\n        MLflow {_canonical(wanted)}\n        cairn  {_canonical(got)}"]


def _report(number: int, step, wanted: Answer, got: Answer, found: list[str]) -> str:
    lines = [f"step {number}: {_short(got.request, 600)}"]
    if step.deliberate:
        lines.append(f"    deliberate: {step.deliberate}")
    lines.append(f"    MLflow answers {wanted.status} {_short(_one_line(wanted.body), 900)}")
    lines.append(f"    cairn answers  {got.status} {_short(_one_line(got.body), 900)}")
    return "\n".join(lines + [f"    {line}" for line in found])


def _one_line(body: str) -> str:
    try:
        return json.dumps(json.loads(body), ensure_ascii=False)
    except ValueError:
        return " ".join(body.split())


def _short(text: str, limit: int) -> str:
    return text if len(text) <= limit else f"{text[:limit]}... ({len(text)} characters)"


def _canonical(value: object) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False)


def _is_unordered(path: str) -> bool:
    return any(path.endswith(f".{name}") for name in _UNORDERED)
