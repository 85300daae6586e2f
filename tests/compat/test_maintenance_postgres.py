"""The keeping of a database on PostgreSQL, and moving into it and out of it: the same commands, on the real server."""

import json
import subprocess
from pathlib import Path

import pytest

import servers
from old_file_stores import write_store


def cairn(*words: str, folder: Path) -> subprocess.CompletedProcess:
    return subprocess.run(
        [servers.cairn_binary(), *words], cwd=folder, capture_output=True, text=True, timeout=120,
    )  # fmt: skip


def well(*words: str, folder: Path) -> str:
    done = cairn(*words, folder=folder)
    assert done.returncode == 0, f"{words}\n{done.stdout}{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def old_store(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("old")
    write_store.write(f"file://{folder}/mlruns")
    return folder


@pytest.fixture
def filled(postgres, old_store, tmp_path) -> str:
    """The URI of a database into which a file store was imported; what was imported is checked by the command."""
    uri = postgres.new_database()
    report = json.loads(
        well("import", "mlflow", f"{old_store}/mlruns", f"--backend-store-uri={uri}", "--copy-artifacts",
             f"--artifacts-destination={tmp_path}/mlartifacts", "--json", folder=tmp_path)
    )  # fmt: skip
    assert report["copied"]["runs"] == 4 and report["compared"] > 0 and report.get("differences", []) == []
    return uri


def counts(postgres, uri: str) -> dict[str, str]:
    tables = ["experiments", "runs", "params", "tags", "registered_models", "model_versions", "cairn_metric_chunks"]
    return {table: postgres.rows(uri, f"SELECT count(*) FROM {table}")[0][0] for table in tables}


def test_an_import_is_whole_and_twice_is_once(postgres, filled, old_store, tmp_path):
    before = counts(postgres, filled)
    assert int(before["runs"]) == 4 and int(before["cairn_metric_chunks"]) > 0
    again = json.loads(well("import", "mlflow", f"{old_store}/mlruns", f"--backend-store-uri={filled}", "--json", folder=tmp_path))
    assert again["copied"]["runs"] == 0 and again["present"]["runs"] == 4
    assert counts(postgres, filled) == before
    report = json.loads(well("db", "check", filled, "--json", folder=tmp_path))
    assert report["problems"] == [] and report["runs"] == 4 and report["points"] > 40


def test_check_finds_damage(postgres, filled, tmp_path):
    postgres.rows(filled, "UPDATE latest_metrics SET value = value + 1 WHERE key = 'val/acc'")
    done = cairn("db", "check", filled, folder=tmp_path)
    assert done.returncode == 1 and "latest_metrics says step" in done.stdout


def test_stats_count_what_is_there(postgres, filled, tmp_path):
    stats = json.loads(well("db", "stats", filled, "--json", folder=tmp_path))
    for table in stats["tables"]:
        assert postgres.rows(filled, f'SELECT count(*) FROM "{table["name"]}"') == [[str(table["rows"])]]
    assert stats["bytes"] > 0 and stats["chunk_points"]["points"] > 40


def test_an_export_moves_between_engines(postgres, filled, tmp_path):
    there = ["--artifacts-destination", f"{tmp_path}/mlartifacts"]
    well("experiments", "export", "--all", "--output-dir", "out.tar.zst", "--tracking-uri", filled, *there, folder=tmp_path)
    other = postgres.new_database()
    for uri in (other, f"sqlite:///{tmp_path}/other.db"):
        report = json.loads(
            well("experiments", "import", "--input-dir", "out.tar.zst", "--tracking-uri", uri, "--json",
                 "--artifacts-destination", f"{tmp_path}/others", folder=tmp_path)
        )  # fmt: skip
        assert report["copied"]["runs"] == 4 and report.get("differences", []) == []
    assert counts(postgres, other) == counts(postgres, filled)


