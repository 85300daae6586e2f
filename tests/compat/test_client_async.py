"""Logging that does not wait for the server."""

import threading

import mlflow
import pytest
from mlflow.entities import Metric, Param, RunTag


@pytest.fixture
def async_logging():
    mlflow.config.enable_async_logging(True)
    yield
    mlflow.config.enable_async_logging(False)


def test_calls_that_return_at_once(experiment):
    with mlflow.start_run() as active:
        operations = [mlflow.log_metric("m", step, step=step, synchronous=False) for step in range(200)]
        operations.append(mlflow.log_params({"a": 1, "b": 2}, synchronous=False))
        operations.append(mlflow.set_tags({"t": "1"}, synchronous=False))
        for operation in operations:
            operation.wait()
    run = mlflow.get_run(active.info.run_id)
    assert run.data.metrics == {"m": 199}
    assert run.data.params == {"a": "1", "b": "2"}
    assert run.data.tags["t"] == "1"
    assert len(mlflow.MlflowClient().get_metric_history(active.info.run_id, "m")) == 200


def test_async_logging_switched_on(experiment, async_logging):
    with mlflow.start_run() as active:
        for step in range(300):
            mlflow.log_metric("m", step / 2, step=step)
        mlflow.log_param("p", "v")
        mlflow.flush_async_logging()
        assert mlflow.get_run(active.info.run_id).data.metrics == {"m": 149.5}
    history = mlflow.MlflowClient().get_metric_history(active.info.run_id, "m")
    assert [(point.step, point.value) for point in history] == [(step, step / 2) for step in range(300)]


def test_batches_of_the_client(client, run_id):
    operations = [
        client.log_batch(
            run_id,
            metrics=[Metric(f"m{part}", n, n, n) for n in range(500)],
            params=[Param(f"p{part}", "1")],
            tags=[RunTag(f"t{part}", "1")],
            synchronous=False,
        )
        for part in range(4)
    ]
    for operation in operations:
        operation.wait()
    run = client.get_run(run_id)
    assert run.data.metrics == {f"m{part}": 499 for part in range(4)}
    assert len(run.data.params) == 4


def test_many_threads_at_once(client, run_id):
    failures = []
    client.set_tag(run_id, "shared", "")  # threads that race to make one tag are an error to MLflow, once in a while

    def log(thread):
        try:
            for step in range(30):
                client.log_metric(run_id, f"m{thread}", step, step=step)
                client.set_tag(run_id, "shared", f"{thread} {step}")
            client.log_param(run_id, f"p{thread}", thread)
        except Exception as failure:
            failures.append(failure)

    threads = [threading.Thread(target=log, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures
    run = client.get_run(run_id)
    assert run.data.metrics == {f"m{number}": 29 for number in range(8)}
    assert run.data.params == {f"p{number}": str(number) for number in range(8)}
    assert all(len(client.get_metric_history(run_id, f"m{number}")) == 30 for number in range(8))
