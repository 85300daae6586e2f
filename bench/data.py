"""Versioned data: our program and the real dvc in turn, on equal trees. `./dev bench data` prints the table.

Every row runs in a repository of its own, made for it, so that no row finds what another left; nothing is deleted until
the end, because ext4 creates files slowly for a while after many were removed. Figures are wall times of the least of
a few runs where a row can be repeated, and of one run otherwise.
"""

import argparse
import os
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from bench import ROOT, machine

WORK = ROOT / "build/bench/data"
DVC = ROOT / "build/venv/compat_dvc/bin/dvc"
CAIRN = ROOT / "build/release/cairn"

MIB = 1 << 20
REPETITIONS = 3


@dataclass
class Scale:
    large_file: int = 1 << 30
    small_files: int = 20_000
    many_files: int = 100_000


@dataclass
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


def run(command: list, cwd: Path):
    subprocess.run(command, cwd=cwd, check=True, env=environment())


def environment() -> dict[str, str]:
    private = {name: str(WORK / name.lower()) for name in ("DVC_SITE_CACHE_DIR", "DVC_GLOBAL_CONFIG_DIR")}
    return os.environ | private | {"DVC_NO_ANALYTICS": "1"}


# ------------------------------------------------------------------------------------------------- trees


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


# ------------------------------------------------------------------------------------------------- rows


def start(tool: Tool) -> float:
    root = tool.repository()
    (root / "a").write_text("a")
    tool.run(root, "add", "-q", "a")
    return tool.least(root, "status")


def add_large(tool: Tool) -> float:
    root = tool.repository()
    make_large(root / "large", tool.scale.large_file)
    return tool.run(root, "add", "large")


def hash_large(tool: Tool) -> float:
    path = WORK / "large"
    if not path.exists():
        make_large(path, tool.scale.large_file)
    started = time.perf_counter()
    run(["openssl", "md5", "-r", str(path)], WORK)
    return time.perf_counter() - started


def add_small(tool: Tool) -> float:
    return tool.run(small_tree(tool), "add", "data")


def add_small_as_links(tool: Tool) -> float:
    root = small_tree(tool)
    tool.run(root, "config", "cache.type", "hardlink,symlink")
    return tool.run(root, "add", "data")


def status(tool: Tool) -> float:
    return tool.least(added_tree(tool), "status")


def status_after_a_change(tool: Tool) -> float:
    root = added_tree(tool)
    tool.run(root, "status")
    (root / "data/0000/000").write_text("changed")
    return tool.run(root, "status")


def push(tool: Tool) -> float:
    return tool.run(added_tree(tool), "push")


def push_again(tool: Tool) -> float:
    root = added_tree(tool)
    tool.run(root, "push")
    return tool.least(root, "push")


def pull(tool: Tool) -> float:
    root = added_tree(tool)
    tool.run(root, "push")
    clone = tool.repository()
    tool.run(clone, "remote", "add", "-q", "-d", "here", str(root.parent / "remote"))
    shutil.copy(root / "data.dvc", clone)
    return tool.run(clone, "pull")


def checkout(tool: Tool) -> float:
    root = added_tree(tool)
    os.rename(root / "data", root.parent / "data-before")
    return tool.run(root, "checkout")


def many(command: str, figure: Callable[[Tool, float], float]) -> Callable[[Tool], float]:
    def measure(tool: Tool) -> float:
        root = tool.repository()
        make_small(root / "data", tool.scale.many_files, 1024)
        taken = tool.run(root, "add", "-q", "data")
        if command == "status":
            taken = tool.run(root, "status")
        if command == "checkout":
            os.rename(root / "data", root.parent / "data-before")
            taken = tool.run(root, "checkout")
        return figure(tool, taken)

    return measure


def seconds(_: Tool, taken: float) -> float:
    return taken


def memory(tool: Tool, _: float) -> float:
    return tool.memory_mib


@dataclass(frozen=True)
class Row:
    name: str
    work: str
    measure: Callable[[Tool], float]
    goal: float | None = None  # so many times as fast as dvc
    unit: str = "s"
    ours_only: bool = False


