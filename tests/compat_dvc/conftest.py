import pytest

pytest.register_assert_rewrite("repositories")

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


@pytest.fixture
def empty_pair(tmp_path, dvc):
    return Pair(tmp_path, dvc)


@pytest.fixture
def pair(empty_pair):
    empty_pair.init()
    return empty_pair
