"""deploy/compose/backup.sh against a real PostgreSQL."""

import os
import re
import signal
import subprocess
import time
from pathlib import Path
from urllib.parse import urlsplit

import pytest

import surface
from postgres import Postgres

SCRIPT = surface.DEPLOY / "compose" / "backup.sh"


@pytest.fixture(scope="module")
def database():
    with Postgres() as server:
        yield Database(server, server.new_database())


class Database:
    def __init__(self, server: Postgres, uri: str):
        self._server, self._uri = server, uri
        self.parts = urlsplit(uri)

    def sql(self, statement: str) -> list[list[str]]:
        return self._server.rows(self._uri, statement)


class Backup:
    def __init__(self, database: Database, folder: Path):
        self.environment = os.environ | {
            "PGHOST": database.parts.hostname,
            "PGPORT": str(database.parts.port),
            "PGUSER": database.parts.username,
            "PGDATABASE": database.parts.path.strip("/"),
            "BACKUP_FOLDER": str(folder),
        }

    def __call__(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess:
        return surface.run(SCRIPT, *arguments, env=self.environment | environment)


@pytest.fixture
def backup(database, tmp_path):
    return Backup(database, tmp_path)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_dump_brings_back_what_was_there(database, backup):
    database.sql(
        "drop table if exists t; create table t (id int primary key, v text); insert into t values (1, 'before')"
    )
    assert backup("now").returncode == 0
    (name,) = backup("list").stdout.split()
    assert re.fullmatch(r"d1-\d{8}T\d{6}Z\.dump", name)

    database.sql("update t set v = 'after'; insert into t values (2, 'later')")
    done = backup("restore", name)
    assert done.returncode == 0, done.stderr
    assert database.sql("select id, v from t") == [["1", "before"]]


def test_a_restore_that_fails_changes_nothing(database, backup, tmp_path):
    database.sql("drop table if exists t; create table t (id int primary key); insert into t values (1)")
    assert backup("now").returncode == 0
    (name,) = backup("list").stdout.split()
    # A view that was not in the dump keeps its table from being dropped.
    database.sql("insert into t values (2); create view watcher as select * from t")
    try:
        done = backup("restore", name)
        assert done.returncode == 1
        assert "the database is as it was" in done.stderr
        assert database.sql("select count(*) from t") == [["2"]]
    finally:
        database.sql("drop view watcher")

    assert backup("restore", "none.dump").returncode == 1


def test_a_dump_that_fails_leaves_nothing_and_removes_nothing(backup, tmp_path):
    old = tmp_path / "postgres-20200101T000000Z.dump"
    old.write_bytes(b"old")
    os.utime(old, (0, 0))
    done = backup("now", PGDATABASE="no_such_database")
    assert done.returncode == 1
    assert "nothing was kept" in done.stderr
    assert names(tmp_path) == [old.name]


def test_the_schedule_dumps_when_it_is_time_and_forgets_old_dumps_after_it(backup, tmp_path):
    old, recent = tmp_path / "postgres-20200101T000000Z.dump", tmp_path / "postgres-20250101T000000Z.dump"
    for dump, age_days in [(old, 15), (recent, 13)]:
        dump.write_bytes(b"dump")
        moment = time.time() - age_days * 86400
        os.utime(dump, (moment, moment))
    schedule = subprocess.Popen([SCRIPT, "schedule"], env=backup.environment, start_new_session=True)
    try:
        wait_until(lambda: len(names(tmp_path)) == 2 and not old.exists())
        assert recent.exists()
        assert schedule.poll() is None  # it waits for the next
    finally:
        os.killpg(schedule.pid, signal.SIGKILL)
        schedule.wait()


def wait_until(condition, seconds: float = 20):
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not happen"
        time.sleep(0.05)


def test_check_fails_without_a_dump_or_with_an_old_one(backup, tmp_path):
    assert "there is no dump yet" in backup("check").stderr
    assert backup("now").returncode == 0
    assert backup("check").returncode == 0
    (dump,) = tmp_path.glob("*.dump")
    os.utime(dump, (0, 0))
    done = backup("check")
    assert done.returncode == 1
    assert "hours old" in done.stderr
