import os

import pytest

AWKWARD_NAMES = {
    "with space": "1",
    "quote'd": "2",
    'dou"ble': "3",
    "ünï": "4",
    "日本/語": "5",
    "-dash": "6",
    "em/pty": "",
    "a-b": "7",
    "a/b": "8",
    "a.b": "9",
    "new\nline": "10",
    "tab\there": "11",
    "back\\slash": "12",
    "del\x7f": "13",
    "😀": "14",
    "#hash": "15",
    "x,y": "16",
    "[br]": "17",
}


def test_init(empty_pair):
    empty_pair.git("init", "-q", "-b", "main")
    empty_pair.run("init")
    for repository in empty_pair.both:
        staged = repository.run("diff", "--cached", "--name-only", program=["git"]).out
        assert staged.split() == [".dvc/.gitignore", ".dvc/config", ".dvcignore"]
    empty_pair.run("init", status=1)
    empty_pair.run("init", "-f")


def test_init_without_git(empty_pair):
    empty_pair.run("init", status=1)
    empty_pair.run("init", "--no-scm")
    empty_pair.write("a")
    empty_pair.run("add", "a")
    empty_pair.run("init", "--no-scm", "--subdir", status=255)


def test_init_below_gits_root(empty_pair):
    empty_pair.git("init", "-q", "-b", "main")
    empty_pair.mkdir("sub")
    empty_pair.run("init", cwd="sub", status=1)
    empty_pair.run("init", "--subdir", cwd="sub")
    empty_pair.write("sub/a")
    empty_pair.run("add", "a", cwd="sub")


def test_file(pair):
    pair.write("a", "hello")
    pair.run("add", "a")
    pair.run("add", "a")
    pair.write("a", "changed")
    pair.run("add", "a")


def test_empty_file_and_directory(pair):
    pair.write("empty", "")
    pair.mkdir("dir")
    pair.run("add", "empty", "dir")


def test_executables(pair):
    pair.write("run.sh", "#!/bin/sh\n", mode=0o744)
    pair.tree("dir", {"a": "1"})
    pair.each(lambda root: (root / "dir/a").chmod(0o744))
    pair.run("add", "run.sh", "dir")


@pytest.mark.parametrize("name", [name for name in AWKWARD_NAMES if "/" not in name and "\n" not in name])
def test_awkward_names(pair, name):
    pair.write(name, "content")
    pair.run("add", "--", name)


def test_directory_with_awkward_names(pair):
    pair.tree("data", AWKWARD_NAMES)
    pair.run("add", "data")
    pair.tree("data", {"more": "x"})
    pair.run("add", "data")


def test_many_files(pair):
    pair.tree("data", {f"{i % 17:02}/{i:05}": str(i % 900) * (i % 50) for i in range(2000)})
    pair.run("add", "data")


