"""What changes the state of a work tree: status, commit, checkout, remove, move, freeze, unprotect."""

import hashlib
import os
import stat
import time

import pytest


@pytest.fixture
def tracked(pair):
    pair.write("a", "content of a")
    pair.tree("data", {"x": "1", "y": "2", "sub/z": "3", "sub/deep/w": "4"})
    pair.write("other/b", "content of b")
    pair.run("add", "a", "data", "other/b")
    return pair


def test_status(tracked):
    tracked.run("status")
    tracked.run("status", "--json")
    tracked.write("a", "changed")
    tracked.tree("data", {"new": "n"})
    tracked.run("status")
    tracked.run("status", "--json")
    tracked.run("status", "a")
    tracked.run("status", "data/sub")
    tracked.run("status", "data.dvc", "other/b.dvc")
    tracked.run("status", "b", cwd="other")
    tracked.run("status", cwd="other")
    tracked.remove("data")
    tracked.remove("other/b")
    tracked.run("status")
    tracked.run("status", "-q", status=1)
    tracked.run("status", "-R", "other")


@pytest.mark.parametrize("options", [["-a"], ["-T", "-A"], ["-j", "3"]])
def test_status_with_options_of_remotes(tracked, options):
    tracked.run("status", *options, status=1)


def test_status_of_nothing(pair):
    pair.run("status")
    pair.run("status", "--json")
    pair.run("status", "nothing", status=1)
    pair.run("status", "nothing.dvc", status=1)
    pair.run("status", "-q")


def test_status_without_cache(tracked):
    tracked.each(lambda root: (root / ".dvc/cache/files/md5/06/b2a4b9").exists())
    for repository in tracked.both:
        for directory in (repository.root / ".dvc/cache/files/md5").iterdir():
            for file in directory.iterdir():
                if not file.name.endswith(".dir"):
                    file.unlink()
    tracked.run("status")
    tracked.run("status", "--json")


def test_status_sees_that_one_object_went_or_came_back(tracked):
    time.sleep(0.1)  # the cache's time stamps then vouch for it
    tracked.run("status")
    tracked.run("status")
    one = ".dvc/cache/files/md5/" + next(
        str(file.relative_to(tracked.cairn.root / ".dvc/cache/files/md5"))
        for file in sorted((tracked.cairn.root / ".dvc/cache/files/md5").glob("*/*"))
        if file.read_bytes() == (tracked.cairn.root / "data/y").read_bytes()
    )
    tracked.each(lambda root: (root / one).rename(root / "kept"))
    tracked.run("status")
    tracked.run("status")
    tracked.each(lambda root: (root / "kept").rename(root / one))
    tracked.run("status")


def test_commit(tracked):
    tracked.write("a", "changed")
    tracked.run("commit", status=1)
    tracked.run("commit", "-f")
    tracked.tree("data", {"new": "n", "x": "changed"})
    tracked.remove("data/y")
    tracked.run("commit", "-f", "data")
    tracked.run("commit")
    tracked.remove("a")
    tracked.run("commit", "-f", "a.dvc", status=1)
    tracked.run("commit", "nothing", status=1)
    tracked.write("a", "")
    tracked.run("commit", "-f", "a.dvc")


def test_checkout(tracked):
    tracked.run("checkout")
    tracked.run("checkout", "--summary")
    tracked.remove("a")
    tracked.remove("data/x")
    tracked.run("checkout")
    tracked.remove("data")
    tracked.remove("a")
    tracked.run("checkout", "--summary")
    tracked.remove("data/sub")
    tracked.run("checkout", "--summary", "data")
    tracked.remove("data/sub")
    tracked.run("checkout", "data/sub/z")
    tracked.run("checkout", "data/sub")
    tracked.remove("data")
    tracked.run("checkout", "data/sub")
    tracked.run("checkout", "data.dvc", "a.dvc")
    tracked.remove("other/b")
    tracked.run("checkout", "b", cwd="other")
    tracked.remove("other/b")
    tracked.run("checkout", "-R", "other")
    tracked.run("checkout", "nothing", status=255)
    tracked.run("checkout", "nothing.dvc", status=255)


def test_checkout_of_changes(tracked):
    tracked.write("a", "unsaved")
    tracked.run("checkout", status=255)
    tracked.run("checkout", "data")
    tracked.run("checkout", "-f")
    tracked.tree("data", {"x": "unsaved", "extra": "unsaved too"})
    tracked.run("checkout", "data", status=255, stderr=False)
    tracked.run("checkout", "-f", "data", "--summary")
    tracked.tree("data", {"x": "2"})  # saved: y has it
    tracked.mkdir("data/empty")
    tracked.run("checkout")


