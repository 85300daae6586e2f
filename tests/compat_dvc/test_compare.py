"""diff, data status, gc: what looks at several states at once."""

import json

import pytest


@pytest.fixture
def history(pair):
    """Three commits, of which the second is tagged, and a branch at the first."""
    pair.write("a", "content of a")
    pair.write("gone", "will go")
    pair.tree("data", {"x": "1", "y": "2", "sub/z": "3", "sub/deep/w": "4"})
    pair.run("add", "a", "data", "gone")
    pair.git("add", ".")
    pair.git("commit", "-q", "-m", "first")
    pair.git("branch", "side")
    pair.write("a", "second")
    pair.tree("data", {"x": "second", "n/n": "new"})
    pair.remove("data/y")
    pair.run("add", "a", "data")
    pair.git("commit", "-q", "-a", "-m", "second")
    pair.git("tag", "v2")
    pair.write("renamed", "will go")
    pair.run("add", "renamed")
    pair.remove("gone")
    pair.run("remove", "gone.dvc")
    pair.git("add", "-A", ".")
    pair.git("commit", "-q", "-m", "third")
    return pair


def same_json(pair, *arguments):
    """Equal but for the order in lists and of keys, which are sets in dvc."""
    theirs, ours = (repository.run(*arguments, "--json") for repository in pair.both)
    assert (ours.status, ours.err) == (theirs.status, theirs.err)
    assert in_order(json.loads(ours.out)) == in_order(json.loads(theirs.out))
    return json.loads(ours.out)


def in_order(value):
    if isinstance(value, dict):
        return {key: in_order(item) for key, item in value.items()}
    if isinstance(value, list):
        return sorted((in_order(item) for item in value), key=json.dumps)
    return value


def same_lines(pair, *arguments):
    theirs, ours = (repository.run(*arguments) for repository in pair.both)
    assert sorted(ours.out.splitlines()) == sorted(theirs.out.splitlines())
    assert (ours.status, ours.err) == (theirs.status, theirs.err)


REVISIONS = [(), ("HEAD~1",), ("HEAD~1", "HEAD"), ("side", "v2"), ("v2", "side"), ("side",), ("HEAD", "HEAD")]


@pytest.mark.parametrize("revisions", REVISIONS)
@pytest.mark.parametrize("flags", [(), ("--show-hash",), ("--md",), ("--md", "--show-hash"), ("--hide-missing",)])
def test_diff(history, revisions, flags):
    history.run("diff", *revisions, *flags)
    history.run("diff", *revisions, "--json")


def test_diff_with_the_work_tree(history):
    history.write("a", "third")
    history.tree("data", {"x": "third", "m/m": "new"})
    history.remove("data/sub/z")
    history.remove("renamed")
    history.run("diff")
    history.run("diff", "--json", "--show-hash")
    history.run("diff", "--targets", "data")
    history.run("diff", "--targets", "data/x", "a")
    history.run("diff", "--targets", "nothing", status=255, stderr=False)
    history.run("diff", "nothing", status=1)


def test_diff_without_objects(history):
    for repository in history.both:
        (repository.root / ".dvc/cache/files/md5/ec/cbc87e4b5ce2fe28308fd9f2a7baf3").unlink()
    history.run("diff")
    history.run("diff", "--hide-missing")
    history.run("diff", "--json")


def test_diff_before_the_first_commit(pair):
    pair.write("a")
    pair.run("add", "a")
    pair.run("diff")
    pair.run("diff", "--json")


def test_data_status(history):
    for flags in ((), ("--granular",), ("--unchanged",), ("--granular", "--unchanged")):
        same_json(history, "data", "status", *flags)
    history.run("data", "status")
    history.write("a", "third")
    history.tree("data", {"x": "third", "m/m": "new"})
    history.remove("data/sub/z")
    history.write("new", "brand new")
    history.run("add", "new")
    same_lines(history, "data", "status")
    history.run("data", "status", "data")
    history.remove("renamed")
    for flags in ((), ("--granular",), ("--unchanged",), ("--granular", "--unchanged"), ("--untracked-files",)):
        same_json(history, "data", "status", *flags)
        same_json(history, "data", "status", "data", *flags)
        same_json(history, "data", "status", "data/x", "a", *flags)
    assert same_json(history, "data", "status", "--granular")["uncommitted"]["deleted"]


