"""Servers of every kind: what one program pushes the other pulls, in both orders; and data from URLs."""

import hashlib
import os
import shutil

import pytest

LARGE = b"0123456789abcdef" * (9 << 16) + b"the end"  # several parts of an upload

@pytest.fixture(scope="module", params=["moto", "s3rver", "http", "ssh", "webdav"])
def place(request, server):
    return server(request.param)


def connect(pair, place, request):
    """Makes the place a remote of both, with a name of the test's own there."""
    pair.place_name = f"{request.node.name.replace('[', '-').replace(']', '')}/data"
    place.prepare(pair.place_name)
    for repository in pair.both:
        place.welcome(repository.root.parent)
        repository.add_remote("there", place.url(pair.place_name), place.options())


@pytest.fixture
def tracked(pair, place, request):
    """Equal repositories with the place as their remote, and a name of their own there."""
    connect(pair, place, request)
    pair.write("a", "content of a")
    pair.write("empty", "")
    pair.write("large", LARGE)
    pair.tree("data", {"x": "1", "y": "2", "sub/z": "3", "sub/é %#?+&": "4", "same": "1", **{f"many/{i}": str(i) for i in range(20)}})
    assert pair.cairn.run("add", "-q", "a", "data", "empty", "large").status == 0
    shutil.rmtree(pair.dvc.root)
    shutil.copytree(pair.cairn.root, pair.dvc.root, symlinks=True)
    return pair


def forget(repository):
    """The cache and the work tree's data are gone, as in a fresh clone; dvc remembers what it once saw."""
    shutil.rmtree(repository.root / ".dvc/cache")
    shutil.rmtree(repository.root.parent / "site", ignore_errors=True)
    shutil.rmtree(repository.root / "data")
    for name in ("a", "empty", "large"):
        (repository.root / name).unlink()


def assert_whole(repository):
    assert (repository.root / "a").read_text() == "content of a"
    assert (repository.root / "empty").read_bytes() == b""
    assert (repository.root / "large").read_bytes() == LARGE
    assert (repository.root / "data/sub/é %#?+&").read_text() == "4"
    assert repository.run("status", "-q").status == 0


def succeeded(outcome):
    assert outcome.status == 0, outcome
    return outcome


@pytest.mark.parametrize("first", ["dvc", "cairn"])
def test_what_one_pushes_the_other_pulls(tracked, place, first):
    pusher, puller = tracked.both if first == "dvc" else tracked.both[::-1]
    succeeded(pusher.run("push"))
    stored = place.read(tracked.place_name)
    assert len(stored) == 24 and not [path for path in stored if not path.startswith("files/md5/")]
    if place.lists:
        succeeded(puller.run("status", "-c"))
    assert "Everything is up to date." in succeeded(puller.run("push")).out
    forget(puller)
    assert "24 files fetched" in succeeded(puller.run("pull")).out
    assert_whole(puller)
    forget(pusher)
    succeeded(pusher.run("pull"))
    assert_whole(pusher)


def test_equal_outcomes(tracked, place):
    """Messages and statuses, with something new, nothing new, and something that is missing on both sides."""
    if place.kind not in ("moto", "http"):
        pytest.skip("a server that lists files and one that does not are enough, and dvc is slow")
    names = (tracked.place_name + "-theirs", tracked.place_name)
    place.prepare(names[0])
    succeeded(tracked.dvc.run("remote", "modify", "-q", "there", "url", place.url(names[0])))
    for arguments in (("push", "a"), ("push",), ("push",), ("fetch",), ("status", "-c")):
        theirs, ours = (repository.run(*arguments) for repository in tracked.both)
        assert (ours.status, ours.out, ours.err) == (theirs.status, theirs.out, theirs.err)
    assert place.read(names[1]) == place.read(names[0])
    for repository, name in zip(tracked.both, names, strict=True):
        place.remove(name, "files/md5/ec/cbc87e4b5ce2fe28308fd9f2a7baf3")  # of data/sub/z
        forget(repository)
    theirs, ours = (repository.run("fetch") for repository in tracked.both)
    assert ours.status == theirs.status == 1
    assert ours.err.splitlines()[-1] == theirs.err.splitlines()[-1]
    assert len(tracked.cairn.objects()) == 22  # all but that one and the directory that needs it


LEGACY = "a\r\nb\r\n"


