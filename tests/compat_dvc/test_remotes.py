"""push, fetch, pull and status -c, with a remote that is a directory."""

import os
import shutil

import pytest


@pytest.fixture
def remote(pair):
    pair.run("remote", "add", "-d", "here", "../remote")
    pair.write("a", "content of a")
    pair.write("empty", "")
    pair.tree("data", {"x": "1", "y": "2", "sub/z": "3", "sub/deep/w": "4", "same": "1"})
    pair.run("add", "a", "data", "empty")
    return pair


def remote_files(repository):
    base = repository.root.parent / "remote"
    return {
        str(path.relative_to(base)): (path.read_bytes(), oct(path.stat().st_mode & 0o777))
        for path in base.rglob("*")
        if path.is_file()
    }


def assert_equal_remotes(pair):
    assert remote_files(pair.cairn) == remote_files(pair.dvc)


def drop_cache(pair):
    pair.remove(".dvc/cache")
    for repository in pair.both:  # dvc remembers what it once saw
        shutil.rmtree(repository.root.parent / "site", ignore_errors=True)


def test_push_and_pull(remote):
    remote.run("status", "-c", stdout=False)
    remote.run("push")
    assert_equal_remotes(remote)
    remote.run("push")
    remote.run("status", "-c")
    remote.run("status", "-c", "--json")
    remote.run("fetch")
    remote.run("pull")
    drop_cache(remote)
    remote.run("fetch")
    remote.run("fetch")
    drop_cache(remote)
    remote.remove("data")
    remote.remove("a")
    remote.run("pull")
    remote.run("pull")
    remote.run("status")


def test_targets(remote):
    remote.run("push", "a")
    assert_equal_remotes(remote)
    remote.run("push", "data.dvc")
    assert_equal_remotes(remote)
    remote.run("push", "nothing", status=1)
    remote.run("push")
    drop_cache(remote)
    remote.run("fetch", "data/sub")
    remote.run("fetch", "a.dvc")
    remote.remove("data")
    remote.run("pull", "data/sub", stdout=False)
    remote.run("pull", "nothing", status=1)
    remote.run("pull", "--glob", "a*")
    remote.run("push", "--glob", "a*")
    remote.run("push", "--glob", "q*", status=1)


def test_status(remote):
    remote.run("push", "data")
    cases = [(), ("a",), ("data", "a"), ("-r", "here")]
    for arguments in cases:
        assert_same_lines(remote, "status", "-c", *arguments)
    for repository in remote.both:
        (repository.root / ".dvc/cache/files/md5/c4/ca4238a0b923820dcc509a6f75849b").unlink()
        (repository.root.parent / "remote/files/md5/c8/1e728d9d4c2f636f067f89cc14862c").unlink()
    assert "deleted:            data/same\n" in remote.cairn.run("status", "-c").out
    assert "new:                data/y\n" in remote.cairn.run("status", "-c").out
    drop_cache(remote)
    assert "missing:            a\n" in remote.cairn.run("status", "-c").out
    remote.cairn.run("status", "-c", "-q").status == 1


def assert_same_lines(pair, *arguments):
    """What dvc keeps in sets comes in any order."""
    theirs, ours = (repository.run(*arguments) for repository in pair.both)
    assert sorted(ours.out.splitlines()) == sorted(theirs.out.splitlines())
    assert (ours.status, ours.err) == (theirs.status, theirs.err)


def test_without_a_remote(pair):
    pair.write("a")
    pair.run("add", "a")
    for command in ("push", "fetch", "pull"):
        pair.run(command, status=None)
    pair.run("status", "-c", status=1)
    pair.run("remote", "add", "other", "../other")
    for command in ("push", "fetch", "pull"):
        pair.run(command, status=None)
    pair.run("push", "-r", "other")
    pair.run("push", "-r", "nothing", status=1, stderr=False)


def test_nothing_tracked(pair):
    pair.run("remote", "add", "-d", "here", "../remote")
    pair.run("push")
    pair.run("pull")
    pair.run("fetch")
    pair.run("status", "-c")


