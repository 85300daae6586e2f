"""Load from `wrk`, whose scripts in bench/load/ prepare their requests beforehand."""

import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

SCRIPTS = Path(__file__).parent / "load"


@dataclass(frozen=True)
class Load:
    requests: int
    seconds: float
    p50_ms: float
    p99_ms: float

    @property
    def rate(self) -> float:
        return self.requests / self.seconds


def load(url: str, script: str, connections: int, seconds: float, arguments: list[str]) -> Load:
    """Raises unless every request succeeded."""
    command = [
        "wrk", "--threads", "1", "--connections", str(connections), "--duration", f"{seconds:g}s", "--timeout", "60s",
        "--script", str(SCRIPTS / script), url, "--", *arguments,
    ]  # fmt: skip
    environment = os.environ | {"LUA_PATH": f"{SCRIPTS}/?.lua"}
    output = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=seconds + 120)
    if output.returncode != 0 or not output.stdout.strip():
        raise RuntimeError(f"wrk failed: {output.stderr.strip() or output.stdout.strip()}")
    result = json.loads(output.stdout.strip().splitlines()[-1])
    if result["failed"] or result["broken"]:
        raise RuntimeError(
            f"of {result['requests']} requests {result['failed']} were refused and {result['broken']} got no answer"
        )
    return Load(result["requests"], result["seconds"], result["p50_ms"], result["p99_ms"])
