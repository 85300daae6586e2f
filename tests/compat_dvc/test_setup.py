"""Commands around a repository: root, check-ignore, install, destroy, version."""

from pathlib import Path


def test_root(pair):
    pair.mkdir("a/b")
    pair.run("root")
    pair.run("root", cwd="a/b")


def test_root_outside(empty_pair):
    empty_pair.run("root", status=253)


def test_check_ignore(pair):
    pair.write(".dvcignore", "*.tmp\n!keep.tmp\n/only\nfolder/\n")
    pair.tree("folder", {"a": "1"})
    pair.write("x.tmp")
    for flags in ((), ("-d",), ("-d", "-n")):
        pair.run("check-ignore", *flags, "x.tmp", "keep.tmp", "only", "plain", "sub/only", status=0)
        pair.run("check-ignore", *flags, "plain", status=1)
        pair.run("check-ignore", *flags, "folder", "folder/a")
    pair.run("check-ignore", "--stdin", stdin="x.tmp\nplain\n")
    pair.run("check-ignore", status=255)
    pair.run("check-ignore", "-n", "x.tmp", status=255)
    pair.run("check-ignore", "--stdin", "x.tmp", status=255)


def test_install(pair):
    pair.run("install")
    for repository in pair.both:
        assert repository.run("config", "merge.dvc.driver", program=["git"]).out.startswith("dvc git-hook merge-driver")
    hooks = [
        {path.name: (path.read_text(), path.stat().st_mode & 0o777) for path in (repository.root / ".git/hooks").iterdir()}
        for repository in pair.both
    ]
    assert hooks[0] == hooks[1]
    pair.run("install", status=1)
    pair.run("install", "--use-pre-commit-tool")
    pair.run("install", "--use-pre-commit-tool")


def test_hooks_do_their_work(pair):
    pair.run("remote", "add", "-d", "here", "../remote")
    pair.run("install")
    pair.write("a", "first")
    pair.run("add", "a")
    pair.git("add", ".")
    pair.git("commit", "-q", "-m", "first")
    pair.write("a", "second")
    pair.run("add", "a")
    pair.git("commit", "-q", "-a", "-m", "second")
    cairn = pair.cairn
    ours = Path(cairn.program[0]).parent
    assert cairn.run("checkout", "-q", "HEAD~1", program=["git"], first_in_path=ours).status == 0
    assert (cairn.root / "a").read_text() == "first"


def test_destroy(pair):
    pair.write("a")
    pair.tree("data", {"x": "1"})
    pair.run("config", "cache.type", "symlink")
    pair.run("add", "a", "data")
    pair.run("destroy", status=1)
    pair.run("destroy", "-f")


def test_version(pair):
    outcome = pair.cairn.run("version")
    assert outcome.out.startswith("DVC version: 3.67.1") and "Repo: dvc, git" in outcome.out
    assert pair.cairn.run("-V").out == pair.dvc.run("-V").out
    assert pair.cairn.run("doctor").status == 0
