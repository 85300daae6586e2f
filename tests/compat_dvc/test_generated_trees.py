"""Trees that nobody thought of: every command in two equal repositories, then each tool on what the other made."""

import json
import os
import random
import re
import shutil

import pytest

PARTS = ["a", "B", "with space", "it's", 'quo"te', "#hash", "!bang", "[x]", "star*", "-dash", "--force", "日本", "naïve", "😀", "%41", "~", "a.dvc.txt", ".hidden", "x:y", "a&b;c", "$HOME", "tab\there"]  # fmt: skip


class Tree:
    """A directory of generated files that changes by and by, the same in both repositories."""

    def __init__(self, pair, seed: int):
        self.pair, self.random, self.files = pair, random.Random(seed), set()
        for _ in range(40):
            self.write(self._new_path())
        for number in range(3):
            pair.mkdir(f"data/empty {number}")
        target = next(iter(sorted(self.files)))
        for repository in pair.both:
            (repository.root / "data/link").symlink_to(repository.root / "data" / target)
        # A link becomes a copy once it is tracked.

    def _new_path(self) -> str:
        while True:
            path = "/".join(self.random.choices(PARTS, k=self.random.randint(1, 3)))
            # A file can't be a folder, too.
            clashes = any(path == f or path.startswith(f + "/") or f.startswith(path + "/") for f in self.files)
            if not clashes:
                self.files.add(path)
                return path

    def write(self, path: str):
        content = self.random.choice([b"", b"same", self.random.randbytes(self.random.randint(1, 5000))])
        self.pair.write(f"data/{path}", content, mode=self.random.choice([0o644, 0o755]))

    def change(self):
        for path in self.random.sample(sorted(self.files), 8):
            if self.random.random() < 0.5:
                self.pair.remove(f"data/{path}")
                self.files.remove(path)
            else:
                self.write(path)
        for _ in range(4):
            self.write(self._new_path())


def assert_same_lines(pair, *arguments):
    """What dvc keeps in sets comes in any order."""
    theirs, ours = (repository.run(*arguments) for repository in pair.both)
    assert sorted(ours.out.splitlines()) == sorted(theirs.out.splitlines())
    assert ours.status == theirs.status


def assert_same_changes(pair, *arguments):
    """Of several files alike, dvc calls any one renamed."""
    theirs, ours = (repository.run(*arguments) for repository in pair.both)
    assert changes(json.loads(ours.out)) == changes(json.loads(theirs.out))
    assert ours.status == theirs.status


def assert_same_list(pair, *arguments):
    """dvc takes names for addresses: it loses tabs, and what follows a # goes astray."""
    theirs, ours = (repository.run(*arguments) for repository in pair.both)
    plain = [[file for file in json.loads(shown.out) if not re.search("#|tab", file["path"])] for shown in (ours, theirs)]
    assert plain[0] == plain[1]
    assert ours.status == theirs.status
    return {file["path"] for file in json.loads(ours.out)}


def changes(shown):
    """Lists in an order, and what is renamed as what went and what came."""
    if isinstance(shown, list):
        return sorted((changes(item) for item in shown), key=json.dumps)
    if not isinstance(shown, dict):
        return shown
    found = {name: list(value) if isinstance(value, list) else value for name, value in shown.items()}
    for renamed in found.pop("renamed", []):
        is_path = isinstance(renamed.get("path"), dict)
        old_and_new = renamed["path"] if is_path else renamed
        for side, name in (("old", "deleted"), ("new", "added")):
            path = old_and_new[side]
            found.setdefault(name, []).append({"path": path} if is_path else path)
    return {name: changes(value) for name, value in found.items() if value != []}


def contents(directory):
    return {str(path.relative_to(directory)): path.read_bytes() for path in directory.rglob("*") if path.is_file()}


def drop(pair, *paths):
    for repository in pair.both:
        for path in paths:
            shutil.rmtree(repository.root / path)
        shutil.rmtree(repository.root.parent / "site", ignore_errors=True)


def exchange(pair, path):
    """Each tool goes on with what the other made."""
    theirs, ours = (repository.root / path for repository in pair.both)
    aside = theirs.parent.parent / "aside"
    for source, target in ((theirs, aside), (ours, theirs), (aside, ours)):
        os.rename(source, target)


@pytest.mark.parametrize("seed", range(3))
def test_every_command(pair, seed):
    pair.run("remote", "add", "-d", "here", "../remote")
    tree = Tree(pair, seed)
    pair.run("add", "data")
    pair.git("add", ".")
    pair.git("commit", "-q", "-m", "first")
    tree.change()
    pair.run("status")
    assert_same_changes(pair, "data", "status", "--granular", "--json")
    assert_same_lines(pair, "diff")
    pair.run("add", "data")
    assert_same_changes(pair, "diff", "--json")
    assert assert_same_list(pair, "list", ".", "data", "-R", "--json") == tree.files | {"link"}
    pair.run("push")
    assert pair.cairn.objects("../remote/files/md5") == pair.dvc.objects("../remote/files/md5")
    drop(pair, "data")
    pair.run("checkout")
    exchange(pair, "../remote")
    drop(pair, "data", ".dvc/cache")
    pair.run("pull")
    exchange(pair, ".dvc/cache")
    drop(pair, "data")
    pair.run("checkout")
    pair.run("status")
    pair.run("gc", "-w", "-f")
    pair.run("gc", "-w", "-f", "-c")
    pair.run("remove", "data.dvc")
    pair.run("add", "data", stdout=False)


def test_many_files(pair):
    """With names as strange as above."""
    names = [name for name in PARTS if "#" not in name]  # the folders; see assert_same_list
    for repository in pair.both:
        for number in range(10_000):
            path = repository.root / f"data/{number % 50}{names[number % 7]}/{PARTS[number % len(PARTS)]} {number}"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(str(number))
    pair.run("remote", "add", "-q", "-d", "here", "../remote")
    pair.run("add", "data", files=False)
    assert (pair.cairn.root / "data.dvc").read_bytes() == (pair.dvc.root / "data.dvc").read_bytes()
    assert pair.cairn.objects() == pair.dvc.objects()
    pair.run("status", files=False)
    pair.run("push", files=False)
    exchange(pair, "../remote")
    shutil.rmtree(pair.cairn.root / "data")
    shutil.rmtree(pair.cairn.root / ".dvc/cache")
    assert pair.cairn.run("pull").status == 0
    assert contents(pair.cairn.root / "data") == contents(pair.dvc.root / "data")
    exchange(pair, ".dvc/cache")
    shutil.rmtree(pair.dvc.root / "data")
    assert pair.dvc.run("checkout").status == 0
    assert contents(pair.cairn.root / "data") == contents(pair.dvc.root / "data")
    # A part of it is changed, added, listed and taken back without the rest.
    folder = "7a"
    pair.write(f"data/{folder}/new", "new")
    pair.run("add", f"data/{folder}", files=False)
    assert (pair.cairn.root / "data.dvc").read_bytes() == (pair.dvc.root / "data.dvc").read_bytes()
    assert_same_list(pair, "list", ".", f"data/{folder}", "--json")
    lost = next(path for path in (pair.cairn.root / "data/8a").iterdir())
    content = lost.read_bytes()
    pair.remove(f"data/8a/{lost.name}")
    pair.run("checkout", "data/8a", files=False, stdout=False)
    assert lost.read_bytes() == content
