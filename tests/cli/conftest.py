"""What the tests of the command line share: the program under its names, and servers for it."""

from pathlib import Path

import pytest
from program import Program

import servers


@pytest.fixture(scope="session")
def binary() -> Path:
    return Path(servers.cairn_binary())


@pytest.fixture(scope="session")
def mlflow_binary(binary, tmp_path_factory) -> Path:
    link = tmp_path_factory.mktemp("bin") / "mlflow"
    link.symlink_to(binary)
    return link


@pytest.fixture
def cairn(binary, tmp_path) -> Program:
    """In an empty folder, which a database appears in when it is written to."""
    return Program(binary, tmp_path, f"sqlite:///{tmp_path}/mlflow.db")


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    with servers.cairn(tmp_path_factory.mktemp("server")) as running:
        yield running


@pytest.fixture(params=["server", "database"])
def tracked(request, binary, tmp_path) -> Program:
    """Over HTTP, and with the database opened directly: the commands must not tell the difference."""
    if request.param == "database":
        return Program(binary, tmp_path, f"sqlite:///{tmp_path}/mlflow.db")
    return Program(binary, tmp_path, request.getfixturevalue("server").url)