def test_what_goes_elsewhere_or_nowhere(tracked, place):
    """Outputs with a remote of their own, some that are not to be pushed, what DVC 2 stored, and the run cache."""
    if place.kind == "s3rver":
        pytest.skip("the same as with the other S3 server")
    tracked.write("line ends", LEGACY)
    legacy = hashlib.md5(b"a\nb\n").hexdigest()
    tracked.write(f".dvc/cache/{legacy[:2]}/{legacy[2:]}", LEGACY, mode=0o444)
    tracked.write("line ends.dvc", f"outs:\n- md5: {legacy}\n  size: {len(LEGACY)}\n  path: line ends\n")
    tracked.write("dvc.yaml", "stages:\n  s:\n    cmd: cp a b\n    deps: [a]\n    outs: [b]\n")
    tracked.write("b", "content of a")
    names = (tracked.place_name + "-theirs", tracked.place_name)
    place.prepare(names[0])
    for repository, name in zip(tracked.both, names, strict=True):
        repository.add_remote("there", place.url(name), place.options())
        repository.add_remote("here", "../here", {})
        for path, line in (("a.dvc", "remote: there"), ("data.dvc", "remote: there"), ("empty.dvc", "push: false")):
            (repository.root / path).write_text((repository.root / path).read_text() + f"  {line}\n")
        succeeded(repository.run("commit", "-f", "s", program=tracked.cairn.program))
    outcomes = [succeeded(repository.run("push", "--run-cache", *remote)) for repository in tracked.both for remote in ((), ("-r", "there"))]
    assert [outcome.out for outcome in outcomes[:2]] == [outcome.out for outcome in outcomes[2:]]
    stored = place.read(names[1])
    assert place.read(names[0]) == stored
    assert f"{legacy[:2]}/{legacy[2:]}" in stored and "files/md5/d4/1d8cd98f00b204e9800998ecf8427e" not in stored
    assert any(path.startswith("runs/") for path in stored) == place.lists
    assert tracked.cairn.objects("../here") == tracked.dvc.objects("../here")
    if not place.lists:
        assert "run-cache is not supported for http" in outcomes[3].err
    for repository in tracked.both:
        forget(repository)
        for path in ("line ends", "b"):
            (repository.root / path).unlink()
        assert repository.run("pull", "--run-cache", "-r", "there").status == 1  # what was not pushed is not there
        assert (repository.root / "line ends").read_bytes() == LEGACY.encode()
    assert tracked.cairn.objects(".dvc/cache/runs") == tracked.dvc.objects(".dvc/cache/runs")
    assert tracked.cairn.objects() == tracked.dvc.objects()


def test_an_object_that_is_corrupt(tracked, place):
    """dvc links it, and calls it clean."""
    tracked.cairn.run("push")
    place.write(tracked.place_name, "files/md5/c8/1e728d9d4c2f636f067f89cc14862c", b"3")
    forget(tracked.cairn)
    outcome = tracked.cairn.run("pull")
    assert outcome.status == 1
    assert "c8/1e728d9d4c2f636f067f89cc14862c: its bytes are not what its name says" in outcome.err
    assert "c81e728d9d4c2f636f067f89cc14862c" not in tracked.cairn.objects()
    assert len(tracked.cairn.objects()) == 22
    assert place.read(tracked.place_name)["files/md5/c8/1e728d9d4c2f636f067f89cc14862c"] == b"3"


def test_a_corrupt_object_of_the_cache_is_not_sent(tracked, place):
    bad = tracked.cairn.root / ".dvc/cache/files/md5/c8/1e728d9d4c2f636f067f89cc14862c"
    bad.chmod(0o644)
    bad.write_text("3")
    bad.chmod(0o444)
    outcome = tracked.cairn.run("push")
    assert outcome.status == 1 and "its bytes are not what its name says" in outcome.err
    stored = place.read(tracked.place_name)
    assert len(stored) == 22  # neither that object nor the directory that needs it
    assert not [path for path in stored if path.endswith(".dir") or "1e728d9d" in path]


def test_gc(tracked, place):
    succeeded(tracked.cairn.run("push"))
    tracked.cairn.run("remove", "large.dvc")
    outcome = tracked.cairn.run("gc", "-w", "-c", "-f")
    if not place.lists:
        assert outcome.status != 0
        return
    assert outcome.status == 0, outcome
    assert len(place.read(tracked.place_name)) == 23


