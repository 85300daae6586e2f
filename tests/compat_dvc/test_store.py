"""What keeps the store in order: fsck, cache migrate, gc of a shared cache; and what Git hooks and shells ask for."""

import hashlib
import json
import shutil
import subprocess

import pytest

ONE = "c4/ca4238a0b923820dcc509a6f75849b"  # "1"


@pytest.fixture
def stored(pair):
    pair.run("remote", "add", "-d", "here", "../remote")
    pair.tree("data", {"a": "1", "b": "2", "sub/c": "3"})
    pair.write("file", "4")
    pair.run("add", "data", "file")
    pair.run("push")
    return pair.cairn


def corrupt(path):
    path.chmod(0o644)
    path.write_text("9")
    path.chmod(0o444)


def test_fsck_finds_and_repairs_the_cache(stored):
    assert stored.run("fsck").out == "Checked 5 objects, 191B: 0 corrupt or incomplete, 0 repaired.\n"
    bad = stored.root / ".dvc/cache/files/md5" / ONE
    corrupt(bad)
    outcome = stored.run("fsck")
    assert outcome.status == 1 and f"{ONE}: its bytes are not what its name says" in outcome.out
    assert ".dir: 1 of its 3 files are missing" in outcome.out
    assert bad.read_text() == "9"
    outcome = stored.run("fsck", "--repair")
    assert outcome.status == 0 and f"{ONE}: its bytes are not what its name says (repaired)" in outcome.out
    assert bad.read_text() == "1" and bad.stat().st_mode & 0o777 == 0o444
    bad.unlink()
    assert stored.run("fsck", "--repair").status == 0
    assert bad.read_text() == "1"
    assert stored.run("fsck").status == 0
    assert not list((stored.root / ".dvc/cache").glob(".*.tmp"))


def test_fsck_finds_and_repairs_the_remote(stored):
    assert stored.run("fsck", "-c").status == 0
    bad = stored.root.parent / "remote/files/md5" / ONE
    corrupt(bad)
    outcome = stored.run("fsck", "-c", "--json")
    events = [json.loads(line) for line in outcome.out.splitlines()]
    assert outcome.status == 1 and events[-1] == {"event": "done", "status": 1}
    assert [event["place"].endswith(ONE) for event in events if event["event"] == "corrupt"] == [True]
    assert stored.run("fsck", "-c", "--repair").status == 0
    assert bad.read_text() == "1"


def test_fsck_does_not_repair_from_what_is_corrupt(stored):
    corrupt(stored.root / ".dvc/cache/files/md5" / ONE)
    corrupt(stored.root.parent / "remote/files/md5" / ONE)
    assert stored.run("fsck", "--repair").status == 1
    assert stored.run("fsck", "-c", "--repair").status == 1
    assert (stored.root.parent / "remote/files/md5" / ONE).read_text() == "9"


def test_migrate(pair):
    """What DVC 2 stored: a text file whose line ends were made Unix's, and a directory."""
    pair.write("text", "a\r\nb\r\n")
    pair.write("folder/one", "1")
    listing = b'[{"md5": "c4ca4238a0b923820dcc509a6f75849b", "relpath": "one"}]'
    directory = hashlib.md5(listing).hexdigest()
    text = hashlib.md5(b"a\nb\n").hexdigest()
    legacy = {
        f".dvc/cache/{text[:2]}/{text[2:]}": b"a\r\nb\r\n",
        f".dvc/cache/{ONE}": b"1",
        f".dvc/cache/{directory[:2]}/{directory[2:]}.dir": listing,
    }
    for path, content in legacy.items():
        pair.write(path, content, mode=0o444)
    pair.write("text.dvc", f"outs:\n- md5: {text}\n  size: 6\n  path: text\n")
    pair.write("folder.dvc", f"outs:\n- md5: {directory}.dir\n  size: 1\n  nfiles: 1\n  path: folder\n")
    pair.write(".gitignore", "/text\n/folder\n")
    pair.run("status")
    pair.run("cache", "migrate", "--dry")
    pair.run("cache", "migrate", "--dry", "--dvc-files")
    pair.run("cache", "migrate")
    pair.run("cache", "migrate", "--dvc-files", stdout=False)
    pair.run("status")
    pair.run("cache", "migrate", "--dvc-files")


