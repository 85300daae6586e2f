"""A receiver of webhooks on this machine: keeps what it is sent, and answers what it is told to."""

import base64
import hashlib
import hmac
import threading
import time
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(frozen=True)
class Received:
    path: str
    headers: dict[str, str]
    body: str

    @property
    def delivery_id(self) -> str:
        return self.headers["X-MLflow-Delivery-Id"]

    def is_signed_with(self, secret: str) -> bool:
        """As MLflow's documentation verifies a webhook."""
        timestamp = self.headers["X-MLflow-Timestamp"]
        if abs(time.time() - int(timestamp)) > 300:
            return False
        content = f"{self.delivery_id}.{timestamp}.{self.body}"
        digest = hmac.new(secret.encode("utf-8"), content.encode("utf-8"), hashlib.sha256).digest()
        expected = f"v1,{base64.b64encode(digest).decode('utf-8')}"
        return hmac.compare_digest(self.headers.get("X-MLflow-Signature", ""), expected)


class Receiver:
    """The answer to a path is what `answers` holds for it: (status, headers, seconds to wait before), 200 otherwise."""

    def __init__(self):
        self.answers: dict[str, list[tuple[int, dict, float]]] = {}
        self._received: list[Received] = []
        self._arrived = threading.Condition()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05})

    def answer(self, path: str, status: int, headers: dict | None = None, after: float = 0) -> None:
        """The next request to that path that has no answer yet."""
        self.answers.setdefault(path, []).append((status, headers or {}, after))

    def received(self, path: str) -> list[Received]:
        with self._arrived:
            return [one for one in self._received if one.path == path]

    def wait_for(self, path: str, count: int, seconds: float = 20) -> list[Received]:
        """At least that many; all that came until then."""
        with self._arrived:
            self._arrived.wait_for(lambda: len([1 for one in self._received if one.path == path]) >= count, seconds)
        return self.received(path)

    def __enter__(self) -> "Receiver":
        self._thread.start()
        return self

    def __exit__(self, *_) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _take(self, received: Received) -> tuple[int, dict, float]:
        with self._arrived:
            self._received.append(received)
            self._arrived.notify_all()
            waiting = self.answers.get(received.path)
            return waiting.pop(0) if waiting else (200, {}, 0)

    def _handler(receiver):  # noqa: N805
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True  # an answer goes out at once

            def do_POST(self):
                length = int(self.headers.get("Content-Length", 0))
                body = self.rfile.read(length)
                if len(body) < length:
                    return  # the sender was killed in the middle: nothing was delivered
                received = Received(self.path, dict(self.headers.items()), body.decode("utf-8"))
                status, headers, after = receiver._take(received)
                time.sleep(after)
                answer = f"answer {status}".encode()
                try:
                    self.send_response(status)
                    for name, value in headers.items():
                        self.send_header(name, value)
                    self.send_header("Content-Length", str(len(answer)))
                    self.end_headers()
                    self.wfile.write(answer)
                except ConnectionError:
                    pass  # the sender is gone

            def log_message(self, *_):
                pass

        return Handler
