"""S3 servers as child processes, two real ones by different hands, and one that gets in the way."""

import http.client
import itertools
import json
import os
import signal
import socket
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import boto3
import requests
from botocore.config import Config

from servers import ROOT, free_port

BUCKET = "bucket"


class Store:
    """A running store with one bucket. Its environment is what cairn, MLflow and boto3 need in order to use it."""

    access_key = "S3RVER"
    secret_key = "S3RVER"

    def __init__(self, folder: Path):
        self.folder = Path(folder)
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._process: subprocess.Popen | None = None

    @property
    def environment(self) -> dict[str, str]:
        return {
            "AWS_ACCESS_KEY_ID": self.access_key,
            "AWS_SECRET_ACCESS_KEY": self.secret_key,
            "AWS_DEFAULT_REGION": "us-east-1",
            "AWS_EC2_METADATA_DISABLED": "true",
            "MLFLOW_S3_ENDPOINT_URL": self.url,
        }

    def client(self):
        return boto3.client(
            "s3",
            endpoint_url=self.url,
            aws_access_key_id=self.access_key,
            aws_secret_access_key=self.secret_key,
            region_name="us-east-1",
            # Neither store reads the trailing checksums that newer clients send.
            config=Config(s3={"addressing_style": "path"}, request_checksum_calculation="when_required"),
        )

    def keys(self, prefix: str = "") -> list[str]:
        pages = self.client().get_paginator("list_objects_v2").paginate(Bucket=BUCKET, Prefix=prefix)
        return [found["Key"] for page in pages for found in page.get("Contents", [])]

    def command(self) -> list[str]:
        raise NotImplementedError

    def __enter__(self) -> "Store":
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / "store.log").open("ab") as log:
            self._process = subprocess.Popen(
                self.command(), cwd=self.folder, stdout=log, stderr=subprocess.STDOUT, start_new_session=True
            )
        try:
            self._wait_until_ready()
            self._prepare()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_) -> None:
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    def _prepare(self) -> None:
        self.client().create_bucket(Bucket=BUCKET)

    def _wait_until_ready(self) -> None:
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline and self._process.poll() is None:
            try:
                requests.get(self.url, timeout=5)
                return
            except requests.ConnectionError:
                time.sleep(0.05)
        raise RuntimeError(f"the store did not start:\n{(self.folder / 'store.log').read_text()}")


class Moto(Store):
    def command(self) -> list[str]:
        return [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(self.port)]


class StrictMoto(Moto):
    """Moto with signatures and permissions checked: a user of it may do what a policy says, and nobody else anything."""

    access_key = "anybody"
    secret_key = "anybody"

    def _prepare(self) -> None:
        super()._prepare()
        everything = self._add_user("everything", {"Effect": "Allow", "Action": "s3:*", "Resource": "*"})
        self.reader = self._add_user("reader", {"Effect": "Allow", "Action": ["s3:Get*", "s3:List*"], "Resource": "*"})
        self.access_key, self.secret_key = everything
        requests.post(f"{self.url}/moto-api/reset-auth", data=b"0", timeout=30).raise_for_status()

    def _add_user(self, name: str, statement: dict) -> tuple[str, str]:
        iam = boto3.client(
            "iam",
            endpoint_url=self.url,
            aws_access_key_id=self.access_key,
            aws_secret_access_key=self.secret_key,
            region_name="us-east-1",
        )
        iam.create_user(UserName=name)
        policy = json.dumps({"Version": "2012-10-17", "Statement": [statement]})
        iam.put_user_policy(UserName=name, PolicyName=name, PolicyDocument=policy)
        key = iam.create_access_key(UserName=name)["AccessKey"]
        return key["AccessKeyId"], key["SecretAccessKey"]

class S3rver(Store):
    def command(self) -> list[str]:
        package = ROOT / "tests/compat/s3rver"
        subprocess.run([ROOT / "scripts/npm_ci.sh", package], check=True)
        program = package / "node_modules/s3rver/bin/s3rver.js"
        options = ["--directory", str(self.folder / "objects"), "--address", "127.0.0.1", "--port", str(self.port)]
        # Lists of more than a page have tokens that it makes with DES.
        return [str(ROOT / "scripts/node.sh"), "node", "--openssl-legacy-provider", str(program), *options]


@dataclass
class Trouble:
    """What happens to a request instead of, or before, an answer of the store's."""

    status: int = 0  # answered at once, the store never sees the request
    delay: float = 0
    reset: bool = False  # the connection, before the answer
    cut: bool = False  # the connection, within the answer's body


# From a request's method and path to its trouble.
Plan = Callable[[str, str], Trouble | None]


def every(count: int, troubles: list[Trouble]) -> Plan:
    """Each `count`-th request has the next of the troubles."""
    numbers = itertools.count(1)
    coming = itertools.cycle(troubles)
    lock = threading.Lock()

    def plan(method: str, path: str) -> Trouble | None:
        with lock:
            return next(coming) if next(numbers) % count == 0 else None

    return plan


class TroubledStore:
    """Passes requests on to a store, and makes trouble as planned."""

    def __init__(self, store: Store, plan: Plan):
        self.troubles: list[Trouble] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def answer(self) -> None:
                trouble = plan(self.command, self.path) or Trouble()
                if trouble != Trouble():
                    outer.troubles.append(trouble)
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                time.sleep(trouble.delay)
                if trouble.reset:
                    return self.hang_up()
                if trouble.status:
                    return self.send(trouble.status, {}, b"<Error><Code>SlowDown</Code></Error>", trouble)
                connection = http.client.HTTPConnection(urlsplit(store.url).netloc, timeout=60)
                connection.putrequest(self.command, self.path, skip_host=True, skip_accept_encoding=True)
                for name, value in self.headers.items():
                    connection.putheader(name, value)
                connection.endheaders(body)
                reply = connection.getresponse()
                self.send(reply.status, dict(reply.headers), reply.read(), trouble)
                connection.close()

            do_GET = do_HEAD = do_PUT = do_POST = do_DELETE = answer  # noqa: N815

            def send(self, status: int, headers: dict[str, str], body: bytes, trouble: Trouble) -> None:
                self.send_response_only(status)
                for name, value in headers.items():
                    if name.lower() not in ("connection", "transfer-encoding", "content-length", "keep-alive"):
                        self.send_header(name, value)
                length = headers.get("Content-Length") if self.command == "HEAD" else None
                self.send_header("Content-Length", length or str(len(body)))
                self.end_headers()
                if self.command != "HEAD":
                    self.wfile.write(body[: len(body) // 2] if trouble.cut else body)
                if trouble.cut:
                    self.hang_up()

            def hang_up(self) -> None:
                at_once = struct.pack("ii", 1, 0)
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, at_once)
                self.close_connection = True

            def log_message(self, *_) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> "TroubledStore":
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_) -> None:
        self._server.shutdown()
        self._server.server_close()
