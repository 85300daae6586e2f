"""What the compose file puts together, without Docker: PostgreSQL, an S3 server, and cairn with the environment and the
commands that the file has for it. Hosts and ports alone are others."""

import os
import subprocess
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

import pytest

import servers
import stores
import surface
from compose_file import EXAMPLE, FOLDER, SERVICES, environment_of
from postgres import Postgres

# With characters that a URI would have to encode.
PASSWORD = "p@ss/w:rd?%"
SETTINGS = EXAMPLE | {
    "POSTGRES_PASSWORD": PASSWORD,
    "MLFLOW_WEBHOOK_SECRET_ENCRYPTION_KEY": "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
}


@pytest.fixture(scope="module")
def stack(tmp_path_factory):
    with Postgres() as database, stores.Moto(tmp_path_factory.mktemp("s3")) as store:
        uri = database.new_database()
        ask_for_the_password(database, uri)
        yield Stack(urlsplit(uri), store)


def ask_for_the_password(database: Postgres, uri: str) -> None:
    rules = database.folder / "data/pg_hba.conf"
    rules.write_text("host all mlflow 127.0.0.1/32 scram-sha-256\n" + rules.read_text())
    database.rows(uri, "SELECT pg_reload_conf()")
    database.rows(uri, f"CREATE ROLE mlflow SUPERUSER LOGIN PASSWORD '{PASSWORD}'")


class Stack:
    def __init__(self, database: SplitResult, store: stores.Store):
        self.settings = SETTINGS | {
            "AWS_ACCESS_KEY_ID": store.access_key,
            "AWS_SECRET_ACCESS_KEY": store.secret_key,
            "S3_BUCKET": stores.BUCKET,
            "MLFLOW_PORT": str(servers.free_port()),
        }
        at = f"127.0.0.1:{database.port}{database.path}"
        self.environment = {
            name: value.replace("postgres:5432/mlflow", at).replace("http://storage:9000", store.url)
            for name, value in environment_of("cairn", self.settings).items()
        }
        self.database = {
            "PGHOST": "127.0.0.1", "PGPORT": str(database.port), "PGDATABASE": database.path.strip("/"),
        }  # fmt: skip

    def server(self, folder: Path) -> "StackServer":
        return StackServer(folder, self)

    def cairn(self, *arguments: str) -> subprocess.CompletedProcess:
        return surface.run(servers.cairn_binary(), *arguments, env={"PATH": os.environ["PATH"]} | self.environment)

    def backup(self, folder: Path, *arguments: str) -> subprocess.CompletedProcess:
        environment = environment_of("backup", self.settings) | self.database | {"BACKUP_FOLDER": str(folder)}
        return surface.run(FOLDER / "backup.sh", *arguments, env={"PATH": os.environ["PATH"]} | environment)


class StackServer(servers.Server):
    def __init__(self, folder: Path, stack: Stack):
        super().__init__([servers.cairn_binary()], folder, tracking=False)
        self._command = [servers.cairn_binary(), *SERVICES["cairn"]["command"]]
        self.environment = stack.environment
        self.port = int(stack.environment["MLFLOW_PORT"])
        self.url = stack.environment["MLFLOW_TRACKING_URI"]


def test_it_works_and_comes_back_from_a_dump(stack, tmp_path):
    with stack.server(tmp_path / "server") as server:
        _, program, *check = SERVICES["cairn"]["healthcheck"]["test"]
        assert program == "/usr/bin/cairn"
        for command in (check, ["verify"]):
            done = stack.cairn(*command)
            assert done.returncode == 0, done.stdout + done.stderr + server.log_tail()
        assert PASSWORD not in server.log.read_text()
        assert list((tmp_path / "server").iterdir()) == [server.log]  # all of it is in the stores

    done = stack.backup(tmp_path, "now")
    assert done.returncode == 0, done.stderr
    (dump,) = stack.backup(tmp_path, "list").stdout.split()
    done = stack.backup(tmp_path, "restore", dump)
    assert done.returncode == 0, done.stderr
    with stack.server(tmp_path / "again"):
        assert stack.cairn("verify").returncode == 0
