"""get, import, update, import-url, get-url: data from elsewhere."""

import os

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


def forget(pair, *paths):
    for path in (".dvc/cache", *paths):
        pair.remove(path)


def test_pull_brings_imports_from_where_they_come(source):
    for path in ("file", "data", "plain"):
        source.run("import", "../other", path)
    source.run("import", "../other", "data/sub", "-o", "part", "--rev", "v1")
    change(source)  # an import is fixed to a commit
    forget(source, "file", "data", "plain", "part")
    source.run("pull", "file", "part.dvc")
    source.run("fetch", "data.dvc")
    source.run("checkout", "data.dvc")
    source.run("pull")
    source.run("pull")
    source.run("status", "--no-updates")
    assert (source.cairn.root / "file").read_text() == "first"


def test_pull_beside_data_of_ones_own(source):
    """dvc leaves objects in the cache that nothing means: directories of what it fetched at once."""
    source.run("import", "../other", "data")
    source.git("add", ".")
    source.git("commit", "-q", "-m", "imports")
    forget(source, "data")
    source.write("added", "by hand")
    source.run("add", "added")
    source.run("pull", files=False)
    for repository in source.both:
        assert (repository.root / "data/sub/y").read_text() == "y"
    forget(source, "data")
    source.run("fetch", "--all-commits", files=False)
    assert source.cairn.objects() <= source.dvc.objects()
    source.run("checkout", "data.dvc", files=False)


def test_pull_when_the_other_repository_is_gone(source):
    source.run("import", "../other", "data")
    source.run("import", "../other", "plain")
    forget(source, "data")
    source.remove("../other")
    theirs, ours = (repository.run("pull") for repository in source.both)
    assert ours.status == theirs.status != 0
    assert "data" in ours.err and "../other" in ours.err
    assert not (source.cairn.root / "data").exists() and (source.cairn.root / "plain").exists()


@pytest.mark.parametrize("path", ["file", "data", "plain"])
def test_pull_of_what_was_not_downloaded(source, path):
    source.run("import", "../other", path, "--no-download")
    source.run("pull", stdout=False, files=False)
    for repository in source.both:
        assert (repository.root / path).exists()
    assert source.cairn.files()[f"{path}.dvc"] == source.dvc.files()[f"{path}.dvc"]
    assert "up to date" in source.cairn.run("pull").out


def test_pull_of_a_url_that_was_not_downloaded(pair):
    pair.write("../outside/file", "content")
    pair.run("import-url", "../outside/file", "--no-download")
    pair.run("pull", stdout=False, files=False)
    assert (pair.cairn.root / "file").read_text() == (pair.dvc.root / "file").read_text() == "content"
    pair.remove("file")
    pair.write("../outside/file", "changed")
    failed = pair.cairn.run("pull")
    assert failed.status != 0 and "update" in failed.err
    assert not (pair.cairn.root / "file").exists()


def test_from_a_remote_that_is_a_directory(pair):
    pair.tree("../outside", {"file": "content", "dir/a": "1", "dir/b/c": "2"})
    pair.run("remote", "add", "here", "../outside")
    for what in ("file", "dir"):
        pair.run("get-url", f"remote://here/{what}", f"got-{what}")
        pair.run("import-url", f"remote://here/{what}", f"imported-{what}")
        pair.run("update", f"imported-{what}.dvc")
        pair.write(f"../outside/{what}" if what == "file" else "../outside/dir/new", "changed")
        pair.run("update", f"imported-{what}.dvc")
    pair.run("get-url", "remote://here/nothing", status=1)


LISTED = (["dir"], ["-R", "dir"], ["-T", "dir"], ["-R", "-L", "1", "dir"], ["-R", "-L", "2", "dir"], ["-T", "-L", "1", "dir"], ["-L", "0", "dir"], ["dir/file"], ["--size", "dir/file"], ["-T", "dir/file"], ["dir/empty"], ["-R", "dir/empty"], ["./dir/../dir/"], ["remote://here/dir"])  # fmt: skip


@pytest.mark.parametrize("words", LISTED, ids=" ".join)
def test_list_url_here(pair, words):
    """In another order: dvc has that of the file system."""
    pair.tree("dir", {"file": "content", "sub/a": "1", "sub/below/b": "2"})
    pair.mkdir("dir/empty")
    pair.symlink("dir/link", "file")
    pair.symlink("dir/link-to-a-directory", "sub/below")
    pair.symlink("dir/broken", "nothing")
    pair.run("remote", "add", "here", ".")
    theirs, ours = (repository.run("list-url", *words) for repository in pair.both)
    lines = theirs.out.splitlines()
    if words in (["-R", "dir"], ["-R", "-L", "2", "dir"]):
        lines.remove("link-to-a-directory")  # ours has no directories there, but those below which it stops
    assert sorted(ours.out.splitlines()) == sorted(lines)
    assert (ours.err, ours.status) == (theirs.err, theirs.status)


def test_list_url_of_nothing_here(pair):
    theirs, ours = (repository.run("list-url", "nothing") for repository in pair.both)
    assert theirs.err.startswith(ours.err.strip())  # theirs gives the system's words, too
    assert ours.status == theirs.status == 255


