"""The servers that are measured: how each is started, watched and stopped."""

import http.client
import os
import signal
import socket
import subprocess
import time
from pathlib import Path
from typing import NamedTuple

from bench import ROOT
from bench.api import Api

START_LIMIT_S = 120
SETTLE_LIMIT_S = 120


class System:
    """One server with a folder of its own. Subclasses say how it is started."""

    name: str
    brand: str
    version = ""
    program: list[str] = []  # its command line, where it has one

    def __init__(self, folder: Path):
        self.folder = folder
        self.folder.mkdir(parents=True, exist_ok=True)
        self.database = folder / "bench.db"
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self._process: subprocess.Popen | None = None

    def command(self) -> list[str]:
        raise NotImplementedError

    @classmethod
    def title(cls) -> str:
        return f"{cls.brand} {cls.version}".strip()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def api(self) -> Api:
        return Api(self.port)

    def start(self) -> float:
        """Starts the server; seconds until its first answer from the database."""
        environment = os.environ | {"MLFLOW_DISABLE_TELEMETRY": "true", "DO_NOT_TRACK": "true"}
        started = time.perf_counter()
        with (self.folder / "server.log").open("ab") as log:
            self._process = subprocess.Popen(
                self.command(), cwd=self.folder, env=environment, stdout=log, stderr=log, start_new_session=True
            )
        while time.perf_counter() - started < START_LIMIT_S:
            if self._answers():
                return time.perf_counter() - started
            if self._process.poll() is not None:
                raise RuntimeError(f"{self.title()} ended at its start: {self._last_log_line()}")
            time.sleep(0.0005)
        raise TimeoutError(f"{self.title()} gave no answer within {START_LIMIT_S} s")

    def stop(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        for how in (signal.SIGTERM, signal.SIGKILL):
            try:
                os.killpg(process.pid, how)
                process.wait(timeout=20)
            except (ProcessLookupError, subprocess.TimeoutExpired):
                continue

    def settle(self) -> None:
        """Waits until the process tree rests: MLflow's helpers go on starting long after its first answer."""
        deadline = time.monotonic() + SETTLE_LIMIT_S
        busy_s = 1.0
        while busy_s > 0.05 and time.monotonic() < deadline:
            before = self.cpu_s()
            time.sleep(1)
            busy_s = self.cpu_s() - before

    def memory_mib(self) -> float:
        """What the whole process tree holds, shared pages counted once (PSS)."""
        return sum(map(_pss_kib, _process_tree(self._process.pid))) / 1024

    def cpu_s(self) -> float:
        return tree_cpu_s(self._process.pid)

    def _answers(self) -> bool:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=START_LIMIT_S)
        try:
            connection.request("GET", "/api/2.0/mlflow/experiments/get?experiment_id=0")
            return connection.getresponse().status == 200
        except (ConnectionError, http.client.HTTPException):
            return False
        finally:
            connection.close()

    def _last_log_line(self) -> str:
        lines = (self.folder / "server.log").read_text(errors="replace").split("\n")
        return next((line for line in reversed(lines) if line.strip()), "no output")


class Mlflow(System):
    name = "mlflow"
    brand = "MLflow"
    version = "3.17.2"
    # Through its interpreter: the environment may have been moved since it was made.
    program = [str(ROOT / "build/venv/compat/bin/python"), "-m", "mlflow"]

    def command(self) -> list[str]:
        return [
            *self.program, "server", "--workers", "4",
            "--backend-store-uri", f"sqlite:///{self.database}", "--default-artifact-root", str(self.folder / "artifacts"),
            "--host", "127.0.0.1", "--port", str(self.port),
        ]  # fmt: skip


class FastTrackMl(System):
    name = "fasttrackml"
    brand = "FastTrackML"
    version = "0.6.0"

    def command(self) -> list[str]:
        return [
            str(ROOT / "build/venv/bench/bin/fml"), "server", "--log-level", "error",
            "--database-uri", f"sqlite://{self.database}", "--default-artifact-root", str(self.folder / "artifacts"),
            "--listen-address", f"127.0.0.1:{self.port}",
        ]  # fmt: skip


class Cairn(System):
    name = "cairn"
    brand = "cairn"
    program = [str(ROOT / "build/release/cairn")]

    def command(self) -> list[str]:
        return [
            *self.program, "server",
            "--backend-store-uri", f"sqlite:///{self.database}", "--default-artifact-root", str(self.folder / "artifacts"),
            "--host", "127.0.0.1", "--port", str(self.port),
        ]  # fmt: skip


SYSTEMS: dict[str, type[System]] = {system.name: system for system in (Mlflow, FastTrackMl, Cairn)}


def tree_cpu_s(root: int) -> float:
    """The processor's time that a process and those below it have used."""
    return sum(map(_cpu_ticks, _process_tree(root))) / os.sysconf("SC_CLK_TCK")


def _process_tree(root: int) -> list[int]:
    children: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            process = int(entry.name)
            children.setdefault(_stat(process).parent, []).append(process)
    tree = [root]
    for process in tree:
        tree += children.get(process, [])
    return tree


class _Stat(NamedTuple):
    parent: int
    cpu_ticks: int


def _stat(process: int) -> _Stat:
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return _Stat(parent=0, cpu_ticks=0)
    return _Stat(parent=int(fields[1]), cpu_ticks=int(fields[11]) + int(fields[12]))


def _cpu_ticks(process: int) -> int:
    return _stat(process).cpu_ticks


def _pss_kib(process: int) -> int:
    try:
        rollup = Path(f"/proc/{process}/smaps_rollup").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return 0
    return next((int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:")), 0)
