"""Commands that are killed at any moment: nothing is lost, no object is half there, and running them again finishes."""

import hashlib
import json
import random
import shutil
import subprocess
import time

import pytest
import stores

from places import S3
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


def kill_repeatedly(cairn, *arguments, seed: int, longest: float = 0.02 * KILLS, check=None):
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
        time.sleep(moments.uniform(0, longest * (attempt + 1) / KILLS))
        process.kill()
        _, complaint = process.communicate()
        assert process.returncode in (0, -9), complaint
        assert_sound(cairn.root / ".dvc/cache/files/md5")
        assert_sound(cairn.root.parent / "remote/files/md5")
        if check:
            check()
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


@pytest.fixture(scope="module")
def s3(tmp_path_factory):
    with S3(stores.Moto(tmp_path_factory.mktemp("store")), "moto") as place:
        yield place


def connect(cairn, place):
    """A remote at a folder of the test's own."""
    assert cairn.run("remote", "add", "-f", "-d", "there", place.url(cairn.root.parent.name)).status == 0
    for name, value in place.options().items():
        assert cairn.run("remote", "modify", "there", name, value).status == 0


def assert_sound_in(place, name):
    """The same of a bucket. A directory object comes last: its files are there."""
    objects = {key.removeprefix("files/md5/").replace("/", ""): content for key, content in place.read(name).items()}
    for key, content in objects.items():
        assert hashlib.md5(content).hexdigest() == key.removesuffix(".dir")
        if key.endswith(".dir"):
            assert {entry["md5"] for entry in json.loads(content)} <= objects.keys()


def test_killed_while_it_talks_to_s3(pair, s3):
    cairn, name = pair.cairn, pair.cairn.root.parent.name
    connect(cairn, s3)
    cairn.root.joinpath("data").mkdir()
    for number in range(150):
        (cairn.root / f"data/{number:03}").write_text(str(number) * number)
    (cairn.root / "data/large").write_bytes(random.Random(1).randbytes(20 << 20))
    assert cairn.run("add", "data").status == 0
    kill_repeatedly(cairn, "push", seed=1, longest=2, check=lambda: assert_sound_in(s3, name))
    assert_sound_in(s3, name)
    assert len(s3.read(name)) == 152
    shutil.rmtree(cairn.root / "data")
    shutil.rmtree(cairn.root / ".dvc/cache")
    kill_repeatedly(cairn, "pull", seed=2, longest=2)
    assert cairn.run("status").out == "Data and pipelines are up to date.\n"


def test_an_upload_goes_on_where_a_killed_one_was(pair, s3):
    cairn = pair.cairn
    connect(cairn, s3)
    (cairn.root / "large").write_bytes(random.Random(2).randbytes(100 << 20))
    assert cairn.run("add", "large").status == 0
    client = s3.store.client()
    log = s3.store.folder / "store.log"

    def sent() -> int:
        uploads = client.list_multipart_uploads(Bucket=stores.BUCKET).get("Uploads", [])
        parts = [client.list_parts(Bucket=stores.BUCKET, Key=one["Key"], UploadId=one["UploadId"]) for one in uploads]
        return sum(len(part.get("Parts", [])) for part in parts)

    process = subprocess.Popen(
        [*cairn.program, "push"], cwd=cairn.root, env=environment(cairn.root.parent), stdout=subprocess.DEVNULL
    )
    while sent() < 4:
        assert process.poll() is None
        time.sleep(0.01)
    process.kill()
    process.wait()
    time.sleep(0.5)  # the store may still be at what it received
    before, logged = sent(), log.read_bytes().count(b"partNumber=")
    assert cairn.run("push").status == 0
    assert log.read_bytes().count(b"partNumber=") - logged == 17 - before  # of 6 MiB each
    assert sent() == 0
    assert_sound_in(s3, cairn.root.parent.name)
