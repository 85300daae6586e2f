"""Two equal repositories, one for each program: every command runs in both, and everything is compared."""

import os
import re
import shutil
import stat
import subprocess
from dataclasses import dataclass
from pathlib import Path

import programs


def is_private(path: Path) -> bool:
    """What differs by nature: Git's own files, and each program's private state."""
    return path.name == ".git" or path.parts[-2:] == (".dvc", "tmp")


@dataclass
class Outcome:
    status: int
    out: str
    err: str


class Repository:
    def __init__(self, root: Path, program):
        self.root = root
        self.program = program
        root.mkdir(parents=True)

    def run(self, *arguments: str, cwd: str = ".", program=None, stdin: str = "", first_in_path: str = "", env: dict[str, str] | None = None) -> Outcome:
        program = program or self.program
        directory, env = self.root / cwd, environment(self.root.parent) | (env or {})
        if first_in_path:
            env["PATH"] = f"{first_in_path}:{env['PATH']}"
        if isinstance(program, programs.DvcServer):
            done = program.run(list(arguments), directory, env, stdin)
            return Outcome(done.status, self._neutral(done.out), self._neutral(done.err))
        done = subprocess.run(
            [*program, *arguments], cwd=directory, env=env, capture_output=True, input=stdin.encode(), timeout=120
        )
        return Outcome(done.returncode, self._neutral(done.stdout), self._neutral(done.stderr))

    def _neutral(self, output: bytes) -> str:
        text = output.decode(errors="surrogateescape").replace(str(self.root), "<root>")
        text = text.replace(str(self.root.parent), "<parent>")
        # The names come from a Python set.
        return re.sub(r"(?m)^\tgit add (.*)$", lambda line: "\tgit add " + " ".join(sorted(line[1].split(" "))), text)

    def add_remote(self, name: str, url: str, options: dict[str, str]):
        """The default one, in place of what had its name."""
        section = "".join(f"    {option} = {value}\n" for option, value in {"url": url, **options}.items())
        config = self.root / ".dvc/config"
        others = re.sub(rf"(?ms)^\['remote \"{name}\"'\]\n(    .*?\n)*|^\[core\]\n    remote = .*?\n", "", config.read_text())
        config.write_text(f"[core]\n    remote = {name}\n{others}['remote \"{name}\"']\n{section}")

    def objects(self, store: str = ".dvc/cache/files/md5") -> set[str]:
        return {path.parent.name + path.name for path in (self.root / store).rglob("*") if path.is_file()}

    def files(self) -> dict[str, tuple]:
        """Each path with what it is: type, content, and the bits of its mode that mean something."""
        found = {}
        for directory, names, files in os.walk(self.root):
            base = Path(directory).relative_to(self.root)
            names[:] = [name for name in names if not is_private(base / name)]
            for name in [*files, *(name for name in names if (Path(directory) / name).is_symlink())]:
                found[str(base / name)] = self._describe(Path(directory) / name)
            if not names and not files:
                found[str(base) + "/"] = ("empty directory",)
        return found

    def _describe(self, path: Path) -> tuple:
        if path.is_symlink():
            return ("link", os.readlink(path).replace(str(self.root), "<root>"))
        mode = stat.S_IMODE(path.stat().st_mode)
        in_cache = ".dvc/cache" in str(path)
        return ("file", path.read_bytes(), oct(mode) if in_cache else mode & 0o100)


def environment(home: Path) -> dict[str, str]:
    return {
        "PATH": f"{programs.DVC.parent}:{os.environ['PATH']}",
        "HOME": str(home),
        "DVC_NO_ANALYTICS": "1",
        "DVC_SITE_CACHE_DIR": str(home / "site"),
        "DVC_SYSTEM_CONFIG_DIR": str(home / "system"),
        "DVC_GLOBAL_CONFIG_DIR": str(home / "global"),
        "GIT_AUTHOR_NAME": "a",
        "GIT_AUTHOR_EMAIL": "a@b",
        "GIT_COMMITTER_NAME": "a",
        "GIT_COMMITTER_EMAIL": "a@b",
        "GIT_AUTHOR_DATE": "2024-01-01T00:00:00Z",
        "GIT_COMMITTER_DATE": "2024-01-01T00:00:00Z",
        "GIT_CONFIG_NOSYSTEM": "1",
        "LANG": "C.UTF-8",
        "COLUMNS": "1000",  # DVC breaks lines at 80 columns even where nobody looks
    }


class Pair:
    """DVC's repository and ours."""

    def __init__(self, base: Path, dvc):
        ours = base / "bin" / "dvc"  # the program answers as DVC does when it is called so
        ours.parent.mkdir(parents=True)
        ours.symlink_to(programs.CAIRN)
        self.dvc = Repository(base / "theirs" / "repo", dvc)
        self.cairn = Repository(base / "cairn_" / "repo", [str(ours)])
        self.both = (self.dvc, self.cairn)

    def init(self, *arguments: str):
        self.git("init", "-q", "-b", "main")
        self.run("init", "-q", *arguments)

    def git(self, *arguments: str):
        for repository in self.both:
            assert repository.run(*arguments, program=["git"]).status == 0

    def run(self, *arguments: str, status: int | None = 0, stderr: bool = True, stdout: bool = True, files: bool = True, cwd=".", stdin=""):
        """Runs a command in both; what they print and return is the same, and so are all files afterwards."""
        theirs = self.dvc.run(*arguments, cwd=cwd, stdin=stdin)
        ours = self.cairn.run(*arguments, cwd=cwd, stdin=stdin)
        if stdout:
            assert ours.out == theirs.out
        if stderr:
            assert ours.err == theirs.err
        assert ours.status == theirs.status, (ours, theirs)
        if status is not None:
            assert theirs.status == status, theirs
        if files:
            self.compare()
        return theirs

    def compare(self):
        theirs, ours = self.dvc.files(), self.cairn.files()
        assert sorted(ours) == sorted(theirs)
        for path, description in theirs.items():
            assert ours[path] == description, path

    # What both get.

    def write(self, path: str, content: str | bytes = "content\n", mode: int | None = None):
        for repository in self.both:
            target = repository.root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content.encode() if isinstance(content, str) else content)
            if mode is not None:
                target.chmod(mode)

    def tree(self, path: str, files: dict[str, str | bytes]):
        for name, content in files.items():
            self.write(f"{path}/{name}", content)

    def mkdir(self, path: str):
        for repository in self.both:
            (repository.root / path).mkdir(parents=True)

    def symlink(self, path: str, target: str):
        for repository in self.both:
            (repository.root / path).symlink_to(target)

    def remove(self, path: str):
        for repository in self.both:
            target = repository.root / path
            if target.is_dir() and not target.is_symlink():
                shutil.rmtree(target)
            else:
                target.unlink()

    def each(self, change):
        for repository in self.both:
            change(repository.root)