def test_parts_and_jobs(tracked, place):
    succeeded(tracked.cairn.run("push", "-j", "2", "data/sub"))
    assert len(place.read(tracked.place_name)) == 2
    succeeded(tracked.cairn.run("push"))
    forget(tracked.cairn)
    succeeded(tracked.cairn.run("fetch", "-j", "3", "data/sub"))
    assert len(tracked.cairn.objects()) == 3
    os.mkdir(tracked.cairn.root / "elsewhere")
    succeeded(tracked.cairn.run("pull", "data", cwd="elsewhere/.."))


@pytest.fixture
def source(pair, place, request):
    """Data at the place, for both."""
    connect(pair, place, request)
    for path, content in {"file": b"content", "dir/a": b"aaa", "dir/sub/b": b"bb"}.items():
        place.write(pair.place_name, path, content)
    return pair


def skip_what_dvc_cannot(place, what):
    if place.kind == "http" and what == "dir":
        pytest.skip("a web server lists nothing")
    if place.kind == "webdav":
        pytest.skip("dvc 3.67.1 fails with its own file system for WebDAV")
    if place.kind == "s3rver":
        pytest.skip("the same as with the other S3 server")


def run_tidily(pair, *arguments):
    """dvc leaves temporary files in the cache, and lists of a dependency's ETags that nothing reads."""
    pair.run(*arguments, files=False)
    for leftover in (pair.dvc.root / ".dvc/cache/files/md5").glob(".*.tmp"):
        shutil.rmtree(leftover) if leftover.is_dir() else leftover.unlink()
    for object_ in list((pair.dvc.root / ".dvc/cache/files/md5").rglob("*.dir")):
        if b'"etag"' in object_.read_bytes():
            object_.unlink()
            if not any(object_.parent.iterdir()):
                object_.parent.rmdir()
    pair.compare()


@pytest.mark.parametrize("what", ["file", "dir"])
def test_import_url(source, place, what):
    skip_what_dvc_cannot(place, what)
    url = f"remote://there/{what}"
    run_tidily(source, "import-url", url, "taken")
    source.run("import-url", url, "noted", "--no-exec")
    run_tidily(source, "import-url", url, "looked", "--no-download")
    run_tidily(source, "update", "taken.dvc")
    place.write(source.place_name, "file", b"something else")
    place.write(source.place_name, "dir/a", b"something else")
    run_tidily(source, "update", "taken.dvc")
    source.run("import-url", "remote://there/nothing", status=1, files=False, stderr=place.kind != "http")


@pytest.mark.parametrize("what", ["file", "dir"])
def test_get_and_add(source, place, what):
    skip_what_dvc_cannot(place, what)
    url = f"remote://there/{what}"
    source.run("get-url", url, "got")
    run_tidily(source, "add", url, "--out", "added")
    source.run("remote", "add", "other", "../other")
    source.run("add", url, "--to-remote", "-r", "other", "--out", "sent")
    run_tidily(source, "import-url", url, "sent-too", "--to-remote", "-r", "other")
    source.run("pull", "-r", "other", stdout=False)


def test_webdav_urls(source, place):
    """What dvc cannot, ours can."""
    if place.kind != "webdav":
        pytest.skip("of WebDAV")
    for what in ("file", "dir"):
        succeeded(source.cairn.run("import-url", f"remote://there/{what}", what))
        succeeded(source.cairn.run("add", f"remote://there/{what}", "--to-remote", "--out", what + "-sent"))
        assert "didn't change" in succeeded(source.cairn.run("update", what + ".dvc")).out
    assert (source.cairn.root / "dir/sub/b").read_bytes() == b"bb"
    assert len(place.read(source.place_name)) == 3 + 4  # two files of the directory, one of its own, and its object


def test_list_url(source, place):
    if not place.lists:
        assert source.cairn.run("list-url", "remote://there").status == 255
        return
    assert source.cairn.run("list-url", "remote://there").out == "dir\nfile\n"
    assert source.cairn.run("list-url", "-R", "remote://there").out == "dir/a\ndir/sub/b\nfile\n"
    assert source.cairn.run("ls-url", "--size", "remote://there/dir").out == "         3  a\n         -  sub\n"
    assert source.cairn.run("list-url", "remote://there/nothing").status == 255
