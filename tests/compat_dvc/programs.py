"""The programs under test, and where they are."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BUILD = Path(os.environ.get("CAIRN_BUILD", ROOT / "build" / "release"))

DVC = Path(sys.executable).with_name("dvc")
CAIRN = Path(os.environ.get("CAIRN_DATA_BIN", BUILD / "cairn-data"))
FORMAT_PROBE = BUILD / "format_probe"


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