def test_a_changed_directory_of_the_old_kind_is_hashed_anew(pair):
    """Its text files have other hashes now, those too that a checkout has just made."""
    text = hashlib.md5(b"a\nb\n").hexdigest()
    listing = f'[{{"md5": "{text}", "relpath": "one"}}, {{"md5": "{text}", "relpath": "two"}}]'.encode()
    directory = hashlib.md5(listing).hexdigest()
    pair.write(f".dvc/cache/{text[:2]}/{text[2:]}", "a\r\nb\r\n", mode=0o444)
    pair.write(f".dvc/cache/{directory[:2]}/{directory[2:]}.dir", listing, mode=0o444)
    pair.write("folder.dvc", f"outs:\n- md5: {directory}.dir\n  size: 12\n  nfiles: 2\n  path: folder\n")
    pair.write(".gitignore", "/folder\n")
    pair.run("checkout")
    pair.write("folder/two", "changed")
    pair.run("add", "--no-commit", "folder", files=False)  # dvc leaves a list of the old kind in the cache
    theirs, ours = ((repository.root / "folder.dvc").read_text() for repository in pair.both)
    assert ours == theirs


def test_run_cache(pair):
    pair.write("dvc.yaml", "stages:\n  s:\n    cmd: cp a b\n    deps: [a]\n    outs: [b]\n")
    pair.write("a", "a")
    for repository in pair.both:
        assert repository.run("repro", program=pair.dvc.program).status == 0
    pair.run("remote", "add", "-d", "here", "../remote")
    pair.run("push", "--run-cache")
    assert pair.cairn.objects("../remote/runs") == pair.dvc.objects("../remote/runs") != set()
    for repository in pair.both:
        shutil.rmtree(repository.root / ".dvc/cache")
        shutil.rmtree(repository.root.parent / "site", ignore_errors=True)
    pair.run("fetch", "--run-cache")
    pair.compare()
    pair.remove("b")
    pair.run("pull", "--run-cache")
    pair.run("gc", "-w", "-f")
    assert pair.cairn.objects(".dvc/cache/runs") == pair.dvc.objects(".dvc/cache/runs") != set()


def test_gc_of_a_cache_that_others_use(pair, tmp_path):
    cairn = pair.cairn
    cache = tmp_path / "shared"
    other = cairn.root.parent / "other"
    other.mkdir()
    for directory in (cairn.root, other):
        subprocess.run(["git", "init", "-q"], cwd=directory, check=True)
    assert cairn.run("init", "-q", cwd="../other").status == 0
    for where, content in ((".", "1"), ("../other", "2")):
        (cairn.root / where / "file").write_text(content)
        assert cairn.run("cache", "dir", str(cache), cwd=where).status == 0
        assert cairn.run("add", "file", cwd=where).status == 0
    (cairn.root / "file").write_text("3")
    assert cairn.run("add", "file").status == 0
    outcome = cairn.run("gc", "-w", "-f")
    assert outcome.status == 255 and f"also used by:\n  - {other}\nName them with -p" in outcome.err.replace("<parent>", str(cairn.root.parent))
    outcome = cairn.run("gc", "-w", "-f", "-p", str(other))
    assert outcome.status == 0 and "Removed 1 objects from repo cache." in outcome.out
    assert (cache / "files/md5/c8/1e728d9d4c2f636f067f89cc14862c").exists()
    # The real dvc isn't disturbed by the register.
    assert pair.cairn.run("gc", "-w", "-f", program=pair.dvc.program).status == 0
    assert list((cache / ".cairn/repositories").iterdir())
    # One that moved to another cache no longer counts.
    shutil.rmtree(other)
    assert cairn.run("gc", "-w", "-f").status == 0