def test_data_status_text(history):
    history.write("a", "third")
    history.write("untracked", "u")
    history.run("data", "status", "--untracked-files")
    history.run("data", "status", "--untracked-files=all", "--unchanged", stdout=False)
    history.run("data", "status", "--untracked-files", "no")


def test_data_status_before_the_first_commit(pair):
    pair.run("data", "status")
    pair.write("a")
    pair.run("add", "a")
    pair.run("data", "status")
    same_json(pair, "data", "status")


def test_data_status_with_a_remote(history):
    same_json(history, "data", "status", "--not-in-remote")
    history.run("remote", "add", "-d", "here", "../remote")
    same_json(history, "data", "status", "--not-in-remote")
    history.run("push", "a")
    same_json(history, "data", "status", "--not-in-remote", "--granular")


def test_data_status_without_cache(history):
    for repository in history.both:
        for file in (repository.root / ".dvc/cache/files/md5").rglob("*"):
            if file.is_file() and not file.name.endswith(".dir"):
                file.unlink()
    same_json(history, "data", "status")
    same_json(history, "data", "status", "--granular")


GC_SCOPES = [("-w",), ("-a",), ("-T",), ("-a", "-T"), ("-A",), ("--rev", "side"), ("--rev", "HEAD", "-n", "2"), ("--rev", "HEAD", "-n", "-1"), ("-w", "-n", "0"), ("-a", "-n", "2"), ("--date", "2023-01-01"), ("--date", "2023-1-1")]  # fmt: skip


@pytest.mark.parametrize("scope", GC_SCOPES)
def test_gc(history, scope):
    history.write("a", "not committed")
    history.run("add", "a")
    history.run("gc", *scope, status=1)
    same_lines(history, "gc", *scope, "--dry")
    history.compare()
    history.run("gc", *scope, "-f", files=False)
    assert history.cairn.objects() == history.dvc.objects()
    history.run("gc", *scope, "-f", files=False)


def test_gc_errors(history):
    history.run("gc", status=255)
    history.run("gc", "-w", "-r", "x", status=1)
    history.run("gc", "-w", "-f", "-r", "x")
    history.run("gc", "-w", "-c", "--not-in-remote", status=255)
    history.run("gc", "-w", "-n", "2", status=255)
    history.run("gc", "-q", "-w", status=1)
    for date in ("x", "2024-13-01", "2024-02-31", "2024-01-01 ", "01.01.2024"):
        history.run("gc", "-w", "--date", date, "-f", status=255, stderr=False)


def test_gc_of_a_remote(history):
    history.run("remote", "add", "-d", "here", "../remote")
    for repository in history.both:  # ours in both: dvc forgets some
        assert repository.run("push", "-A", program=history.cairn.program).status == 0
    history.run("gc", "-w", "-c", "-f", files=False)
    assert history.cairn.objects() == history.dvc.objects()
    assert history.cairn.objects("../remote/files/md5") == history.dvc.objects("../remote/files/md5")


def test_gc_keeps_what_other_projects_use(history, tmp_path):
    shared = tmp_path / "shared"
    cairn = history.cairn
    cairn.run("cache", "dir", str(shared))
    cairn.run("add", "a", "data")
    other = tmp_path / "cairn_" / "other"
    other.mkdir()
    (other / "b").write_text("of the other")
    for command in (["git", "init", "-q"], [*cairn.program, "init", "-q"], [*cairn.program, "cache", "dir", str(shared)], [*cairn.program, "add", "b"]):  # fmt: skip
        assert cairn.run(program=command, cwd="../other").status == 0
    kept = {path for path in shared.rglob("*") if path.is_file()}
    assert cairn.run("gc", "-w", "-f", "-p", "../other").status == 0
    assert {path for path in shared.rglob("*") if path.is_file()} == kept
    # DVC, which doesn't know of the other one, would remove what it needs.
    assert cairn.run("gc", "-w", "-f").status == 255
    assert {path for path in shared.rglob("*") if path.is_file()} == kept


def test_gc_refuses_when_it_cannot_know(history):
    """DVC goes on with -f, and removes the files of a directory that the work tree needs."""
    cairn = history.cairn
    for directory in (cairn.root / ".dvc/cache/files/md5").rglob("*.dir"):
        directory.unlink()
    before = cairn.objects()
    outcome = cairn.run("gc", "-w", "-f")
    assert outcome.status == 255 and "directory 'data'" in outcome.err
    assert cairn.objects() == before
