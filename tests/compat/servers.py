"""Tracking servers as child processes: cairn, and the real MLflow that it has to match."""

import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import requests

ROOT = Path(__file__).resolve().parents[2]

# With CAIRN_AGAINST_MLFLOW set, every test runs the real MLflow in cairn's place: it proves the tests themselves.
AGAINST_MLFLOW = os.environ.get("CAIRN_AGAINST_MLFLOW", "") not in ("", "0")

MLFLOW_ENVIRONMENT = {
    "MLFLOW_DISABLE_TELEMETRY": "true",
    "DO_NOT_TRACK": "true",
    # Its background workers are eight more processes that no tracking request needs.
    "MLFLOW_SERVER_ENABLE_JOB_EXECUTION": "false",
    # The receivers of webhooks are on this machine.
    "MLFLOW_WEBHOOK_ALLOWED_SCHEMES": "http,https",
    "MLFLOW_WEBHOOK_ALLOW_PRIVATE_IPS": "true",
    # Seconds for which it does not notice that a webhook was changed.
    "MLFLOW_WEBHOOK_CACHE_TTL": "0",
}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def cairn_binary() -> str:
    named = os.environ.get("CAIRN_BIN")
    for candidate in [named] if named else [ROOT / "build/dev/cairn", ROOT / "build/release/cairn"]:
        if Path(candidate).is_file():
            return str(Path(candidate).resolve())
    raise FileNotFoundError(f"no cairn at {named}" if named else "no cairn binary: build it, or name it in CAIRN_BIN")


class Server:
    """One server with a folder of its own: database, artifacts, log and working directory are in it.

    Runs keep their artifacts in `artifacts`, or where `artifact_root` says. A server without tracking has none of this.
    """

    start_timeout = 90

    def __init__(
        self,
        program: list[str],
        folder: Path,
        arguments: tuple[str, ...] = (),
        *,
        artifact_root: str | None = None,
        store_uri: str | None = None,
        tracking: bool = True,
    ):
        self.folder = Path(folder).resolve()
        self.folder.mkdir(parents=True, exist_ok=True)
        self.database = self.folder / "mlflow.db"
        self.artifacts = self.folder / "artifacts"
        self.served = self.folder / "mlartifacts"  # what the server passes on, unless it is told otherwise
        self.log = self.folder / "server.log"
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.store_uri = store_uri or f"sqlite:///{self.database}"
        stores = ["--backend-store-uri", self.store_uri, "--default-artifact-root", artifact_root or str(self.artifacts)]
        self._command = [
            *program, "server", *(stores if tracking else []),
            "--host", "127.0.0.1", "--port", str(self.port), *arguments,
        ]  # fmt: skip
        self.environment = dict(MLFLOW_ENVIRONMENT)
        self._process: subprocess.Popen | None = None
        self.started_ms = 0

    def start(self) -> "Server":
        self.started_ms = int(time.time() * 1000)
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                self._command,
                cwd=self.folder,
                env=os.environ | self.environment,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        try:
            self._wait_until_ready()
        except BaseException:
            self.kill()
            raise
        return self

    def stop(self) -> None:
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        self._end(signal.SIGKILL)

    def log_tail(self, lines: int = 20) -> str:
        text = self.log.read_text(errors="replace") if self.log.exists() else ""
        return "\n".join(text.splitlines()[-lines:])

    def most_memory(self) -> int:
        """The most bytes of memory that the process held at any time."""
        for line in Path(f"/proc/{self._process.pid}/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
        raise LookupError("the process tells nothing of its memory")

    def __enter__(self) -> "Server":
        return self.start()

    def __exit__(self, *_) -> None:
        self.stop()

    def _wait_until_ready(self) -> None:
        deadline = time.monotonic() + self.start_timeout
        while time.monotonic() < deadline:
            if self._process.poll() is not None:
                raise RuntimeError(f"the server ended with {self._process.returncode}:\n{self.log_tail()}")
            try:
                if requests.get(f"{self.url}/health", timeout=5).text == "OK":
                    return
            except requests.ConnectionError:
                time.sleep(0.02)
        raise TimeoutError(f"the server was not ready after {self.start_timeout} s:\n{self.log_tail()}")

    def _end(self, how: signal.Signals) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        # The whole group: MLflow's command is a parent of the process that serves.
        _signal_group(process.pid, how)
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            _signal_group(process.pid, signal.SIGKILL)
            process.wait()


def _signal_group(pid: int, how: signal.Signals) -> None:
    try:
        os.killpg(pid, how)
    except ProcessLookupError:
        pass


def cairn(folder: Path, *arguments: str, **settings) -> Server:
    return Server([cairn_binary()], folder, arguments, **settings)


def mlflow(folder: Path, *arguments: str, **settings) -> Server:
    return Server([sys.executable, "-m", "mlflow"], folder, ("--workers", "1", *arguments), **settings)


def run_cairn(*arguments: str) -> str:
    """A command of cairn's that ends by itself; what it prints."""
    done = subprocess.run([cairn_binary(), *arguments], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, (
        f"cairn {' '.join(arguments)} ended with {done.returncode}:\n{done.stdout}{done.stderr}"
    )
    return done.stdout


def subject(folder: Path, *arguments: str, **settings) -> Server:
    """The server under test."""
    return (mlflow if AGAINST_MLFLOW else cairn)(folder, *arguments, **settings)


class Rewinder:
    """Puts a running MLflow's SQLite database back to how it was, because starting anew takes it many seconds."""

    def __init__(self, database: Path):
        self._database = database
        self._pristine = database.with_suffix(".pristine")
        shutil.copy(database, self._pristine)

    def rewind(self) -> None:
        with sqlite3.connect(self._pristine) as source, sqlite3.connect(self._database, timeout=20) as target:
            source.backup(target)
        source.close()
        target.close()
