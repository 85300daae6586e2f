"""Stands in front of a tracking server and answers something else than it does, where it is told to."""

import json
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

import requests


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


@dataclass
class Lie:
    """Of requests to a path that ends so. `tell` changes the answer; without `ask`, the server hears nothing of it."""

    method: str
    path: str
    tell: Callable[[Answer], Answer] = lambda answer: answer
    ask: bool = True
    told: int = field(default=0, compare=False)


def in_json(change: Callable[[dict], None]) -> Callable[[Answer], Answer]:
    def tell(answer: Answer) -> Answer:
        content = json.loads(answer.body)
        change(content)
        return Answer(answer.status, answer.headers, json.dumps(content).encode())

    return tell


class Liar:
    def __init__(self, server: str, *lies: Lie):
        self.lies = lies
        self._server = server
        self._listener = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._listener.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._listener.server_port}"
        self._thread = threading.Thread(target=self._listener.serve_forever, kwargs={"poll_interval": 0.05})

    def __enter__(self) -> "Liar":
        self._thread.start()
        return self

    def __exit__(self, *_) -> None:
        self._listener.shutdown()
        self._listener.server_close()
        self._thread.join()

    def _answer(self, method: str, target: str, headers: dict[str, str], body: bytes) -> Answer:
        path = urlsplit(target).path
        lie = next((lie for lie in self.lies if lie.method == method and path.endswith(lie.path)), None)
        if lie and not lie.ask:
            lie.told += 1
            return lie.tell(Answer(200, {"Content-Type": "application/json"}, b"{}"))
        asked = requests.request(method, self._server + target, headers=headers, data=body, timeout=30)
        answer = Answer(asked.status_code, {"Content-Type": asked.headers.get("Content-Type", "")}, asked.content)
        if not lie:
            return answer
        lie.told += 1
        return lie.tell(answer)

    def _handler(liar):  # noqa: N805
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def answer(self) -> None:
                passed_on = {name: self.headers[name] for name in ("Content-Type",) if name in self.headers}
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                answer = liar._answer(self.command, self.path, passed_on, body)
                self.send_response_only(answer.status)
                for name, value in answer.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(answer.body)))
                self.end_headers()
                self.wfile.write(answer.body)

            do_GET = do_PUT = do_POST = do_PATCH = do_DELETE = answer  # noqa: N815

            def log_message(self, *_) -> None:
                pass

        return Handler
