"""The systemd unit: checked by systemd's own tools, since no systemd runs here."""

import re

import pytest

import servers
import surface

FOLDER = surface.DEPLOY / "systemd"
UNIT = (FOLDER / "cairn.service").read_text()
ENVIRONMENT = FOLDER / "cairn.env.example"


def test_systemd_accepts_the_unit(tmp_path):
    unit = tmp_path / "cairn.service"
    unit.write_text(UNIT.replace("/usr/local/bin/cairn", servers.cairn_binary()))
    done = surface.run("systemd-analyze", "verify", "--man=no", unit)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_systemd_rates_the_unit_as_closed():
    done = surface.run(
        "systemd-analyze", "security", "--offline=true", "--no-pager", "--threshold=15", FOLDER / "cairn.service"
    )
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