def test_checkout_of_another_kind(tracked):
    tracked.remove("a")
    tracked.tree("a", {"inside": "1"})
    tracked.remove("data")
    tracked.write("data", "content of b")
    tracked.run("checkout", "-f", stdout=False)
    tracked.run("status")


def test_checkout_of_the_last_commit(tracked):
    tracked.git("add", ".")
    tracked.git("commit", "-q", "-m", "first")
    tracked.write("a", "second")
    tracked.tree("data", {"x": "second", "n/n": "new"})
    tracked.run("add", "a", "data")
    tracked.write("c", "c")
    tracked.run("add", "c")
    tracked.git("add", ".")
    tracked.git("commit", "-q", "-m", "second")
    tracked.git("checkout", "-q", "HEAD~1")
    tracked.run("checkout")
    tracked.git("checkout", "-q", "main")
    tracked.run("checkout", "--summary")


def test_checkout_makes_executables(pair):
    pair.write("run.sh", "#!/bin/sh\n", mode=0o744)
    pair.run("add", "run.sh")
    pair.remove("run.sh")
    pair.run("checkout")
    pair.each(lambda root: (root / "run.sh").chmod(0o644))
    pair.run("checkout")


def test_checkout_with_an_object_missing(tracked):
    """DVC removes what was there; we leave it."""
    for repository in tracked.both:
        (repository.root / ".dvc/cache/files/md5/c4/ca4238a0b923820dcc509a6f75849b").unlink()
        (repository.root / "data/x").unlink()
        (repository.root / "data/y").unlink()
    theirs, ours = (repository.run("checkout") for repository in tracked.both)
    assert (ours.status, ours.err) == (theirs.status, theirs.err)
    assert not (tracked.dvc.root / "data").exists()
    assert sorted(path.name for path in (tracked.cairn.root / "data/sub").iterdir()) == ["deep", "z"]
    tracked.cairn.run("checkout", "--allow-missing").status == 0


def test_checkout_of_a_corrupt_object(tracked):
    """DVC links and copies whatever has the object's name."""
    cached = tracked.cairn.root / ".dvc/cache/files/md5/c4/ca4238a0b923820dcc509a6f75849b"
    cached.chmod(0o644)
    cached.write_text("9")
    cached.chmod(0o444)
    (tracked.cairn.root / "data/x").unlink()
    outcome = tracked.cairn.run("checkout")
    assert outcome.status != 0 and "is corrupt" in outcome.err and str(cached.name) in outcome.err
    assert not (tracked.cairn.root / "data/x").exists()
    assert cached.read_text() == "9"


@pytest.mark.parametrize("types", ["hardlink", "symlink", "copy", "hardlink,copy"])
def test_links(tracked, types):
    tracked.run("config", "cache.type", types)
    tracked.run("checkout", "--relink")
    tracked.run("status")
    tracked.remove("data/x")
    tracked.run("checkout")
    tracked.run("unprotect", "data", "a")
    for repository in tracked.both:
        info = os.lstat(repository.root / "data/x")
        assert stat.S_ISREG(info.st_mode) and info.st_nlink == 1 and info.st_mode & 0o200
    tracked.run("status")
    tracked.write("a", "changed")
    tracked.run("commit", "-f", "a")
    tracked.run("status")


def test_remove(tracked):
    tracked.run("remove", "a", status=1)
    tracked.run("remove", "nothing", status=1)
    tracked.run("remove", "nothing.dvc", status=1)
    tracked.run("remove", "a.dvc")
    tracked.run("remove", "data.dvc", "--outs")
    tracked.run("remove", "other/b.dvc")


def test_move(tracked):
    tracked.run("move", "a", "moved")
    tracked.run("move", "data", "other")
    tracked.mkdir("third")
    tracked.run("move", "other/b", "third/c")
    tracked.run("move", "nothing", "x", status=1)
    tracked.run("status")
    tracked.run("checkout")


def test_move_to_where_git_does_not_look(tracked):
    tracked.run("move", "a", "data", status=1)
    tracked.run("move", "a", "no/such/place", status=1)


def test_pull_of_what_is_nowhere(pair):
    pair.tree("dir", {"a": "1", "b": "2"})
    pair.write("file", "3")
    pair.run("add", "dir", "file")
    pair.remove(f".dvc/cache/files/md5/ec/{hashlib.md5(b'3').hexdigest()[2:]}")
    pair.remove("dir")
    pair.remove("file")
    pair.run("pull", status=1)


def test_freeze(tracked):
    tracked.run("freeze", "a.dvc")
    tracked.run("status")
    tracked.run("unfreeze", "a.dvc")
    tracked.run("freeze", "nothing.dvc", status=1)
    tracked.run("freeze", "nothing", status=1)


def test_unprotect_of_nothing(tracked):
    tracked.run("unprotect", "nothing", status=255, stderr=False)
