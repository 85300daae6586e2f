import pytest

import programs


@pytest.fixture(scope="session")
def probe():
    probe = programs.FormatProbe()
    yield probe
    probe.close()
