"""What is read, and what is not: status opens no file that it knows, and never believes a stamp that can't vouch."""

import json
import os
import re
import subprocess

import pytest

from repositories import environment

FILES = 400


@pytest.fixture
def tracked(pair):
    for number in range(FILES):
        path = pair.cairn.root / f"data/{number % 20:02}/{number:04}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"content {number}")
    assert pair.cairn.run("add", "data").status == 0
    return pair.cairn


def opened_data(cairn, *arguments):
    """Which files below data/ a command opens."""
    trace = cairn.root.parent / "trace"
    command = ["strace", "-f", "-e", "trace=open,openat,openat2", "-o", str(trace), *cairn.program, *arguments]
    done = subprocess.run(command, cwd=cairn.root, env=environment(cairn.root.parent), capture_output=True)
    assert done.returncode == 0, done.stderr
    opened = re.findall(r'"([^"]*)", [^)]*\) = \d', trace.read_text())
    return [path for path in opened if re.search(r"(^|/)\d{4}$", path)]


def settle(cairn):
    """A look after the clock has ticked: all stamps are then known to vouch for their files."""
    assert cairn.run("status").status == 0


def test_status_opens_no_file_that_it_knows(tracked):
    settle(tracked)
    assert opened_data(tracked, "status") == []
    assert opened_data(tracked, "data", "status") == []


def test_after_a_change_only_that_file_is_read(tracked):
    settle(tracked)
    (tracked.root / "data/07/0027").write_text("changed")
    assert [path[-4:] for path in opened_data(tracked, "status")] == ["0027"]


def test_after_a_checkout_of_one_file_only_that_file_is_read(tracked):
    settle(tracked)
    (tracked.root / "data/07/0027").unlink()
    assert opened_data(tracked, "checkout") == []
    assert {path[-4:] for path in opened_data(tracked, "status")} <= {"0027"}


def test_an_edit_that_keeps_size_and_time_stamp_is_seen(tracked):
    settle(tracked)
    path = tracked.root / "data/00/0000"
    before = path.stat()
    path.write_text("Content 0")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert json.loads(tracked.run("status", "--json").out) == {"data.dvc": [{"changed outs": {"data": "modified"}}]}


def test_edits_within_a_tick_of_the_clock_are_seen(pair):
    """Written, added, written again and looked at, as fast as it goes."""
    path = pair.cairn.root / "file"
    for number in range(20):
        path.write_text(f"{number:03} before")
        assert pair.cairn.run("add", "file").status == 0
        path.write_text(f"{number:03} behind")
        assert "modified" in pair.cairn.run("status").out


def test_progress_as_events(tracked):
    pair_remote = tracked.root.parent / "remote"
    assert tracked.run("remote", "add", "-d", "here", str(pair_remote)).status == 0
    events = [json.loads(line) for line in tracked.run("push", "--json").out.splitlines()]
    assert events[-1] == {"event": "done", "status": 0}
    assert {"event": "message", "level": "info", "text": f"{FILES + 1} files pushed"} in events
    bad = next(path for path in (pair_remote / "files/md5").rglob("*") if path.is_file() and not path.name.endswith(".dir"))
    bad.chmod(0o644)
    bad.write_text("bad")
    bad.chmod(0o444)
    subprocess.run(["rm", "-rf", tracked.root / ".dvc/cache"], check=True)
    outcome = tracked.run("fetch", "--json")
    events = [json.loads(line) for line in outcome.out.splitlines()]
    assert outcome.status == 1 and events[-1] == {"event": "done", "status": 1}
    failed = [event["object"] for event in events if event["event"] == "failed"]
    assert bad.parent.name + bad.name in failed
    # The others came all the same.
    assert sum(len(files) for _, _, files in os.walk(tracked.root / ".dvc/cache/files/md5")) == FILES - 1


@pytest.mark.parametrize("command", ["push", "checkout", "add"])
def test_nothing_is_shown_of_what_is_quick(tracked, command):
    assert tracked.run("remote", "add", "-f", "-d", "here", "../remote").status == 0
    arguments = [command, "data"] if command == "add" else [command]
    assert tracked.run(*arguments).err == ""
