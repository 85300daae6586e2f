"""A scenario is a conversation with a tracking server: requests in order, where later ones may use ids from earlier
answers. The same scenario is played to MLflow and to cairn, and the two recordings are compared.

    scenario(
        "a parameter is logged once",
        experiment(),
        run(),
        post("runs/log-parameter", {"run_id": "$run", "key": "k", "value": "1"}),
        post("runs/log-parameter", {"run_id": "$run", "key": "k", "value": "2"}),
    )

`$name` stands for a value that an earlier step kept.
"""

import json
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from string import Template
from urllib.parse import urlencode

import requests

from servers import Server

API = "/api/2.0/mlflow/"
AJAX = "/ajax-api/2.0/mlflow/"
# Page tokens that no server gave: base64 of nothing, {}, offset 0, offset -1, offset "a"; and of null, [].
FORGED_TOKENS = ("!!", "e30=", "eyJvZmZzZXQiOiAwfQ==", "eyJvZmZzZXQiOiAtMX0=", "eyJvZmZzZXQiOiAiYSJ9")
FORGED_TOKENS_OF_OTHER_TYPES = ("bnVsbA==", "W10=")
JSON = {"Content-Type": "application/json"}
ARTIFACTS = "/api/2.0/mlflow-artifacts/"
# Headers of an answer that browsers act upon: those that guard, and those that say what an artifact is.
GUARDS = ("Access-Control-Allow-Origin", "X-Content-Type-Options", "X-Frame-Options")
COMPARED_HEADERS = (*GUARDS, "Content-Disposition", "Content-Range", "Accept-Ranges")
# Those whose values are each server's own.
NOTICED_HEADERS = ("ETag", "Last-Modified")


@dataclass(frozen=True)
class Step:
    method: str
    path: str
    query: dict = field(default_factory=dict)
    body: str | None = None
    headers: dict = field(default_factory=dict)
    keeps: dict = field(default_factory=dict)  # name -> dotted path in the answer
    deliberate: str | None = None  # a key of deliberate.DELIBERATE: here cairn means to differ
    verbatim: bool = field(default=False, repr=False)  # the path goes out as it is, dots and escapes included

    def keep(self, **paths: str) -> "Step":
        return replace(self, keeps=self.keeps | paths)

    def differs(self, deliberate: str) -> "Step":
        return replace(self, deliberate=deliberate)

    def sent_with(self, **headers: str | None) -> "Step":
        """Headers by keyword (content_type=...); None leaves one out."""
        named = {name.replace("_", "-").title(): value for name, value in headers.items()}
        return replace(self, headers={k: v for k, v in (self.headers | named).items() if v is not None})

    def under(self, prefix: str) -> "Step":
        return replace(self, path=self.path.replace(API, prefix, 1))


@dataclass(frozen=True)
class Scenario:
    name: str
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Answer:
    request: str
    status: int
    content_type: str
    headers: dict[str, str]
    body: str


@dataclass(frozen=True)
class Recording:
    """What one server said, with all that differs from server to server by nature."""

    answers: list[Answer]
    names: dict[str, str]  # what the steps kept
    home: str  # the server's folder
    address: str
    began_ms: int  # when the server started: its default experiment is that old
    ended_ms: int


def scenario(name: str, *steps: Step | list) -> Scenario:
    """Steps may come in lists, and in lists of lists."""
    return Scenario(name, tuple(_flat(steps)))


def post(path: str, body: object = None, *, raw: str | None = None) -> Step:
    return _with_body("POST", path, body, raw)


def patch(path: str, body: object = None, *, raw: str | None = None) -> Step:
    return _with_body("PATCH", path, body, raw)


def delete(path: str, body: object = None, *, raw: str | None = None) -> Step:
    return _with_body("DELETE", path, body, raw)


def get(path: str, /, *, raw: str | None = None, **query: object) -> Step:
    headers = JSON if raw is not None else {}
    return Step("GET", _absolute(path), query, raw, headers)


def request(method: str, path: str) -> Step:
    return Step(method, _absolute(path))


def put(path: str, body: str = "") -> Step:
    """Bytes, of no type."""
    return Step("PUT", _absolute(path), body=body, verbatim=True)


def verbatim(method: str, path: str, **headers: str) -> Step:
    return Step(method, _absolute(path), verbatim=True).sent_with(**headers)


def experiment(name: str = "e", keep: str = "exp", **fields: object) -> Step:
    return post("experiments/create", {"name": name, **fields}).keep(**{keep: "experiment_id"})


def run(keep: str = "run", start_time: int = 1000, experiment_id: str = "$exp", **fields: object) -> Step:
    body = {"experiment_id": experiment_id, "start_time": start_time, "run_name": keep, **fields}
    return post("runs/create", body).keep(**{keep: "run.info.run_id"})


def play(server: Server, scenario: Scenario) -> Recording:
    names: dict[str, str] = {}
    answers = []
    with requests.Session() as session:
        for step in scenario.steps:
            answer = _ask(session, server.url, step, names)
            answers.append(answer)
            names.update(_kept(step, answer))
    return Recording(
        answers,
        names,
        home=str(server.folder),
        address=f"127.0.0.1:{server.port}",
        began_ms=server.started_ms,
        ended_ms=int(time.time() * 1000),
    )


def _flat(steps: Iterable[Step | list]) -> Iterator[Step]:
    for step in steps:
        if isinstance(step, list):
            yield from _flat(step)
        else:
            yield step


def _ask(session: requests.Session, url: str, step: Step, names: dict[str, str]) -> Answer:
    def fill(text: str) -> str:
        return Template(text).safe_substitute(names)

    target = fill(step.path)
    if step.query:
        filled = {key: _filled(value, fill) for key, value in step.query.items()}
        target += "?" + urlencode(filled, doseq=True)
    body = None if step.body is None else fill(step.body)
    request = requests.Request(
        step.method,
        url + target,
        data=None if body is None else body.encode("utf-8", "surrogatepass"),
        headers=step.headers,
    )
    prepared = session.prepare_request(request)
    if step.verbatim:
        prepared.url = url + target
    response = session.send(prepared, allow_redirects=False, timeout=60)
    return Answer(
        request=f"{step.method} {target}" + (f" {body}" if body is not None else ""),
        status=response.status_code,
        content_type=response.headers.get("Content-Type", ""),
        headers={name: response.headers[name] for name in COMPARED_HEADERS if name in response.headers}
        | {name: "present" for name in NOTICED_HEADERS if name in response.headers},
        body=response.content.decode("utf-8", "replace"),
    )


def _filled(value: object, fill) -> object:
    return [fill(str(item)) for item in value] if isinstance(value, list | tuple) else fill(str(value))


def _kept(step: Step, answer: Answer) -> dict[str, str]:
    if not step.keeps:
        return {}
    try:
        body = json.loads(answer.body)
    except ValueError:
        return {}
    found = {name: _at(body, path) for name, path in step.keeps.items()}
    return {name: str(value) for name, value in found.items() if value is not None}


def _at(tree: object, path: str) -> object:
    for part in path.split("."):
        try:
            tree = tree[int(part)] if isinstance(tree, list) else tree[part]
        except (KeyError, IndexError, TypeError, ValueError):
            return None
    return tree


def _absolute(path: str) -> str:
    return path if path.startswith("/") else API + path


def _with_body(method: str, path: str, body: object, raw: str | None) -> Step:
    text = raw if raw is not None else None if body is None else json.dumps(body)
    return Step(method, _absolute(path), body=text, headers=JSON)
