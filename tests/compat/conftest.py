"""What the tests with the real MLflow client share: a server under test, and a client that talks to it."""

import os

# Before mlflow is imported. A server that fails should fail the test, not be asked again for minutes.
os.environ |= {
    "MLFLOW_DISABLE_TELEMETRY": "true",
    "DO_NOT_TRACK": "true",
    "MLFLOW_HTTP_REQUEST_MAX_RETRIES": "1",
    "MLFLOW_HTTP_REQUEST_TIMEOUT": "30",
}

import mlflow
import pytest

import servers
from postgres import Postgres


def pytest_sessionstart():
    if servers.AGAINST_MLFLOW:
        return
    try:
        servers.cairn_binary()
    except FileNotFoundError as missing:
        pytest.exit(str(missing), returncode=2)  # rather one complaint than one for each test


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    """One server for all client tests; each test has an experiment of its own."""
    with servers.subject(tmp_path_factory.mktemp("server")) as running:
        yield running


@pytest.fixture(scope="session")
def postgres():
    with Postgres() as running:
        yield running


def forget_experiment():
    """set_experiment() leaves the id in the environment and in the client, where whatever comes next would find it."""
    os.environ.pop("MLFLOW_EXPERIMENT_ID", None)
    mlflow.tracking.fluent._active_experiment_id = None


@pytest.fixture(autouse=True)
def no_experiment_of_another_test():
    forget_experiment()
    yield
    forget_experiment()


@pytest.fixture
def client(server):
    return mlflow.MlflowClient(server.url)


@pytest.fixture
def experiment(server, request):
    """The id of a new experiment, in which the fluent API works too."""
    mlflow.set_tracking_uri(server.url)
    yield mlflow.set_experiment(request.node.nodeid).experiment_id
    while mlflow.active_run():
        mlflow.end_run()
    mlflow.set_tracking_uri(None)


@pytest.fixture
def run_id(client, experiment):
    return client.create_run(experiment).info.run_id


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    running = item.funcargs.get("server") if hasattr(item, "funcargs") else None
    if report.failed and running is not None:
        report.sections.append(("the server's log", running.log_tail()))
    return report