def test_large_files(pair):
    for name, size in (("a", 3 << 20), ("b", (9 << 20) + 1), ("c", 1 << 20)):
        pair.write(f"data/{name}", (name * 65536).encode() * (size // 65536) + b"!")
    pair.run("add", "data")
    pair.write("single", b"x" * (10 << 20))
    pair.run("add", "single")


def test_below_a_directory(pair):
    pair.write("sub/dir/a")
    pair.run("add", "sub/dir/a")
    pair.write("sub/dir/b")
    pair.run("add", "b", cwd="sub/dir")
    pair.run("add", "../dir/a", cwd="sub/dir")


def test_part_of_a_directory(pair):
    pair.tree("data", {"a": "1", "sub/b": "2", "sub/c": "3"})
    pair.run("add", "data")
    pair.tree("data", {"sub/d": "new", "a": "changed"})
    pair.run("add", "data/sub/d")
    pair.run("add", "data/a")
    pair.tree("data", {"sub/e": "new", "sub/b": "changed"})
    pair.run("add", "data/sub")
    pair.remove("data/sub/b")
    pair.run("add", "data/sub/b")
    pair.run("add", "data/gone", status=1)


def test_symlinks(pair):
    pair.write("target", "content")
    pair.symlink("link", "target")
    pair.run("add", "link")
    pair.tree("data", {"a": "1"})
    pair.symlink("data/to-file", "../target")
    pair.symlink("data/to-dir", "..")
    pair.run("add", "data")
    pair.symlink("linked", "data")
    pair.run("add", "linked", status=1)
    pair.run("add", "linked/a", status=1)


@pytest.mark.parametrize("types", ["hardlink", "symlink", "copy", "reflink,hardlink", "hardlink,copy"])
def test_link_types(pair, types):
    pair.run("config", "cache.type", types)
    pair.write("a", "content")
    pair.write("empty", "")
    pair.tree("data", {"x": "1", "y": "1", "sub/z": "2", "empty": ""})
    pair.run("add", "a", "data", "empty")
    links = types in ("hardlink", "symlink", "hardlink,copy")
    assert (pair.cairn.root / "data/x").stat().st_mode & 0o777 == (0o444 if links else 0o644)
    pair.run("status")
    pair.run("checkout", "--relink")


def test_no_commit(pair):
    pair.write("a")
    pair.tree("data", {"x": "1"})
    pair.run("add", "--no-commit", "a", "data")
    pair.run("commit", "-f", "a.dvc", "data.dvc")


def test_gitignore(pair):
    pair.write(".gitignore", "*.log\n/already")
    pair.write("already")
    pair.write("b.log")
    pair.write("c")
    pair.run("add", "already", "b.log", "c")


def test_what_git_tracks(pair):
    pair.write("tracked")
    pair.tree("dir", {"a": "1"})
    pair.git("add", "tracked", "dir/a")
    pair.run("add", "tracked", status=1)
    pair.run("add", "dir", status=1)


def test_dvcignore(pair):
    pair.write(".dvcignore", "*.tmp\n/data/skipped\n!keep.tmp\n")
    pair.tree("data", {"a": "1", "b.tmp": "2", "keep.tmp": "3", "skipped/x": "4", "sub/c.tmp": "5", "sub/d": "6"})
    pair.run("add", "data")
    pair.write("x.tmp")
    pair.run("add", "x.tmp", status=1)
    pair.tree("other", {"a": "1", "sub/.dvcignore": "x"})
    pair.run("add", "other", status=255)


def test_errors(pair):
    pair.run("add", "nothing", status=1)
    pair.write("a")
    pair.run("add", "a")
    pair.run("add", "a.dvc", status=1)
    pair.run("add", "../outside", status=1)
    pair.tree("n/m", {"f": "1"})
    pair.run("add", "n/m/f")
    pair.run("add", "n", status=1)
    pair.run("add", "new/dir/x", status=1)
    pair.run("add", "a", "nothing", status=1)
    pair.write("bad.dvc", "outs: 3\n")
    pair.run("add", "a", status=1, stderr=False)


def test_the_repository_itself(pair):
    pair.write("below/a")
    pair.run("add", ".", status=1)
    pair.run("add", "--no-commit", "--to-remote", "below/a", status=1)


def test_all_branches_without_git(empty_pair):
    empty_pair.run("init", "-q", "--no-scm")
    empty_pair.write("a")
    empty_pair.run("add", "a")
    empty_pair.run("gc", "-a", "-f")


def test_not_in_a_repository(empty_pair):
    empty_pair.write("a")
    empty_pair.run("add", "a", status=253)


def test_annotations_and_comments_stay(pair):
    pair.write("a", "1")
    pair.run("add", "a")
    pair.write(
        "a.dvc",
        "# mine\nmeta:\n  who: me # c\ndesc: 'text'\nouts:\n- path: a\n  md5: 764efa883dda1e11db47671c4a3bbd9e # hash\n"
        "  desc: about it\n  labels: [x, y]\n  remote: r\n  push: false\n  hash: md5\n  size: 3\n",
    )
    pair.run("add", "a")


def test_autostage(pair):
    pair.run("config", "core.autostage", "true")
    pair.write("a")
    pair.run("add", "a")
    for repository in pair.both:
        assert repository.run("diff", "--cached", "--name-only", program=["git"]).out.split() == [
            ".dvc/.gitignore", ".dvc/config", ".dvcignore", ".gitignore", "a.dvc"
        ]  # fmt: skip


def test_quiet(pair):
    pair.write("a")
    pair.run("add", "-q", "a")
    pair.run("-q", "add", "nothing", status=1)


def test_cd(pair):
    pair.write("sub/a")
    pair.run("--cd", "sub", "add", "a")


def test_names_that_cannot_be_tracked(pair):
    """DVC fails on the first in the middle of its work, and waits forever for the second."""
    data = pair.cairn.root / "data"
    data.mkdir()
    (data / "ok").write_text("1")
    bad = os.fsencode(data) + b"/caf\xe9"
    open(bad, "w").close()
    before = pair.cairn.files().keys() - {"data/caf\udce9"}
    outcome = pair.cairn.run("add", "data")
    assert outcome.status == 1 and "is not UTF-8" in outcome.err
    os.unlink(bad)
    os.mkfifo(data / "pipe")
    outcome = pair.cairn.run("add", "data")
    assert outcome.status == 1 and "neither a file nor a directory" in outcome.err
    os.unlink(data / "pipe")
    assert pair.cairn.files().keys() == before
