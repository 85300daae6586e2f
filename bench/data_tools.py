"""The programs that versioned data is measured with, and the trees they work on."""

import os
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path

from bench import ROOT

WORK = ROOT / "build/bench/data"
DVC = ROOT / "build/venv/compat_dvc/bin/dvc"
CAIRN = ROOT / "build/release/cairn"

MIB = 1 << 20
REPETITIONS = 3


@dataclass
class Scale:
    large_file: int = 1 << 30
    small_files: int = 20_000
    s3_files: int = 5_000
    many_files: int = 100_000
    million_files: int = 1_000_000


@dataclass(eq=False)
class Tool:
    name: str
    program: Path
    scale: Scale
    count: int = 0
    memory_mib: float = field(default=0, init=False)

    def repository(self) -> Path:
        self.count += 1
        root = WORK / self.name / str(self.count) / "repository"
        root.mkdir(parents=True)
        run(["git", "init", "-q"], root)
        self.run(root, "init", "-q")
        return root

    def run(self, root: Path, *arguments: str) -> float:
        """Seconds that a command takes; memory_mib is then the most that it used."""
        os.sync()
        started = time.perf_counter()
        process = subprocess.Popen(
            [self.program, *arguments], cwd=root, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        )
        complaint = process.stderr.read().decode()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        taken = time.perf_counter() - started
        if process.returncode != 0:
            raise RuntimeError(f"{self.name} {' '.join(arguments)} failed: {complaint}")
        self.memory_mib = usage.ru_maxrss / 1024
        return taken

    def least(self, root: Path, *arguments: str) -> float:
        return min(self.run(root, *arguments) for _ in range(REPETITIONS))


def run(command: list, cwd: Path, stdout=None):
    subprocess.run(command, cwd=cwd, check=True, env=environment(), stdout=stdout)


def environment() -> dict[str, str]:
    private = {name: str(WORK / name.lower()) for name in ("DVC_SITE_CACHE_DIR", "DVC_GLOBAL_CONFIG_DIR")}
    return os.environ | private | {"DVC_NO_ANALYTICS": "1"}


def make_large(path: Path, size: int):
    with path.open("wb") as file, open("/dev/urandom", "rb") as random:
        for _ in range(size // MIB):
            file.write(random.read(MIB))


def make_small(path: Path, count: int, size: int):
    """Files in folders of 200 each, no two alike."""
    for number in range(count):
        folder = path / f"{number // 200:04}"
        if number % 200 == 0:
            folder.mkdir(parents=True)
        (folder / f"{number % 200:03}").write_bytes(number.to_bytes(8, "big") * (size // 8))


def small_tree(tool: Tool) -> Path:
    root = tool.repository()
    make_small(root / "data", tool.scale.small_files, 4096)
    return root


def added_tree(tool: Tool) -> Path:
    root = small_tree(tool)
    tool.run(root, "add", "-q", "data")
    tool.run(root, "remote", "add", "-q", "-d", "here", str(root.parent / "remote"))
    return root


def bare_loop(tool: Tool, work: str, processes: int, tree: Path | None = None) -> float:
    """What bare_files.c needs, the file system alone."""
    program = WORK / "bin/bare_files"
    if not program.exists():
        run(["gcc", "-O2", ROOT / "bench/bare_files.c", "-o", program], WORK)
    tree = tree or small_tree(tool) / "data"
    target = tree.parent / f"bare-{work}"
    os.sync()
    output = subprocess.run([program, work, str(processes), tree, target], check=True, capture_output=True, text=True)
    return float(output.stdout)