ROWS = [
    Row("start", "`status` of one file: the start of a command", start),
    Row("hash-large", "MD5 of the large file with OpenSSL (what `add` is to be near)", hash_large, ours_only=True),
    Row("add-large", "`add` of one file of {large}", add_large),
    Row("add-small", "`add` of {small} files of 4 KiB, as copies", add_small, goal=10),
    Row("add-links", "`add` of {small} files of 4 KiB, as links", add_small_as_links, goal=20),
    Row("status", "`status` after it", status, goal=35),
    Row("status-changed", "`status` after one file changed", status_after_a_change),
    Row("push", "`push` of them to a directory", push, goal=15),
    Row("push-again", "`push` when nothing is new", push_again),
    Row("pull", "`pull` of them in a fresh clone", pull, goal=15),
    Row("checkout", "`checkout` of them", checkout, goal=8),
    Row("many-add", "`add` of {many} files of 1 KiB", many("add", seconds), ours_only=True),
    Row("many-add-memory", "its memory", many("add", memory), unit="MiB", ours_only=True),
    Row("many-status", "`status` of {many} files", many("status", seconds), ours_only=True),
    Row("many-checkout", "`checkout` of {many} files", many("checkout", seconds), ours_only=True),
]


def main() -> int:
    arguments = parse_arguments()
    scale = Scale(many_files=arguments.many)
    if arguments.quick:
        scale = Scale(large_file=128 * MIB, small_files=2_000, many_files=10_000)
    shutil.rmtree(WORK, ignore_errors=True)
    ours_as_dvc = WORK / "bin/dvc"
    ours_as_dvc.parent.mkdir(parents=True)
    ours_as_dvc.symlink_to(CAIRN)
    tools = [Tool("cairn", ours_as_dvc, scale), Tool("dvc", DVC, scale)]
    rows = [row for row in ROWS if not arguments.rows or row.name.startswith(tuple(arguments.rows))]
    if not rows:
        sys.exit(f"no such row; there are: {', '.join(row.name for row in ROWS)}")
    load = machine.load_average()
    figures = {(row.name, tool.name): measure(row, tool) for row in rows for tool in tools}
    print(table(rows, figures, scale))
    if rows == ROWS and not arguments.quick:
        (ROOT / "docs/benchmarks-data.md").write_text(document(rows, figures, scale, load))
        print("written to docs/benchmarks-data.md")
    shutil.rmtree(WORK)
    return 0


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./dev bench data", description=__doc__)
    parser.add_argument("rows", nargs="*", help="rows by name or first part of it: " + ", ".join(r.name for r in ROWS))
    parser.add_argument("--quick", action="store_true", help="small trees")
    parser.add_argument("--many", type=int, default=Scale.many_files, help="files of the rows many-* (1,000,000, say)")
    return parser.parse_args()


def measure(row: Row, tool: Tool) -> float | None:
    if row.ours_only and tool.name != "cairn":
        return None
    figure = row.measure(tool)
    print(f"bench: {tool.name}: {row.name}: {written(figure, row.unit)}", file=sys.stderr)
    return figure


def written(figure: float | None, unit: str) -> str:
    if figure is None:
        return ""
    return f"{figure:.0f} MiB" if unit == "MiB" else f"{figure * 1000:.0f} ms" if figure < 1 else f"{figure:.2f} s"


def table(rows: list[Row], figures: dict, scale: Scale) -> str:
    names = {"large": f"{scale.large_file // MIB} MiB", "small": f"{scale.small_files:,}", "many": f"{scale.many_files:,}"}
    lines = ["| work | cairn | dvc 3.67.1 | ratio | goal |", "|---|---|---|---|---|"]
    for row in rows:
        ours, theirs = (figures[row.name, tool] for tool in ("cairn", "dvc"))
        ratio = f"{theirs / ours:.1f}×" if theirs else ""
        goal = f"≥ {row.goal}×" if row.goal else ""
        work = row.work.format(**names)
        lines.append(f"| {work} | {written(ours, row.unit)} | {written(theirs, row.unit)} | {ratio} | {goal} |")
    return "\n".join(lines) + "\n"


def document(rows: list[Row], figures: dict, scale: Scale, load: float) -> str:
    circumstances = "\n".join(f"- {line}" for line in machine.describe(load))
    return f"""# Benchmarks: versioned data

Written by `./dev bench data`: both programs in turn on equal trees, page cache warm, nothing deleted between rows.

{circumstances}

{table(rows, figures, scale)}"""


if __name__ == "__main__":
    sys.exit(main())