def test_gc_says_sizes_under_its_own_name(stored):
    (stored.root / "file").write_text("other")
    assert stored.run("add", "file").status == 0
    own_name = str(stored.root.parent / "cairn")
    (stored.root.parent / "cairn").symlink_to(stored.program[0])
    outcome = stored.run("gc", "-w", "--dry", program=[own_name])
    assert outcome.status == 0 and " (1B)\n" in outcome.out and "That would free 1 objects, 1B." in outcome.err
    outcome = stored.run("gc", "-w", program=[own_name], stdin="n\n")
    assert outcome.status == 1 and "That would be 1 objects, 1B." in outcome.err


# ------------------------------------------------------------------------------------------------- Git's merge driver


@pytest.fixture
def branches(pair):
    """Two branches that changed a directory, and the driver that merges it."""
    pair.run("install")
    pair.write(".gitattributes", "*.dvc merge=dvc\n")
    pair.tree("data", {"a": "1", "b": "2", "c": "3"})
    pair.run("add", "data")
    commit(pair, "base")

    def change(ours, theirs):
        pair.git("checkout", "-q", "-b", "theirs")
        apply(pair, theirs)
        commit(pair, "theirs")
        pair.git("checkout", "-q", "main")
        pair.run("checkout")
        apply(pair, ours)
        commit(pair, "ours")
        outcomes = []
        for repository in pair.both:
            path = repository.root.parent / "path"  # `dvc` in the driver's command is the program of this repository
            path.mkdir()
            (path / "dvc").symlink_to(shutil.which("dvc", path=repository_path(repository, pair)))
            outcomes.append(repository.run("merge", "-q", "--no-edit", "theirs", program=["git"], first_in_path=str(path)))
        assert outcomes[0].status == outcomes[1].status, outcomes
        return outcomes[1]

    return change


def repository_path(repository, pair):
    import programs

    return str(programs.DVC.parent) if repository is pair.dvc else str(pair.cairn.program[0]).rsplit("/", 1)[0]


def commit(pair, message):
    pair.git("add", ".")
    pair.git("commit", "-q", "--no-verify", "-m", message)


def apply(pair, files):
    for name, content in files.items():
        if content is None:
            pair.remove(f"data/{name}")
        else:
            pair.write(f"data/{name}", content)
    pair.run("add", "data")


def test_merge_of_changes_in_different_files(pair, branches):
    assert branches({"a": "changed", "new": "n"}, {"b": None, "other": "o"}).status == 0
    pair.compare()
    pair.run("checkout", stdout=False)
    assert {path.name: path.read_text() for path in (pair.cairn.root / "data").iterdir()} == {
        "a": "changed", "new": "n", "other": "o", "c": "3",
    }


def test_merge_of_changes_in_the_same_file(pair, branches):
    outcome = branches({"a": "ours"}, {"a": "theirs"})
    assert outcome.status == 1
    assert "unable to auto-merge the following paths:\na" in outcome.err


def test_completion(pair):
    cairn = pair.cairn
    script = cairn.run("completion").out

    def answer(words, at):
        ask = f'{script}\nCOMP_WORDS=({words}); COMP_CWORD={at}; _dvc; echo "${{COMPREPLY[@]}}"'
        return subprocess.run(["bash", "-c", ask], capture_output=True, text=True).stdout.split()

    assert {"add", "push", "remote"} <= set(answer("dvc ''", 1))
    assert answer("dvc pu", 1) == ["pull", "push"]
    assert {"add", "list", "modify"} <= set(answer("dvc remote ''", 2))
    assert "--run-cache" in answer("dvc push --r", 2)
    assert answer("dvc remote add --def", 3) == ["--default"]
    assert cairn.run("completion", "-s", "zsh").out.endswith(script)
    assert cairn.run("completion", "-s", "fish").status == 254
