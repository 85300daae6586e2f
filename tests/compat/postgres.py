"""A real PostgreSQL server for the tests: in a folder of its own, on a free port."""

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import servers

SCRIPT = servers.ROOT / "scripts/postgres.sh"


class Postgres:
    def __init__(self, primary: "Postgres | None" = None):
        """A server of its own, or one that streams what `primary` writes."""
        self._primary = primary
        self.folder = Path(tempfile.mkdtemp(prefix="cairn-postgres-"))
        self.uri = ""
        self._databases = 0
        self._template: str | None = None

    def start(self) -> "Postgres":
        how = ["replica", str(self.folder), self._primary.uri] if self._primary else ["start", str(self.folder)]
        started = self._script(*how)
        self.uri = started.stdout.strip()
        return self

    def stop(self, mode: str = "fast") -> None:
        self._script("stop", str(self.folder), mode)

    def kill(self) -> None:
        """The server's process, in the middle of its work; those that serve connections end with it."""
        pid = int((self.folder / "data/postmaster.pid").read_text().split()[0])
        subprocess.run(["kill", "-KILL", str(pid)], check=True)

    def remove(self) -> None:
        self.stop("immediate")
        shutil.rmtree(self.folder, ignore_errors=True)

    def __enter__(self) -> "Postgres":
        return self.start()

    def __exit__(self, *_) -> None:
        self.remove()

    def new_database(self) -> str:
        """The URI of an empty one."""
        return self._create("template0")

    def new_store(self) -> str:
        """The URI of one with cairn's tables, copied because that is quicker than to make them."""
        if self._template is None:
            uri = self._create("template0")
            with tempfile.TemporaryDirectory() as folder, servers.cairn(Path(folder), store_uri=uri):
                pass
            self.rows(uri, "DELETE FROM experiments")  # the default one names the folder of its server
            self._template = uri.rsplit("/", 1)[1]
        return self._create(self._template)

    def rows(self, uri: str, statement: str) -> list[list[str]]:
        done = subprocess.run(
            ["psql", uri, "--no-psqlrc", "--quiet", "--no-align", "--tuples-only", "--set=ON_ERROR_STOP=1", "-c", statement],
            capture_output=True, text=True, timeout=60, check=True,
        )  # fmt: skip
        return [line.split("|") for line in done.stdout.splitlines()]

    @contextmanager
    def transaction(self, uri: str, statement: str) -> Iterator[None]:
        """Another program's: it has run the statement, and ends without effect."""
        command = ["psql", uri, "--no-psqlrc", "--quiet", "--no-align", "--tuples-only", "--set=ON_ERROR_STOP=1"]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as psql:
            psql.stdin.write(f"BEGIN;\n{statement};\n\\echo begun\n")
            psql.stdin.flush()
            assert "begun\n" in iter(psql.stdout.readline, ""), f"psql refused {statement}"
            yield

    def _create(self, template: str) -> str:
        self._databases += 1
        name = f"d{self._databases}"
        self.rows(self.uri + "postgres", f"CREATE DATABASE {name} TEMPLATE {template}")
        return self.uri + name

    @staticmethod
    def _script(*arguments: str) -> subprocess.CompletedProcess:
        done = subprocess.run([str(SCRIPT), *arguments], stdout=subprocess.PIPE, text=True, timeout=120, check=False)
        assert done.returncode == 0, f"{SCRIPT.name} {' '.join(arguments)} ended with {done.returncode}"
        return done