def test_gc_deletes_for_good(postgres, filled, tmp_path):
    there = [f"--backend-store-uri={filled}", f"--artifacts-destination={tmp_path}/mlartifacts"]
    deleted = {row[0] for row in postgres.rows(filled, "SELECT run_uuid FROM runs WHERE lifecycle_stage = 'deleted'")}
    assert deleted
    plan = json.loads(well("db", "gc", *there, "--dry-run", "--json", folder=tmp_path))
    assert {one["id"] for one in plan["deleted"] if one["kind"] == "run"} == deleted
    assert postgres.rows(filled, "SELECT count(*) FROM runs WHERE lifecycle_stage = 'deleted'") == [[str(len(deleted))]]
    done = json.loads(well("db", "gc", *there, "--json", folder=tmp_path))
    assert {one["id"] for one in done["deleted"] if one["kind"] == "run"} == deleted and not done["dry_run"]
    assert postgres.rows(filled, "SELECT count(*) FROM runs WHERE lifecycle_stage = 'deleted'") == [["0"]]
    assert json.loads(well("db", "check", filled, "--json", folder=tmp_path))["problems"] == []


def with_deleted_runs(postgres, uri: str, count: int, stage: str = "active") -> set[str]:
    """The deleted runs, `count` of them new and in an experiment of that stage."""
    postgres.rows(
        uri,
        "INSERT INTO runs (run_uuid, status, lifecycle_stage, experiment_id, artifact_uri) "
        "SELECT md5(number::text), 'FINISHED', 'deleted', "
        f"(SELECT min(experiment_id) FROM experiments WHERE lifecycle_stage = '{stage}'), '' "
        f"FROM generate_series(1, {count}) AS number",
    )
    return {row[0] for row in postgres.rows(uri, "SELECT run_uuid FROM runs WHERE lifecycle_stage = 'deleted'")}


