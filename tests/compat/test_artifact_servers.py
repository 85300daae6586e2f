"""Servers that serve artifacts alone, or none; clients that are slow."""

import socket
import subprocess
import time

import pytest
import requests

import servers

FILES = "/api/2.0/mlflow-artifacts/artifacts"


class TestArtifactsOnly:
    @pytest.fixture(scope="class")
    def server(self, tmp_path_factory):
        folder = tmp_path_factory.mktemp("artifacts-only")
        with servers.subject(folder, "--artifacts-only", tracking=False) as running:
            yield running

    def test_artifacts_are_served(self, server):
        assert requests.put(f"{server.url}{FILES}/a.txt", data=b"x", timeout=30).status_code == 200
        assert requests.get(f"{server.url}{FILES}/a.txt", timeout=30).content == b"x"
        assert requests.get(f"{server.url}{FILES}", timeout=30).json()["files"][0]["path"] == "a.txt"
        assert (server.served / "a.txt").read_bytes() == b"x"
        assert requests.get(f"{server.url}/version", timeout=30).text == "3.17.2"

    @pytest.mark.parametrize(
        ("method", "path"),
        [
            ("POST", "/api/2.0/mlflow/experiments/create"),
            ("GET", "/api/2.0/mlflow/experiments/search"),
            ("GET", "/ajax-api/2.0/mlflow/runs/get"),
            ("GET", "/api/2.0/mlflow/artifacts/list"),
            ("GET", "/api/2.0/mlflow/registered-models/search"),
            ("GET", "/get-artifact"),
        ],
    )
    def test_tracking_is_not(self, server, method, path):
        answer = requests.request(method, server.url + path, json={}, timeout=30)
        assert answer.status_code == 503
        assert answer.text == (
            f"Endpoint: {path} disabled due to the mlflow server running in `--artifacts-only` mode. "
            "To enable tracking server functionality, run `mlflow server` without `--artifacts-only`"
        )

    @pytest.mark.skipif(servers.AGAINST_MLFLOW, reason="cairn's words")
    def test_a_database_makes_no_sense(self):
        command = [servers.cairn_binary(), "server", "--artifacts-only", "--backend-store-uri", "sqlite:///x.db"]
        done = subprocess.run(command, capture_output=True, text=True, timeout=30)
        assert done.returncode != 0 and "--artifacts-only" in done.stderr


class TestNoServeArtifacts:
    @pytest.fixture(scope="class")
    def server(self, tmp_path_factory):
        with servers.subject(tmp_path_factory.mktemp("no-serve"), "--no-serve-artifacts") as running:
            yield running

    @pytest.mark.parametrize(
        ("method", "path", "rule"),
        [
            ("GET", FILES, FILES),
            ("DELETE", f"{FILES}/a", f"{FILES}/<path:artifact_path>"),
            ("POST", "/api/2.0/mlflow-artifacts/mpu/create/a", "/api/2.0/mlflow-artifacts/mpu/create/<path:artifact_path>"),
            ("GET", "/api/2.0/mlflow-artifacts/presigned/a", "/api/2.0/mlflow-artifacts/presigned/<path:artifact_path>"),
        ],
    )
    def test_the_proxy_is_not_there(self, server, method, path, rule):
        answer = requests.request(method, server.url + path, json={}, timeout=30)
        assert answer.status_code == 503
        assert answer.text == (
            f"Endpoint: {rule} disabled due to the mlflow server running with `--no-serve-artifacts`. "
            "To enable artifacts server functionality, run `mlflow server` with `--serve-artifacts`"
        )

    def test_nothing_goes_in_or_out(self, server):
        assert requests.put(f"{server.url}{FILES}/a", data=b"x", timeout=30).status_code == 503
        assert requests.get(f"{server.url}{FILES}/a", timeout=30).status_code == 503

    def test_the_rest_is(self, server):
        answer = requests.post(f"{server.url}/api/2.0/mlflow/experiments/search", json={"max_results": 1}, timeout=30)
        assert answer.status_code == 200


