"""list and du."""

import json

import pytest


@pytest.fixture
def listed(pair):
    pair.tree("data", {"a": "1", "sub/b": "22", "with space": "x" * 3000})
    pair.write("plain/deep/f", "p")
    pair.write("file.txt", "hi")
    pair.write("exe", "tool", mode=0o755)
    pair.write("run.sh", "#!/bin/sh\n", mode=0o755)
    pair.run("add", "data", "file.txt", "exe")
    pair.git("add", ".")
    pair.git("commit", "-q", "-m", "first")
    pair.git("tag", "v1")
    return pair


CASES = [
    (),
    ("-R",),
    ("--dvc-only",),
    ("-R", "--dvc-only"),
    ("-T",),
    ("-T", "-L", "1"),
    ("-T", "--dvc-only"),
    ("-R", "-L", "2"),
    ("-L", "1"),
    ("--json",),
    ("-R", "--json", "--show-hash"),
    ("--size",),
    ("--size", "--show-hash"),
    ("--show-hash",),
    ("-T", "--size", "--show-hash"),
]


@pytest.mark.parametrize("flags", CASES, ids=" ".join)
def test_list_of_the_work_tree(listed, flags):
    listed.run("list", ".", *flags)


def test_list_of_a_changed_work_tree(listed):
    listed.write("data/extra", "extra")
    listed.write("untracked", "unt")
    listed.write("ignored/x", "x")
    listed.write(".gitignore", "/data\n/file.txt\n/exe\n/ignored\n")
    listed.symlink("link", "file.txt")
    listed.symlink("link to a folder", "plain")
    listed.symlink("broken", "nowhere")
    listed.mkdir("empty")
    listed.write("file.txt", "longer than before")
    listed.remove("data/sub/b")
    for flags in CASES:
        listed.run("ls", ".", *flags)
    listed.remove("data")
    listed.remove("exe")
    for flags in CASES:
        listed.run("ls", ".", *flags)


def test_list_of_a_part(listed):
    for path in ("data", "data/sub", "data/a", "data/with space", "plain", "file.txt"):
        listed.run("list", ".", path)
        listed.run("list", ".", path, "--json", "-R")
        listed.run("list", ".", path, "--dvc-only")
    listed.run("list", ".", "nothing", status=1)
    listed.run("list", ".", "data/nothing", status=1)


def test_list_of_a_commit(listed):
    listed.remove("data")
    listed.write("new", "new")
    for flags in ((), ("-R",), ("-T",), ("--dvc-only", "-R", "--json")):
        listed.run("list", ".", "--rev", "v1", *flags)
    listed.run("list", ".", "--rev", "nothing", status=1)


def test_list_of_an_url(listed, tmp_path):
    outcomes = [
        repository.run("list", f"file://{listed.dvc.root}", cwd="plain").out for repository in listed.both
    ]
    assert outcomes[0] == outcomes[1] != ""


def test_list_without_dvc(empty_pair):
    empty_pair.git("init", "-q")
    empty_pair.write("sub/a")
    empty_pair.run("list", ".")
    empty_pair.run("list", ".", "-R")


def test_tree_and_json(listed):
    listed.run("list", ".", "-T", "--json", status=255)


def test_disk_usage(listed):
    for arguments in ((".", "data"), (".", "data/a"), (".", "plain", "-s"), (".", "-s"), (".", "file.txt"), (".",)):
        outputs = [repository.run("du", *arguments).out for repository in listed.both]
        assert sorted(outputs[0].splitlines()) == sorted(outputs[1].splitlines())  # dvc's come in any order
    listed.run("du", ".", "nothing", status=255, stderr=False)


def test_a_part_of_a_huge_directory_is_listed_without_the_rest(pair):
    """The directory's object is read; nothing of it is looked at in the work tree but what is listed."""
    pair.tree("data", {f"{folder}/{file}": str(file) for folder in range(20) for file in range(50)})
    pair.run("add", "data")
    items = json.loads(pair.cairn.run("list", ".", "data/7", "--json").out)
    assert len(items) == 50 and all(item["isout"] for item in items)
