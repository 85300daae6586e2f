"""What an upload was acknowledged for is whole after a kill at any moment, and nothing half-written is ever seen.

CAIRN_CRASH_ROUNDS and CAIRN_CRASH_SEED repeat a longer or an earlier run.
"""

import hashlib
import os
import random
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

import servers

ROUNDS = int(os.environ.get("CAIRN_CRASH_ROUNDS", 2 if servers.AGAINST_MLFLOW else 12))
SEED = int(os.environ.get("CAIRN_CRASH_SEED", random.randrange(2**32)))
WRITERS = 4
# Small ones, and one that takes many writes.
SIZES = (0, 1, 5_000, 300_000, 6_000_000)


class Writer(threading.Thread):
    """Uploads files, new ones and others over and over, until the server is gone."""

    def __init__(self, url: str, name: str):
        super().__init__()
        self._url = f"{url}/api/2.0/mlflow-artifacts/artifacts/"
        self._name = name
        # Of each path: what was acknowledged last, and what was sent after that.
        self.acknowledged: dict[str, str] = {}
        self.pending: dict[str, list[str]] = {}
        self.refusal: str | None = None

    def run(self) -> None:
        with requests.Session() as session:
            for number in range(10**9):
                path = f"{self._name}/{'again' if number % 3 == 0 else f'd{number % 7}/{number}'}.bin"
                content = _content(self._name, number)
                digest = hashlib.sha256(content).hexdigest()
                self.pending.setdefault(path, []).append(digest)
                try:
                    # In pieces, so that a kill may come between them.
                    answer = session.put(self._url + path, data=_pieces(content), timeout=30)
                except requests.RequestException:
                    return  # the server is gone
                if answer.status_code != 200:
                    self.refusal = answer.text
                    return
                self.acknowledged[path] = digest
                self.pending[path] = []


def _content(name: str, number: int) -> bytes:
    return random.Random(f"{name} {number}").randbytes(SIZES[number % len(SIZES)])


def _pieces(content: bytes) -> Iterator[bytes]:
    for start in range(0, len(content), 64 * 1024):
        yield content[start : start + 64 * 1024]


def test_every_acknowledged_upload_is_whole_after_a_kill(tmp_path):
    chance = random.Random(SEED)
    server = servers.subject(tmp_path)
    writers: list[Writer] = []
    for round_number in range(ROUNDS):
        where = f"round {round_number}, CAIRN_CRASH_SEED={SEED}"
        server.start()
        try:
            new = [Writer(server.url, f"r{round_number}w{number}") for number in range(WRITERS)]
            for writer in new:
                writer.start()
            time.sleep(chance.uniform(0.05, 0.6))
            server.kill()
            for writer in new:
                writer.join()
        finally:
            server.kill()
        refusals = [writer.refusal for writer in new if writer.refusal]
        assert not refusals, (refusals, where)
        writers += new
        _check_folder(server.served, writers, where)

    server.start()
    try:
        for writer in writers:
            _check_over_http(server.url, writer)
        if not servers.AGAINST_MLFLOW:  # which leaves them
            left = [file for file in server.served.rglob(".artifact.uploading.*/*")]
            assert not left, "what a killed server was writing is cleaned up by the next"
    finally:
        server.stop()
    assert sum(len(writer.acknowledged) for writer in writers) > ROUNDS


def _check_folder(root: Path, writers: list[Writer], where: str) -> None:
    for writer in writers:
        for path, digest in writer.acknowledged.items():
            found = hashlib.sha256((root / path).read_bytes()).hexdigest()
            assert found in (digest, *writer.pending[path]), f"{path} is neither of the uploads, {where}"
        for path, digests in writer.pending.items():
            file = root / path
            if file.exists() and path not in writer.acknowledged:
                assert hashlib.sha256(file.read_bytes()).hexdigest() in digests, f"{path} is half-written, {where}"


def _check_over_http(url: str, writer: Writer) -> None:
    with requests.Session() as session:
        for path, digest in writer.acknowledged.items():
            answer = session.get(f"{url}/api/2.0/mlflow-artifacts/artifacts/{path}", timeout=30)
            assert answer.status_code == 200, (path, answer.text)
            assert hashlib.sha256(answer.content).hexdigest() in (digest, *writer.pending[path]), path
        sent = {Path(path).name for path in writer.pending}
        for folder in {str(Path(path).parent) for path in writer.pending}:
            listing = session.get(
                f"{url}/api/2.0/mlflow-artifacts/artifacts", params={"path": folder}, timeout=30
            ).json()
            for file in listing.get("files", []):
                assert file["is_dir"] or file["path"] in sent, f"{folder}/{file['path']} is no upload"


@pytest.mark.skipif(servers.AGAINST_MLFLOW, reason="MLflow's connection may be closed before its file is gone")
def test_a_dropped_connection_leaves_nothing(tmp_path):
    with servers.subject(tmp_path) as server:
        url = f"{server.url}/api/2.0/mlflow-artifacts/artifacts/d/half.bin"

        def breaks_off() -> Iterator[bytes]:
            yield b"x" * 500_000
            raise ConnectionAbortedError  # what the client dies of

        for _ in range(5):
            with pytest.raises(requests.ConnectionError):
                requests.put(url, data=breaks_off(), timeout=30)
        assert requests.get(url, timeout=30).status_code == 404
        deadline = time.monotonic() + 10
        while left := [file for file in server.served.rglob("*") if file.is_file()]:
            assert time.monotonic() < deadline, left
            time.sleep(0.05)