def test_missing_objects(remote):
    remote.run("push")
    drop_cache(remote)
    for repository in remote.both:
        (repository.root.parent / "remote/files/md5/c8/1e728d9d4c2f636f067f89cc14862c").unlink()
    for command in (("fetch",), ("pull",), ("pull", "--allow-missing")):
        theirs, ours = (repository.run(*command) for repository in remote.both)
        assert ours.status == theirs.status == 1
        assert set(theirs.err.splitlines()) <= set(ours.err.splitlines())


def test_push_with_missing_objects(remote):
    for repository in remote.both:
        (repository.root / ".dvc/cache/files/md5/c8/1e728d9d4c2f636f067f89cc14862c").unlink()
    remote.run("push", stdout=False)
    assert_equal_remotes(remote)


def test_history(remote):
    remote.git("add", ".")
    remote.git("commit", "-q", "-m", "first")
    remote.git("tag", "v1")
    remote.write("a", "second")
    remote.tree("data", {"x": "second"})
    remote.run("add", "a", "data")
    remote.git("commit", "-q", "-a", "-m", "second")
    remote.git("branch", "side")
    remote.write("a", "third")
    remote.run("add", "a")
    remote.git("commit", "-q", "-a", "-m", "third")
    for flag in ("-T", "-a", "-A"):
        theirs, ours = (repository.run("push", flag) for repository in remote.both)
        assert ours.status == theirs.status == 0
        assert remote_files(remote.dvc).items() <= remote_files(remote.cairn).items()  # dvc forgets some
    assert len(remote_files(remote.cairn)) == 10
    remote.remove(".dvc/cache")
    assert remote.cairn.run("fetch").out == "8 files fetched\n"
    assert remote.cairn.run("fetch", "-T").out == "2 files fetched\n"
    assert remote.cairn.run("fetch", "-A").out == "Everything is up to date.\n"


def test_what_is_not_pushed(remote):
    for repository in remote.both:
        text = (repository.root / "a.dvc").read_text()
        (repository.root / "a.dvc").write_text(text + "  push: false\n")
        text = (repository.root / "empty.dvc").read_text()
        (repository.root / "empty.dvc").write_text(text + "  remote: other\n")
    remote.run("remote", "add", "other", "../other")
    remote.run("push")
    assert_equal_remotes(remote)
    assert (remote.cairn.root.parent / "other/files/md5/d4").exists()


def test_each_works_on_what_the_other_made(remote):
    remote.run("push")
    for repository in remote.both:
        shutil.rmtree(repository.root / ".dvc/cache")
    dvc, cairn = remote.dvc, remote.cairn
    swap = dvc.root.parent.parent / "swap"
    os.rename(dvc.root.parent / "remote", swap)
    os.rename(cairn.root.parent / "remote", dvc.root.parent / "remote")
    os.rename(swap, cairn.root.parent / "remote")
    remote.remove("data")
    remote.run("pull")
    remote.run("status")
    os.rename(dvc.root / ".dvc/cache", swap)
    os.rename(cairn.root / ".dvc/cache", dvc.root / ".dvc/cache")
    os.rename(swap, cairn.root / ".dvc/cache")
    remote.run("status")
    remote.remove("data")
    remote.run("checkout")
    remote.run("status")


def test_a_corrupt_object_in_the_remote(remote):
    """DVC takes it, and then believes it."""
    cairn = remote.cairn
    assert cairn.run("push").status == 0
    bad = cairn.root.parent / "remote/files/md5/c8/1e728d9d4c2f636f067f89cc14862c"
    bad.chmod(0o644)
    bad.write_text("9")
    bad.chmod(0o444)
    shutil.rmtree(cairn.root / ".dvc/cache")
    outcome = cairn.run("fetch")
    assert outcome.status == 1
    assert "2 files failed to download" in outcome.err or "1 files failed to download" in outcome.err
    assert bad.name in outcome.err and bad.read_text() == "9"
    stored = {path.parent.name + path.name for path in (cairn.root / ".dvc/cache/files/md5").rglob("*") if path.is_file()}
    assert "c81e728d9d4c2f636f067f89cc14862c" not in stored and "c4ca4238a0b923820dcc509a6f75849b" in stored
    assert not any(name.endswith(".dir") for name in stored)


def test_a_kind_that_is_not_there_yet(remote):
    remote.cairn.run("remote", "add", "-d", "far", "gs://bucket/path")
    outcome = remote.cairn.run("push")
    assert outcome.status == 1 and "'gs', which is not supported yet" in outcome.err
