"""The programs under test, and where they are."""

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BUILD = Path(os.environ.get("CAIRN_BUILD", ROOT / "build" / "release"))

DVC = Path(sys.executable).with_name("dvc")
CAIRN = BUILD / "cairn"
FORMAT_PROBE = BUILD / "format_probe"


@dataclass
class Outcome:
    status: int
    out: bytes
    err: bytes


class DvcServer:
    """The real dvc, imported once (dvc_server.py)."""

    def __init__(self):
        server = Path(__file__).with_name("dvc_server.py")
        self._process = subprocess.Popen([sys.executable, server], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._ready = False
        self._files = tempfile.TemporaryDirectory()

    def run(self, arguments: list[str], cwd: Path, env: dict[str, str], stdin: str) -> Outcome:
        if not self._ready:
            assert self._process.stdout.readline() == b"ready\n"
            self._ready = True
        files = {name: os.path.join(self._files.name, name) for name in ("stdin", "stdout", "stderr")}
        Path(files["stdin"]).write_text(stdin)
        request = {"arguments": arguments, "cwd": str(cwd), "env": env, **files}
        self._process.stdin.write(json.dumps(request).encode() + b"\n")
        self._process.stdin.flush()
        status = int(self._process.stdout.readline())
        return Outcome(status, Path(files["stdout"]).read_bytes(), Path(files["stderr"]).read_bytes())

    def close(self):
        self._process.stdin.close()
        self._process.wait()
        self._files.cleanup()


class FormatProbe:
    """Our readers and writers of DVC's formats, in a process that answers one request after the other."""

    def __init__(self):
        self._process = subprocess.Popen([FORMAT_PROBE], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def __call__(self, name: str, *inputs: str) -> str:
        """Raises ValueError with our program's message where it reports an error."""
        encoded = [text.encode() for text in inputs]
        header = " ".join([name, *(str(len(text)) for text in encoded)])
        self._process.stdin.write(header.encode() + b"\n" + b"".join(encoded))
        self._process.stdin.flush()
        outcome, size = self._process.stdout.readline().split()
        text = self._process.stdout.read(int(size)).decode()
        if outcome != b"ok":
            raise ValueError(text)
        return text

    def close(self):
        self._process.stdin.close()
        self._process.wait()
