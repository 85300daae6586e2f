"""Versioned data: our program and the real dvc in turn, on equal trees. `./dev bench data` prints the table.

Every row runs in a repository of its own, made for it, so that no row finds what another left; nothing is deleted until
the end, because ext4 creates files slowly for a while after many were removed. What was made for a row is on the disk
before the row begins: a command that syncs would otherwise write the benchmark's files, too. Figures are wall times of
the least of a few runs where a row can be repeated, and of one run otherwise. Beside the rows that are bounded by the
file system stands what a bare C loop (bare_files.c) needs for the same files on all processors, so that the table itself
says what is left to be saved.
"""

import argparse
import atexit
import functools
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bench import ROOT, machine
from bench.data_tools import (
    CAIRN,
    DVC,
    MIB,
    REPETITIONS,
    WORK,
    Scale,
    Tool,
    added_tree,
    bare_loop,
    make_large,
    make_small,
    run,
    small_tree,
)

sys.path.insert(0, str(ROOT / "tests/compat"))
import stores  # noqa: E402

MD5_BENCH = ROOT / "build/release/md5_bench"
PROCESSORS = os.cpu_count() or 1


def start(tool: Tool) -> float:
    return tool.least(tool.repository(), "--version")


def start_in_a_repository(tool: Tool) -> float:
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
    run(["openssl", "md5", "-r", str(path)], WORK, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started


def write_large(tool: Tool) -> float:
    """What the disk alone needs for it."""
    output = subprocess.run(
        ["dd", "if=/dev/zero", f"of={WORK / 'written'}", "bs=1M", f"count={tool.scale.large_file // MIB}", "conv=fsync"],
        check=True,
        capture_output=True,
        text=True,
    ).stderr
    return float(output.split("copied, ")[1].split()[0])


def add_small(tool: Tool) -> float:
    return tool.run(small_tree(tool), "add", "data")


def add_small_as_links(tool: Tool) -> float:
    root = small_tree(tool)
    tool.run(root, "config", "cache.type", "hardlink,symlink")
    return tool.run(root, "add", "data")


def bare(work: str, processes: int = PROCESSORS) -> Callable[[Tool], float]:
    return lambda tool: bare_loop(tool, work, processes)


def bare_look(tool: Tool) -> float:
    tree = small_tree(tool) / "data"
    return min(bare_loop(tool, "look", PROCESSORS, tree) for _ in range(REPETITIONS))


def bare_pull(tool: Tool) -> float:
    """Into the cache, and from there into the work tree."""
    tree = small_tree(tool) / "data"
    return bare_loop(tool, "objects", PROCESSORS, tree) + bare_loop(tool, "files", PROCESSORS, tree)


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


@functools.cache
def s3_store() -> stores.Store:
    store = stores.S3rver(WORK / "store")
    store.__enter__()
    atexit.register(store.__exit__)
    return store


def tree_for_s3(tool: Tool) -> tuple[Path, str]:
    """Added, with a remote in a bucket: another folder for each."""
    root = tool.repository()
    make_small(root / "data", tool.scale.s3_files, 4096)
    tool.run(root, "add", "-q", "data")
    url = f"s3://{stores.BUCKET}/{tool.name}-{tool.count}"
    connect_s3(tool, root, url)
    return root, url


def connect_s3(tool: Tool, root: Path, url: str):
    store = s3_store()
    tool.run(root, "remote", "add", "-q", "-d", "there", url)
    options = {"endpointurl": store.url, "access_key_id": store.access_key, "secret_access_key": store.secret_key}
    for name, value in options.items():
        tool.run(root, "remote", "modify", "-q", "there", name, value)


def push_s3(tool: Tool) -> float:
    return tool.run(tree_for_s3(tool)[0], "push")


def pull_s3(tool: Tool) -> float:
    root, url = tree_for_s3(tool)
    tool.run(root, "push")
    clone = tool.repository()
    connect_s3(tool, clone, url)
    shutil.copy(root / "data.dvc", clone)
    return tool.run(clone, "pull")


def checkout(tool: Tool) -> float:
    root = added_tree(tool)
    os.rename(root / "data", root.parent / "data-before")
    return tool.run(root, "checkout")


@functools.cache
def md5_rates() -> dict[str, float]:
    """Bytes a second on one core, by kernel, for messages of 4 KiB."""
    output = subprocess.run([MD5_BENCH, "--benchmark_format=json", "--benchmark_filter=/4096$"], check=True, capture_output=True)
    rates = {run["name"].split("/")[0]: run["bytes_per_second"] for run in json.loads(output.stdout)["benchmarks"]}
    rates["lanes"] = max(rate for name, rate in rates.items() if name not in ("openssl", "one lane"))
    return rates


def md5_rate(kernel: str) -> Callable[[Tool], float]:
    return lambda _: md5_rates()[kernel]


@functools.cache
def many_figures(tool: Tool, files: int) -> dict[str, float]:
    """Seconds of each command on so many files, and the most memory that it used."""
    root = tool.repository()
    make_small(root / "data", files, 1024)
    figures = {}

    def take(command: str, *arguments: str):
        figures[command] = tool.run(root, command, *arguments)
        figures[command + " memory"] = tool.memory_mib

    take("add", "-q", "data")
    take("status")
    os.rename(root / "data", root.parent / "data-before")
    take("checkout")
    for work in ("objects", "look", "files"):
        figures[work] = bare_loop(tool, work, PROCESSORS, root / "data")
    return figures


def many(what: str) -> Callable[[Tool], float]:
    return lambda tool: many_figures(tool, tool.scale.many_files)[what]


def million(what: str) -> Callable[[Tool], float]:
    return lambda tool: many_figures(tool, tool.scale.million_files)[what]


def million_by_many(command: str) -> Callable[[Tool], float]:
    """How much longer one file takes among a million than among fewer."""
    return lambda tool: million(command)(tool) / tool.scale.million_files / (many(command)(tool) / tool.scale.many_files)


Figures = dict[tuple[str, str], float | None]  # by row and program


@dataclass(frozen=True)
class Goal:
    text: str
    is_met: Callable[[float, Figures], bool]


def times_dvc(row: str, factor: float) -> Goal:
    return Goal(f"≥ {factor:g}× dvc", lambda ours, figures: figures[row, "dvc"] >= factor * ours)


def at_most(limit: float, text: str) -> Goal:
    return Goal(f"≤ {text}", lambda ours, _: ours <= limit)


def at_most_times(factor: float, row: str, text: str) -> Goal:
    return Goal(f"≤ {factor:g}× {text}", lambda ours, figures: ours <= factor * figures[row, "cairn"])


def at_least_times(factor: float, row: str, text: str) -> Goal:
    return Goal(f"≥ {factor:g}× {text}", lambda ours, figures: ours >= factor * figures[row, "cairn"])


@dataclass(frozen=True)
class Row:
    name: str
    work: str
    measure: Callable[[Tool], float]
    goals: tuple[Goal, ...] = ()
    unit: str = "s"
    ours_only: bool = False
    takes_long: bool = False  # measured if asked for


LINEAR = 1.25  # a quarter more, for caches of the processor and the kernel that no longer hold them all
MEMORY = at_most(400, "400 MiB")

ROWS = [
    Row("start", "`--version`: the start of any command", start, (at_most(0.010, "10 ms"),)),
    Row("start-status", "`status` of one file", start_in_a_repository, (at_most(0.010, "10 ms"),)),
    Row("hash-large", "OpenSSL's MD5 of {large}, once", hash_large, ours_only=True),
    Row("write-large", "`dd` of {large} and its sync: the disk alone", write_large, ours_only=True),
    Row("add-large", "`add` of one file of {large}", add_large, (at_most_times(1.1, "hash-large", "hashing"),)),
    Row("bare-loop", "a bare C loop that copies {small} files of 4 KiB", bare("objects", 1), ours_only=True),
    Row("bare-copies", "the same on all processors", bare("objects"), ours_only=True),
    Row("add-small", "`add` of {small} files of 4 KiB, as copies", add_small,
        (times_dvc("add-small", 10), at_most_times(1.5, "bare-loop", "the loop"))),
    Row("bare-links", "a bare C loop that reads {small} files and links them", bare("links"), ours_only=True),
    Row("add-links", "`add` of {small} files of 4 KiB, as links", add_small_as_links, (times_dvc("add-links", 20),)),
    Row("bare-look", "a bare C loop that asks for the status of {small} files", bare_look, ours_only=True),
    Row("status", "`status` after it", status, (times_dvc("status", 35),)),
    Row("status-changed", "`status` after one file changed", status_after_a_change),
    Row("push", "`push` of them to a directory", push, (times_dvc("push", 15),)),
    Row("push-again", "`push` when nothing is new", push_again),
    Row("bare-pull", "a bare C loop that copies {small} files twice", bare_pull, ours_only=True),
    Row("bare-pull-once", "the same in one pass", bare("both"), ours_only=True),
    Row("pull", "`pull` of them in a fresh clone", pull, (times_dvc("pull", 15),)),
    Row("push-s3", "`push` of {s3} files of 4 KiB to S3 over loopback", push_s3, (times_dvc("push-s3", 8),)),
    Row("pull-s3", "`pull` of them in a fresh clone", pull_s3, (times_dvc("pull-s3", 8),)),
    Row("bare-checkout", "a bare C loop that copies {small} files and syncs nothing", bare("files"), ours_only=True),
    Row("checkout", "`checkout` of {small} files of 4 KiB", checkout, (times_dvc("checkout", 8),)),
    Row("md5-openssl", "MD5 on one core, messages of 4 KiB: OpenSSL's one stream", md5_rate("openssl"), unit="GB/s", ours_only=True),
    Row("md5-lanes", "the same side by side in lanes", md5_rate("lanes"), (at_least_times(3, "md5-openssl", "OpenSSL"),),
        unit="GB/s", ours_only=True),
]
BARE = {"add": ("objects", "copies"), "status": ("look", "asks for the status of"), "checkout": ("files", "copies, without a sync,")}
PER_FILE = "its time for each file, against that among {many}"
for scale_name, take in (("many", many), ("million", million)):
    for command, (loop, does) in BARE.items():
        takes_long = scale_name == "million"
        ROWS.append(Row(f"{scale_name}-{command}-bare", f"a bare C loop that {does} {{{scale_name}}} files of 1 KiB",
                        take(loop), ours_only=True, takes_long=takes_long))
        if takes_long:
            ROWS.append(Row(f"million-{command}-bare-linear", PER_FILE, million_by_many(loop), unit="×", ours_only=True,
                            takes_long=True))
        ROWS.append(Row(f"{scale_name}-{command}", f"`{command}` of {{{scale_name}}} files of 1 KiB", take(command),
                        ours_only=True, takes_long=takes_long))
        if takes_long:
            ROWS.append(Row(f"million-{command}-linear", PER_FILE, million_by_many(command),
                            (at_most(LINEAR, f"{LINEAR:g}×"),), unit="×", ours_only=True, takes_long=True))
        ROWS.append(Row(f"{scale_name}-{command}-memory", "its memory", take(command + " memory"), (MEMORY,), unit="MiB",
                        ours_only=True, takes_long=takes_long))


def main() -> int:
    arguments = parse_arguments()
    scale = Scale()
    if arguments.quick:
        scale = Scale(large_file=128 * MIB, small_files=2_000, s3_files=300, many_files=1_000, million_files=10_000)
    shutil.rmtree(WORK, ignore_errors=True)
    ours_as_dvc = WORK / "bin/dvc"
    ours_as_dvc.parent.mkdir(parents=True)
    ours_as_dvc.symlink_to(CAIRN)
    tools = [Tool("cairn", ours_as_dvc, scale), Tool("dvc", DVC, scale)]
    wanted = tuple(arguments.rows)
    rows = [row for row in ROWS if row.name.startswith(wanted) or (not wanted and (arguments.million or not row.takes_long))]
    if not rows:
        sys.exit(f"no such row; there are: {', '.join(row.name for row in ROWS)}")
    load = machine.load_average()
    figures = {(row.name, tool.name): measure(row, tool) for row in rows for tool in tools}
    print(table(rows, figures, scale))
    if not arguments.rows and not arguments.quick:
        (ROOT / "docs/benchmarks-data.md").write_text(document(rows, figures, scale, load))
        print("written to docs/benchmarks-data.md")
    shutil.rmtree(WORK)
    return 0


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./dev bench data", description=__doc__)
    parser.add_argument("rows", nargs="*", help="rows by name or first part of it: " + ", ".join(r.name for r in ROWS))
    parser.add_argument("--quick", action="store_true", help="small trees")
    parser.add_argument("--million", action="store_true", help="also the rows of a million files, which take minutes")
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
    if unit == "GB/s":
        return f"{figure / 1e9:.2f} GB/s"
    if unit == "MiB":
        return f"{figure:.0f} MiB"
    if unit == "×":
        return f"{figure:.2f}×"
    return f"{figure * 1000:.{1 if figure < 0.01 else 0}f} ms" if figure < 1 else f"{figure:.2f} s"


def table(rows: list[Row], figures: Figures, scale: Scale) -> str:
    names = {
        "large": f"{scale.large_file // MIB} MiB",
        "small": f"{scale.small_files:,}",
        "s3": f"{scale.s3_files:,}",
        "many": f"{scale.many_files:,}",
        "million": f"{scale.million_files:,}",
    }
    lines = ["| work | cairn | dvc 3.67.1 | ratio | goal | met |", "|---|---|---|---|---|---|"]
    for row in rows:
        ours, theirs = (figures[row.name, tool] for tool in ("cairn", "dvc"))
        ratio = f"{theirs / ours:.1f}×" if theirs else ""
        goals = ", ".join(goal.text.format(**names) for goal in row.goals)
        lines.append(
            f"| {row.work.format(**names)} | {written(ours, row.unit)} | {written(theirs, row.unit)} | {ratio} | {goals} "
            f"| {verdict(row, ours, figures)} |"
        )
    return "\n".join(lines) + "\n"


def verdict(row: Row, ours: float, figures: Figures) -> str:
    try:
        met = [goal.is_met(ours, figures) for goal in row.goals]
    except KeyError:  # the row that it is held against was left out
        return ""
    return "" if not met else "yes" if all(met) else "no"


def document(rows: list[Row], figures: Figures, scale: Scale, load: float) -> str:
    circumstances = "\n".join(f"- {line}" for line in machine.describe(load))
    return f"""# Benchmarks: versioned data

Written by `./dev bench data`: both programs in turn on equal trees, which are on the disk and in the page cache when the
clock starts; nothing is deleted between rows. S3 is s3rver on the same machine. A goal of several parts is met if each
is. `--million` adds the rows of a million files.

{circumstances}

{table(rows, figures, scale)}"""


if __name__ == "__main__":
    sys.exit(main())
