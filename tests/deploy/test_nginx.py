"""nginx in front of cairn, with the configuration of deploy/nginx: users with passwords, TLS, artifacts of any size."""

import os
import subprocess
import time
from pathlib import Path

import pytest
import requests

import servers
import surface

CONFIGURATION = surface.DEPLOY / "nginx" / "cairn.conf"
NAME = "mlflow.example.com"


class Nginx:
    def __init__(self, folder: Path, upstream: str):
        self.folder, self.port = folder, servers.free_port()
        self.url = f"https://localhost:{self.port}"
        self.certificate = folder / "certificate.pem"
        key, users = folder / "key.pem", folder / "users"
        surface.run(
            "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
            "-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME},DNS:localhost",
            "-keyout", key, "-out", self.certificate,
        )  # fmt: skip
        users.write_text("ada:{PLAIN}countess\n")
        text = CONFIGURATION.read_text()
        for theirs, ours in {
            "127.0.0.1:5000": upstream.removeprefix("http://"),
            "listen 443 ssl": f"listen 127.0.0.1:{self.port} ssl",
            f"/etc/ssl/certs/{NAME}.pem": str(self.certificate),
            f"/etc/ssl/private/{NAME}.key": str(key),
            "/etc/nginx/cairn-users": str(users),
        }.items():
            assert theirs in text
            text = text.replace(theirs, ours)
        self.main = folder / "nginx.conf"
        self.main.write_text(
            f"daemon off; pid {folder}/pid; error_log stderr; {'user root;' if surface.is_root() else ''}"
            f"events {{}} http {{ access_log off; client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;"
            f" fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;\n{text}\n}}\n"
        )

    def __enter__(self) -> "Nginx":
        self._process = subprocess.Popen(["nginx", "-c", self.main], stderr=subprocess.PIPE, text=True)
        deadline = time.monotonic() + 20
        while True:
            assert self._process.poll() is None, self._process.stderr.read()
            try:
                assert requests.get(f"{self.url}/health", verify=self.certificate, timeout=5).text == "OK"
                return self
            except requests.ConnectionError:
                assert time.monotonic() < deadline
                time.sleep(0.02)

    def __exit__(self, *_) -> None:
        self._process.terminate()
        self._process.wait(timeout=20)


@pytest.fixture(scope="module")
def nginx(tmp_path_factory):
    hosts = f"{NAME},{NAME}:*,localhost:*"
    with servers.cairn(
        tmp_path_factory.mktemp("server"), "--allowed-hosts", f"{hosts},127.0.0.1:*", artifact_root="mlflow-artifacts:/"
    ) as server:
        with Nginx(tmp_path_factory.mktemp("nginx"), server.url) as running:
            yield running


def verify(nginx: Nginx, **environment: str) -> subprocess.CompletedProcess:
    environment |= {"MLFLOW_TRACKING_URI": nginx.url, "MLFLOW_TRACKING_SERVER_CERT_PATH": str(nginx.certificate)}
    return surface.run(servers.cairn_binary(), "verify", env=os.environ | environment)


def test_who_has_a_password_may_do_everything(nginx):
    done = verify(nginx, MLFLOW_TRACKING_USERNAME="ada", MLFLOW_TRACKING_PASSWORD="countess")
    assert done.returncode == 0, done.stdout


def test_who_has_none_may_nothing_and_is_told_what_to_set(nginx):
    done = verify(nginx)
    assert done.returncode == 1
    assert "Set MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD" in done.stdout


def test_the_web_app_may_change_things_under_the_servers_name(nginx):
    """As a browser asks, whose page came from there."""

    def create(origin: str) -> int:
        return requests.post(
            f"{nginx.url}/ajax-api/2.0/mlflow/experiments/create",
            json={"name": origin},
            headers={"Host": NAME, "Origin": origin},
            auth=("ada", "countess"),
            verify=nginx.certificate,
            timeout=10,
        ).status_code

    assert create(f"https://{NAME}") == 200
    assert create("https://evil.example") == 403
