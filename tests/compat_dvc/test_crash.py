"""Commands that are killed at any moment: nothing is lost, no object is half there, and running them again finishes."""

import hashlib
import random
import shutil
import subprocess
import time

import pytest

from repositories import environment

FILES = 3000
KILLS = 8


@pytest.fixture
def cairn(pair):
    cairn = pair.cairn
    pair.remove(".dvc/config")
    assert cairn.run("remote", "add", "-d", "here", "../remote").status == 0
    for number in range(FILES):
        folder = cairn.root / f"data/{number // 100:02}"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{number:05}").write_text(str(number) * (number % 300))
    return cairn


def kill_repeatedly(cairn, *arguments, seed: int):
    """Until the command survives, which it does at the latest when it is given all the time it needs."""
    moments = random.Random(seed)
    for attempt in range(KILLS):
        process = subprocess.Popen(
            [*cairn.program, *arguments],
            cwd=cairn.root,
            env=environment(cairn.root.parent),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        time.sleep(moments.uniform(0, 0.02 * (attempt + 1)))
        process.kill()
        _, complaint = process.communicate()
        assert process.returncode in (0, -9), complaint
        assert_sound(cairn.root / ".dvc/cache/files/md5")
        assert_sound(cairn.root.parent / "remote/files/md5")
    outcome = cairn.run(*arguments)
    assert outcome.status == 0, outcome


def assert_sound(store):
    """What has an object's name holds what the name says, and a directory object's files are there."""
    for directory in store.glob("[0-9a-f][0-9a-f]"):
        for file in directory.iterdir():
            if file.name.endswith(".tmp"):
                continue
            expected = (directory.name + file.name).removesuffix(".dir")
            assert hashlib.md5(file.read_bytes()).hexdigest() == expected


@pytest.mark.parametrize("seed", range(2))
def test_killed_at_any_moment(cairn, seed):
    kill_repeatedly(cairn, "add", "data", seed=seed)
    assert cairn.run("status").out == "Data and pipelines are up to date.\n"
    kill_repeatedly(cairn, "push", seed=seed)
    assert cairn.run("status", "-c").out == "Cache and remote 'here' are in sync.\n"
    shutil.rmtree(cairn.root / "data")
    kill_repeatedly(cairn, "checkout", seed=seed)
    assert cairn.run("status").out == "Data and pipelines are up to date.\n"
    shutil.rmtree(cairn.root / "data")
    shutil.rmtree(cairn.root / ".dvc/cache")
    kill_repeatedly(cairn, "pull", seed=seed)
    assert cairn.run("status").out == "Data and pipelines are up to date.\n"
    (cairn.root / "data/00/00000").write_text("changed")
    assert cairn.run("add", "data").status == 0
    kill_repeatedly(cairn, "gc", "-w", "-f", seed=seed)
    assert cairn.run("status").out == "Data and pipelines are up to date.\n"
    assert not [file for file in cairn.root.rglob("data/**/*.tmp")]
