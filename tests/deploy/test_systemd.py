"""The systemd unit: checked by systemd's own tools, since no systemd runs here."""

import os
import re
import shlex
import sqlite3
import time

import pytest

import servers
import surface

FOLDER = surface.DEPLOY / "systemd"
UNIT = (FOLDER / "cairn.service").read_text()
ENVIRONMENT = FOLDER / "cairn.env.example"


UNITS = ["cairn.service", "cairn-backup.service", "cairn-backup.timer"]


def test_systemd_accepts_the_units(tmp_path):
    for name in UNITS:
        (tmp_path / name).write_text(
            (FOLDER / name).read_text().replace("/usr/local/bin/cairn", servers.cairn_binary())
        )
    done = surface.run("systemd-analyze", "verify", "--man=no", *(tmp_path / name for name in UNITS))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize("name", [name for name in UNITS if name.endswith(".service")])
def test_systemd_rates_the_services_as_closed(name):
    done = surface.run("systemd-analyze", "security", "--offline=true", "--no-pager", "--threshold=15", FOLDER / name)
    assert done.returncode == 0, done.stdout[-400:]


def test_no_setting_and_no_secret_is_in_the_unit():
    assert not re.search(r"^(Environment|PassEnvironment|LoadCredential|SetCredential)=", UNIT, re.MULTILINE)
    assert re.search(r"^EnvironmentFile=/etc/cairn/cairn\.env$", UNIT, re.MULTILINE)
    (command,) = re.findall(r"^ExecStart=(.*)$", UNIT, re.MULTILINE)
    assert command == "/usr/local/bin/cairn server"


@pytest.mark.parametrize("name", surface.assignments(ENVIRONMENT, commented=True))
def test_the_server_knows_each_variable(name):
    assert surface.has_variable(name)


def test_the_example_starts_a_server(tmp_path):
    """What is not commented out, in the folder that systemd would make."""
    server = servers.cairn(tmp_path, tracking=False)
    server.environment = surface.assignments(ENVIRONMENT) | {"MLFLOW_PORT": str(server.port)}
    with server:
        assert (tmp_path / "mlflow.db").is_file()


def test_the_backup_copies_the_database_of_a_server_that_runs_and_forgets_old_copies(tmp_path):
    text = (FOLDER / "cairn-backup.service").read_text()
    (command,) = re.findall(r"^ExecStart=(.*)$", text, re.MULTILINE)
    command = command.replace("/usr/local/bin/cairn", servers.cairn_binary()).replace("%%", "%")
    with servers.cairn(tmp_path):
        backups = tmp_path / "backups"  # systemd makes it: StateDirectory
        backups.mkdir()
        for name, days in [("mlflow-old.db", 16), ("mlflow-recent.db", 13)]:
            (backups / name).touch()
            os.utime(backups / name, (time.time() - days * 86400,) * 2)
        done = surface.run(*shlex.split(command), cwd=tmp_path, env=os.environ | surface.assignments(ENVIRONMENT))
        assert done.returncode == 0, done.stderr
    (copy,) = [path for path in backups.iterdir() if path.stat().st_size]
    assert {path.name for path in backups.iterdir()} == {copy.name, "mlflow-recent.db"}
    assert re.fullmatch(r"mlflow-\d{8}T\d{6}\.db", copy.name)
    with sqlite3.connect(copy) as database:
        assert database.execute("SELECT name FROM experiments").fetchall() == [("Default",)]