@pytest.mark.skipif(servers.AGAINST_MLFLOW, reason="answers all at once")
def test_a_long_list_comes_in_pages_for_who_asks(server):
    run = requests.post(f"{server.url}/api/2.0/mlflow/runs/create", json={"experiment_id": "0"}, timeout=30).json()
    run_id = run["run"]["info"]["run_id"]
    names = [f"{number:02}.txt" for number in range(25)]
    for name in names:
        query = {"run_uuid": run_id, "path": f"d/{name}"}
        upload = requests.post(f"{server.url}/ajax-api/2.0/mlflow/upload-artifact", params=query, data=b"x", timeout=30)
        assert upload.status_code == 200

    def page(**query):
        query = {"run_id": run_id, "path": "d"} | query
        return requests.get(f"{server.url}/api/2.0/mlflow/artifacts/list", params=query, timeout=30).json()

    assert [file["path"] for file in page()["files"]] == [f"d/{name}" for name in names]
    assert "next_page_token" not in page()
    seen, token = [], ""
    for size in (10, 10, 5):
        answer = page(max_results=10, page_token=token)
        assert len(answer["files"]) == size
        seen += [file["path"] for file in answer["files"]]
        token = answer.get("next_page_token")
    assert token is None and seen == [f"d/{name}" for name in names]
    assert page(max_results=0)["error_code"] == "INVALID_PARAMETER_VALUE"
    assert page(max_results=10, page_token="!!")["error_code"] == "INVALID_PARAMETER_VALUE"


@pytest.mark.skipif(servers.AGAINST_MLFLOW, reason="takes it minutes")
class TestSlowClients:
    """A client that crawls keeps nobody else waiting."""

    CLIENTS = 64

    @pytest.fixture(scope="class")
    def server(self, tmp_path_factory):
        with servers.subject(tmp_path_factory.mktemp("slow")) as running:
            yield running

    def _check_that_others_are_served(self, server):
        began = time.monotonic()
        search = requests.post(f"{server.url}/api/2.0/mlflow/experiments/search", json={"max_results": 1}, timeout=10)
        assert search.status_code == 200
        assert requests.put(f"{server.url}{FILES}/other.txt", data=b"x", timeout=10).status_code == 200
        assert requests.get(f"{server.url}{FILES}/other.txt", timeout=10).content == b"x"
        assert requests.get(f"{server.url}{FILES}", timeout=10).status_code == 200
        assert time.monotonic() - began < 2

    def test_uploading(self, server):
        uploads = []
        for number in range(self.CLIENTS):
            client = socket.create_connection(("127.0.0.1", server.port), timeout=30)
            head = f"PUT {FILES}/slow/{number} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 8\r\n\r\n"
            client.sendall(head.encode() + b"half")
            uploads.append(client)
        self._check_that_others_are_served(server)
        listing = requests.get(f"{server.url}{FILES}", params={"path": "slow"}, timeout=10).json()
        assert listing == {}, "what has not arrived is not there"
        for client in uploads:
            client.sendall(b"half")
        for number, client in enumerate(uploads):
            assert client.recv(1000).startswith(b"HTTP/1.1 200"), number
            assert (server.served / f"slow/{number}").read_bytes() == b"halfhalf"
            client.close()

    def test_downloading(self, server):
        size = 64 * 1024 * 1024
        (server.served / "large").write_bytes(bytes(size))
        downloads = []
        for _ in range(self.CLIENTS):
            client = socket.create_connection(("127.0.0.1", server.port), timeout=30)
            client.sendall(f"GET {FILES}/large HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode())
            downloads.append(client)
        self._check_that_others_are_served(server)
        received = 0
        while piece := downloads[0].recv(1024 * 1024):
            received += len(piece)
        assert received > size
        for client in downloads:
            client.close()