@pytest.fixture
def stored(source):
    """The other repository's objects are in a remote alone, which is not its default one."""
    for repository in source.both:
        run(repository, [*ours(source), "remote", "add", "-q", "far", "../stored"])
        run(repository, [*ours(source), "push", "-q", "-r", "far"])
        commit(repository, "remote")
        run(repository, ["rm", "-rf", ".dvc/cache", "data", "file"])
        (repository.root.parent / "settings").write_text("[core]\n    remote = far\n")
    return source


def test_another_remote(stored):
    where = ["--remote", "far"], ["--config", "../settings"], ["--remote-config", "url=../stored"]
    for number, options in enumerate((*where, ["--remote", "far", "--remote-config", "jobs=3"])):
        stored.run("import", "../other", "file", "-o", f"i{number}", *options)
        for repository in stored.both:
            run(repository, ["rm", "-rf", ".dvc/cache"])
    stored.run("get", "../other", "data", *where[0])
    stored.run("list", "../other", "-R", *where[0])
    stored.run("status")
    change_in_remote(stored)
    for number in (0, 1, 3):
        stored.run("update", f"i{number}.dvc")
    for command in (("list", "../other"), ("get", "../other", "file"), ("import", "../other", "file", "-o", "n")):
        stored.run(*command, "--remote", "nothing", status=1)


def change_in_remote(pair):
    for repository in pair.both:
        (repository.root.parent / "other/file").write_text("second")
        run(repository, [*ours(pair), "add", "-q", "file"])
        run(repository, [*ours(pair), "push", "-q", "-r", "far", "file"])
        commit(repository, "second")


def test_places(stored):
    for path in ("file", "data"):
        stored.run("get", "../other", path, "--show-url")
    for path in ("file", "data", "data/x"):
        stored.run("get", "../other", path, "--show-url", "--remote", "far")
    stored.run("get", "../other", "nothing", "--show-url", status=255, stderr=False)


def test_update_without_data(pair):
    pair.run("remote", "add", "-q", "-d", "here", "../remote")
    pair.write("../outside/file", "content")
    pair.tree("../outside/dir", {"a": "1", "b/c": "2"})
    pair.run("import-url", "../outside/file")
    pair.run("import-url", "../outside/dir", "--fs-config", "jobs=3")
    pair.write("../outside/file", "changed")
    pair.write("../outside/dir/a", "changed")
    pair.run("update", "--no-download", "file.dvc", files=False)  # dvc's own stage is "changed" then: a stale MD5
    pair.run("update", "--no-download", "dir.dvc", files=False)
    assert "changed checksum" in pair.dvc.run("status").out and "changed checksum" not in pair.cairn.run("status").out
    pair.write("../outside/file", "changed again")
    pair.run("update", "--to-remote", "file.dvc", files=False)
    theirs, ours = ((repository.root / "file.dvc").read_text().splitlines()[1:] for repository in pair.both)
    assert ours == theirs
    pair.run("update", "--to-remote", "--no-download", "file.dvc", status=1, files=False)
    pair.run("update", "-r", "here", "file.dvc", status=1, files=False)
    pair.run("update", "file.dvc", files=False)
    pair.run("update", "dir.dvc")
    pair.run("update", "-R", ".", stdout=False)
    pair.run("get-url", "../outside/file", "got", "--fs-config", "nonsense=1", status=1)


def test_what_fails_does_not_stop_the_others(pair):
    for name in ("a", "b"):
        pair.write(f"../outside/{name}", name)
        pair.run("import-url", f"../outside/{name}")
        pair.write(f"../outside/{name}", "changed")
    pair.remove("../outside/a")
    outcome = pair.cairn.run("update", "a.dvc", "b.dvc")
    assert outcome.status == 1 and "failed to update 'a.dvc'" in outcome.err
    assert (pair.cairn.root / "b").read_text() == "changed" and (pair.cairn.root / "a").read_text() == "a"


def test_what_cannot_be_imported(source):
    source.write(".gitignore", "/ignored\n")
    source.write("here/there", "")
    source.run("import", "../other", "data.dvc", status=1)
    source.run("import", "../other", "file", "-o", "ignored/file", status=1)
    source.run("import", "../other", "file", "-o", "here", "--rev", "v1")
    for command in (("get", "../other"), ("import", "../other")):
        for path in ("file", "data"):
            source.run(*command, path, "-o", f"{command[0]}-{path}")
            if path == "file":  # a directory goes into the one that is there
                source.run(*command, path, "-o", f"{command[0]}-{path}", status=1)


def test_options_that_exclude_each_other(source):
    for command in (("import", "../other", "file"), ("import-url", "../other/plain")):
        source.run(*command, "--no-exec", "--no-download", status=254, stdout=False)


def test_names_that_are_refused(pair):
    """dvc waits for a FIFO, and crashes at what is not UTF-8."""
    pair.tree("../outside", {"dir/a": "1"})
    os.mkfifo(pair.cairn.root.parent / "outside/dir/fifo")
    (pair.cairn.root.parent / "outside/odd").mkdir()
    (pair.cairn.root.parent / "outside" / os.fsdecode(b"odd/\xff")).write_text("")
    for command in ("get-url", "import-url", "add"):
        for source, words in (("../outside/dir", "fifo"), ("../outside/odd", "UTF-8")):
            outcome = pair.cairn.run(command, source, *(["-o"] if command == "add" else []), "got")
            assert outcome.status != 0 and words in outcome.err, outcome
    assert not (pair.cairn.root / "got").exists() and not (pair.cairn.root / "got.dvc").exists()
    assert not list(pair.cairn.root.glob(".*.tmp"))
