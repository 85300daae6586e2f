"""get, import, update, import-url, get-url: data from elsewhere."""

import pytest


@pytest.fixture
def source(pair):
    """Beside each repository another one, with data and a plain file of Git's, in two versions."""
    for repository in pair.both:
        other = repository.root.parent / "other"
        other.mkdir()
        run(repository, ["git", "init", "-q", "-b", "main"])
        run(repository, [*ours(pair), "init", "-q"])
        (other / "data/sub").mkdir(parents=True)
        (other / "data/x").write_text("x")
        (other / "data/sub/y").write_text("y")
        (other / "file").write_text("first")
        (other / "plain").write_text("of git")
        run(repository, [*ours(pair), "add", "-q", "data", "file"])
        commit(repository, "first")
        run(repository, ["git", "tag", "v1"])
    return pair


def ours(pair):
    return pair.cairn.program


def run(repository, command):
    assert repository.run(program=command, cwd="../other").status == 0


def commit(repository, message):
    run(repository, ["git", "add", "."])
    run(repository, ["git", "commit", "-q", "-m", message])


def change(pair):
    for repository in pair.both:
        (repository.root.parent / "other/file").write_text("second")
        run(repository, [*ours(pair), "add", "-q", "file"])
        commit(repository, "second")


@pytest.mark.parametrize("path", ["file", "data", "data/sub", "data/x", "plain"])
def test_get(source, path):
    source.run("get", "../other", path)
    source.run("get", "../other", path, status=1, stderr=False)
    source.run("get", "../other", path, "-o", "elsewhere")
    if path not in ("data", "data/sub"):  # dvc puts a directory into the one that is there
        source.run("get", "-f", "../other", path)


def test_get_a_revision(source):
    change(source)
    source.run("get", "../other", "file", "--rev", "v1", "-o", "old")
    source.run("get", "../other", "file", "-o", "new")
    assert [(source.cairn.root / name).read_text() for name in ("old", "new")] == ["first", "second"]
    source.run("get", "../other", "file", "--rev", "nothing", "-o", "x", status=None, stderr=False)


def test_get_from_a_remote(source):
    for repository in source.both:
        run(repository, [*ours(source), "remote", "add", "-q", "-d", "r", "../stored"])
        run(repository, [*ours(source), "push", "-q"])
        commit(repository, "remote")
        run(repository, ["rm", "-rf", ".dvc/cache", "data", "file"])
    source.run("get", "../other", "data")
    source.run("get", "../other", "file")


@pytest.mark.parametrize("path", ["file", "data", "data/sub", "plain"])
def test_import(source, path):
    source.run("import", "../other", path)
    source.run("status")
    source.run("import", "../other", path, "-o", "copy", "--rev", "v1")
    source.run("import", "../other", path, status=1, stderr=False)


def test_update(source):
    source.run("import", "../other", "file")
    source.run("import", "../other", "file", "--rev", "v1", "-o", "fixed")
    change(source)
    source.run("status")
    source.run("status", "--no-updates")
    source.run("update", "file.dvc")
    source.run("update", "fixed.dvc")
    source.run("update", "--rev", "main", "fixed.dvc")


@pytest.mark.parametrize("url", ["../outside/file", "../outside/dir", "inside"])
def test_import_url(pair, url):
    pair.write("../outside/file", "content")
    pair.tree("../outside/dir", {"a": "1", "b/c": "2"})
    pair.write("inside", "of the repository")
    pair.run("import-url", url, "imported")
    pair.run("status")
    pair.run("import-url", url, "imported", status=1, stderr=False)
    pair.run("import-url", url, "later", "--no-exec")
    pair.run("import-url", url, "noted", "--no-download")


def test_import_url_and_update(pair):
    pair.write("../outside/file", "content")
    pair.run("import-url", "../outside/file")
    pair.run("status")
    pair.write("../outside/file", "changed")
    pair.run("update", "file.dvc")
    pair.run("unfreeze", "file.dvc")
    pair.run("status")
    pair.write("../outside/file", "changed again")
    pair.run("status")
    pair.run("import-url", "../nothing", "x", status=1, stderr=False)


def test_get_url(pair):
    pair.write("../outside/file", "content")
    pair.tree("../outside/dir", {"a": "1", "b/c": "2"})
    pair.run("get-url", "../outside/file")
    pair.run("get-url", "../outside/dir", "here")
    pair.run("get-url", "../outside/file", status=1, stderr=False)
    pair.run("get-url", "../nothing", status=1, stderr=False)
