import contextlib

import pytest

pytest.register_assert_rewrite("repositories")

import places  # noqa: E402
import programs  # noqa: E402
from repositories import Pair  # noqa: E402


@pytest.fixture(scope="session")
def probe():
    probe = programs.FormatProbe()
    yield probe
    probe.close()


@pytest.fixture(scope="session")
def dvc():
    dvc = programs.DvcServer()
    yield dvc
    dvc.close()


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    """The place of a kind (places.KINDS): its server is started when it is first asked for, and serves all tests."""
    started = {}
    with contextlib.ExitStack() as running:

        def start(kind: str) -> places.Place:
            if kind not in started:
                started[kind] = running.enter_context(places.KINDS[kind](tmp_path_factory.mktemp(kind)))
            return started[kind]

        yield start


@pytest.fixture
def empty_pair(tmp_path, dvc):
    return Pair(tmp_path, dvc)


@pytest.fixture
def pair(empty_pair):
    empty_pair.init()
    return empty_pair