def test_processes_share_the_garbage(postgres, filled, tmp_path):
    deleted = with_deleted_runs(postgres, filled, 500)
    command = [servers.cairn_binary(), "db", "gc", f"--backend-store-uri={filled}", "--json"]
    collectors = [subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    reports = [json.loads(collector.communicate(timeout=120)[0]) for collector in collectors]
    assert [collector.returncode for collector in collectors] == [0, 0]
    of_each = [[one["id"] for one in report["deleted"] if one["kind"] == "run"] for report in reports]
    assert sorted(of_each[0] + of_each[1]) == sorted(deleted)
    assert json.loads(well("db", "check", filled, "--json", folder=tmp_path))["problems"] == []


@pytest.mark.parametrize("stage", ["active", "deleted"])
def test_gc_leaves_what_another_is_at_without_waiting(postgres, filled, tmp_path, stage):
    deleted = with_deleted_runs(postgres, filled, 3, stage)
    held = "c4ca4238a0b923820dcc509a6f75849b"  # md5 of "1"
    assert held in deleted
    collect = ["db", "gc", f"--backend-store-uri={filled}", "--json"]
    with postgres.transaction(filled, f"SELECT 1 FROM runs WHERE run_uuid = '{held}' FOR UPDATE"):
        done = json.loads(well(*collect, folder=tmp_path))
    assert {one["id"] for one in done["deleted"] if one["kind"] == "run"} == deleted - {held}
    done = json.loads(well(*collect, folder=tmp_path))
    assert [one["kind"] for one in done["deleted"]] == ["run", "experiment"][: 1 if stage == "active" else 2]
    assert done["deleted"][0]["id"] == held


class TestBackup:
    def test_goes_back_as_it_was_and_keeps_what_it_replaces(self, postgres, filled, tmp_path):
        before = counts(postgres, filled)
        with servers.cairn(tmp_path, store_uri=filled) as server:  # online
            made = json.loads(well("db", "backup", "a.dump", "--backend-store-uri", filled, "--json", folder=tmp_path))
            assert made["bytes"] == (tmp_path / "a.dump").stat().st_size > 1000
            refused = cairn("db", "restore", "a.dump", "--backend-store-uri", filled, folder=tmp_path)
            assert refused.returncode == 1 and "are connected to the database. Stop the servers" in refused.stderr
            well("runs", "list", "--tracking-uri", server.url, folder=tmp_path)
        assert sorted(file.name for file in tmp_path.glob("a.dump*")) == ["a.dump"]

        postgres.rows(filled, "DELETE FROM tags")
        changed = counts(postgres, filled)
        restored = json.loads(well("db", "restore", "a.dump", "--backend-store-uri", filled, "--json", folder=tmp_path))
        assert counts(postgres, filled) == before and restored["kept"] == "a.dump.before-restore"
        assert json.loads(well("db", "check", filled, "--json", folder=tmp_path))["problems"] == []

        empty = postgres.new_database()
        well("db", "restore", "a.dump.before-restore", "--backend-store-uri", empty, folder=tmp_path)
        assert counts(postgres, empty) == changed

    def test_what_is_no_backup_replaces_nothing(self, postgres, filled, tmp_path):
        before = counts(postgres, filled)
        well("db", "backup", "a.dump", "--backend-store-uri", filled, folder=tmp_path)
        whole = (tmp_path / "a.dump").read_bytes()
        (tmp_path / "half.dump").write_bytes(whole[: len(whole) // 2])
        (tmp_path / "text.dump").write_text("no backup")
        subprocess.run(["pg_dump", "--format=custom", "--table=tags", "--file=other.dump", filled], cwd=tmp_path, check=True)
        postgres.rows(filled, "UPDATE alembic_version SET version_num = 'f5a4f2784254'")
        subprocess.run(["pg_dump", "--format=custom", "--file=older.dump", filled], cwd=tmp_path, check=True)
        for file, complaint in {
            "half.dump": "pg_restore failed", "text.dump": "pg_restore failed", "missing.dump": "There is no backup",
            "other.dump": "is no backup of an MLflow database", "older.dump": "another version of the schema",
        }.items():  # fmt: skip
            done = cairn("db", "restore", file, "--backend-store-uri", filled, folder=tmp_path)
            assert done.returncode == 1 and complaint in done.stderr, f"{file}: {done.stderr}"
        assert counts(postgres, filled) == before
        assert not list(tmp_path.glob("*.before-restore"))

    def test_a_file_that_is_there_is_not_overwritten(self, postgres, filled, tmp_path):
        (tmp_path / "a.dump").write_text("mine")
        done = cairn("db", "backup", "a.dump", "--backend-store-uri", filled, folder=tmp_path)
        assert done.returncode == 1 and "is there already" in done.stderr
        assert (tmp_path / "a.dump").read_text() == "mine"

    def test_the_password_goes_through_the_environment(self, filled, tmp_path):
        """What pg_dump is started with, by one that only writes that down."""
        (tmp_path / "bin").mkdir()
        script = tmp_path / "bin/pg_dump"
        script.write_text('#!/bin/sh\necho "$@" >"$SEEN"; echo "$PGPASSWORD" >>"$SEEN"; exit 1\n')
        script.chmod(0o755)
        uri = filled.replace("cairn@", "cairn:p%40ss%27w%20d@")
        assert uri != filled
        seen = tmp_path / "seen"
        done = subprocess.run(
            [servers.cairn_binary(), "db", "backup", "a.dump", "--backend-store-uri", uri],
            cwd=tmp_path, capture_output=True, text=True, env={"PATH": f"{tmp_path}/bin:/usr/bin:/bin", "SEEN": str(seen)},
        )  # fmt: skip
        words, password = seen.read_text().splitlines()
        assert password == "p@ss'w d" and "p@ss" not in words and "--no-password" in words
        assert done.returncode == 1 and "pg_dump failed" in done.stderr and "p@ss" not in done.stderr + done.stdout
        assert "p%40ss" not in done.stderr + done.stdout and not list(tmp_path.glob("a.dump*"))

    def test_programs_that_are_not_installed_are_named(self, filled, tmp_path):
        done = subprocess.run(
            [servers.cairn_binary(), "db", "backup", "a.dump", "--backend-store-uri", filled],
            cwd=tmp_path, capture_output=True, text=True, env={"PATH": str(tmp_path)},
        )  # fmt: skip
        assert done.returncode == 1 and "apt-get install postgresql-client" in done.stderr
