"""Load from `wrk`, whose scripts in bench/load/ prepare their requests beforehand."""

import json
import os
import subprocess
import threading
from dataclasses import dataclass
from pathlib import Path

SCRIPTS = Path(__file__).parent / "load"


@dataclass(frozen=True)
class Load:
    requests: int
    seconds: float
    p50_ms: float
    p99_ms: float
    cpu_s: float  # of wrk itself

    @property
    def rate(self) -> float:
        return self.requests / self.seconds


def load(
    url: str, script: str, connections: int, seconds: float, arguments: list[str], may_refuse: bool = False
) -> Load:
    """Raises unless every request succeeded; of a system that may refuse, counts those that succeeded."""
    command = [
        "wrk", "--threads", "1", "--connections", str(connections), "--duration", f"{seconds:g}s", "--timeout", "60s",
        "--script", str(SCRIPTS / script), url, "--", *arguments,
    ]  # fmt: skip
    environment = os.environ | {"LUA_PATH": f"{SCRIPTS}/?.lua"}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as wrk:
        watchdog = threading.Timer(seconds + 120, wrk.kill)
        watchdog.start()
        stdout, stderr = wrk.stdout.read(), wrk.stderr.read()
        _, status, used = os.wait4(wrk.pid, 0)
        wrk.returncode = os.waitstatus_to_exitcode(status)
        watchdog.cancel()
    if wrk.returncode != 0 or not stdout.strip():
        raise RuntimeError(f"wrk failed: {stderr.strip() or stdout.strip()}")
    result = json.loads(stdout.strip().splitlines()[-1])
    if (result["failed"] and not may_refuse) or result["broken"]:
        raise RuntimeError(
            f"of {result['requests']} requests {result['failed']} were refused and {result['broken']} got no answer"
        )
    accepted = result["requests"] - result["failed"]
    return Load(accepted, result["seconds"], result["p50_ms"], result["p99_ms"], used.ru_utime + used.ru_stime)
