"""A minimal client of MLflow's REST API over one kept connection."""

import http.client
import json
import time
from urllib.parse import urlencode

PREFIX = "/api/2.0/mlflow"

# Servers close idle connections (uvicorn after 5 s); one that has rested so long is opened anew.
MAX_REST_S = 1


class RequestFailed(Exception):
    def __init__(self, path: str, status: int, body: bytes):
        super().__init__(f"{path} answered {status}: {body[:200].decode(errors='replace')}")
        self.status = status


class Api:
    def __init__(self, port: int):
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=300)
        self._used = time.monotonic()

    def post(self, path: str, body: dict) -> dict:
        return json.loads(self.send("POST", path, body)[0])

    def get(self, path: str, **query) -> dict:
        return json.loads(self.send("GET", f"{path}?{urlencode(query, doseq=True)}")[0])

    def send(self, method: str, path: str, body: dict | None = None) -> tuple[bytes, float]:
        """The answer as it came, and the seconds from sending the request to its last byte."""
        payload = None if body is None else json.dumps(body)
        headers = {} if body is None else {"Content-Type": "application/json"}
        if time.monotonic() - self._used > MAX_REST_S:
            self._connection.close()
        started = time.perf_counter()
        self._connection.request(method, PREFIX + path, payload, headers)
        response = self._connection.getresponse()
        content = response.read()
        spent = time.perf_counter() - started
        self._used = time.monotonic()
        if response.status != 200:
            raise RequestFailed(path.partition("?")[0], response.status, content)
        return content, spent

    # What the measurements need, by name.

    def create_experiment(self, name: str) -> str:
        return self.post("/experiments/create", {"name": name})["experiment_id"]

    def create_run(self, experiment_id: str, start_time: int) -> str:
        run = self.post("/runs/create", {"experiment_id": experiment_id, "start_time": start_time})
        return run["run"]["info"]["run_id"]

    def log_batch(self, run_id: str, metrics: list[dict], params: list[dict] | None = None) -> None:
        self.post("/runs/log-batch", {"run_id": run_id, "metrics": metrics, "params": params or [], "tags": []})

    def count_points(self, run_id: str, key: str) -> int:
        query = urlencode({"run_id": run_id, "metric_key": key})
        return self.send("GET", f"/metrics/get-history?{query}")[0].count(b'"timestamp"')
