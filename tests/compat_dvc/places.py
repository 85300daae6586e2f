"""Places that remotes and URLs of data can mean, each a real server of its kind: what a test needs to know of one."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import stores
from servers import free_port

USER, PASSWORD = "user", "pass word"


class Place:
    """A running server, and files in it. `name` is a folder of a test's own."""

    kind: str
    lists = True  # whether the server tells what it holds

    def url(self, name: str) -> str:
        raise NotImplementedError

    def options(self) -> dict[str, str]:
        """Of a remote's configuration."""
        return {}

    def environment(self) -> dict[str, str]:
        """For commands that take a URL, which nothing is configured for."""
        return {}

    def prepare(self, name: str):
        """dvc makes no folder on a WebDAV server for itself."""

    def read(self, name: str) -> dict[str, bytes]:
        raise NotImplementedError

    def write(self, name: str, path: str, content: bytes):
        raise NotImplementedError

    def remove(self, name: str, path: str):
        raise NotImplementedError


class S3(Place):
    def __init__(self, store: stores.Store, kind: str):
        self.store = store
        self.kind = kind
        self._client = store.client()

    def url(self, name):
        return f"s3://{stores.BUCKET}/{name}"

    def options(self):
        return {
            "endpointurl": self.store.url,
            "access_key_id": self.store.access_key,
            "secret_access_key": self.store.secret_key,
            "region": "us-east-1",
        }

    def environment(self):
        return self.store.environment | {"AWS_ENDPOINT_URL": self.store.url}

    def read(self, name):
        keys = self.store.keys(name + "/")
        return {key.removeprefix(name + "/"): self._client.get_object(Bucket=stores.BUCKET, Key=key)["Body"].read() for key in keys}

    def write(self, name, path, content):
        self._client.put_object(Bucket=stores.BUCKET, Key=f"{name}/{path}", Body=content)

    def remove(self, name, path):
        self._client.delete_object(Bucket=stores.BUCKET, Key=f"{name}/{path}")


class FolderPlace(Place):
    """A server that serves a folder of this machine."""

    def __init__(self, folder: Path):
        self.folder = folder / "served"
        self.folder.mkdir(parents=True)
        self.port = free_port()
        self._own = folder
        self._process: subprocess.Popen | None = None

    def command(self) -> list[str]:
        raise NotImplementedError

    def __enter__(self):
        with (self._own / "server.log").open("wb") as log:
            self._process = subprocess.Popen(self.command(), stdout=log, stderr=subprocess.STDOUT, start_new_session=True)
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline and self._process.poll() is None:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return self
            time.sleep(0.02)
        self.__exit__()
        raise RuntimeError(f"the server did not start:\n{(self._own / 'server.log').read_text()}")

    def __exit__(self, *_):
        try:
            os.killpg(self._process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        self._process.wait()

    def read(self, name):
        base = self.folder / name
        return {str(path.relative_to(base)): path.read_bytes() for path in base.rglob("*") if path.is_file()}

    def write(self, name, path, content):
        target = self.folder / name / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.unlink(missing_ok=True)
        target.write_bytes(content)

    def remove(self, name, path):
        (self.folder / name / path).unlink()


class Http(FolderPlace):
    """nginx, which takes PUT, and wants a password for it."""

    kind = "http"
    lists = False

    def command(self):
        hashed = subprocess.run(["openssl", "passwd", "-apr1", PASSWORD], check=True, capture_output=True, text=True).stdout
        (self._own / "passwords").write_text(f"{USER}:{hashed}")
        self.folder.chmod(0o777)
        for parent in self.folder.parents:
            if os.stat(parent).st_uid == os.getuid() and parent != Path("/"):
                parent.chmod(parent.stat().st_mode | 0o011)
        configuration = self._own / "nginx.conf"
        configuration.write_text(f"""
daemon off; worker_processes 1; pid {self._own}/pid; error_log {self._own}/errors;
{"user root;" if os.getuid() == 0 else ""}
events {{ worker_connections 512; }}
http {{
  access_log off; client_max_body_size 0; client_body_temp_path {self._own}/bodies;
  proxy_temp_path {self._own}/p; fastcgi_temp_path {self._own}/f; uwsgi_temp_path {self._own}/u; scgi_temp_path {self._own}/s;
  server {{
    listen 127.0.0.1:{self.port};
    root {self.folder};
    location / {{
      dav_methods PUT DELETE; create_full_put_path on;
      auth_basic "data"; auth_basic_user_file {self._own}/passwords;
    }}
    location /open/ {{ }}
  }}
}}
""")
        return ["nginx", "-c", str(configuration), "-p", str(self._own), "-e", str(self._own / "errors")]

    def url(self, name):
        return f"http://127.0.0.1:{self.port}/{name}"

    def options(self):
        return {"auth": "basic", "user": USER, "password": PASSWORD, "method": "PUT"}


class Ssh(FolderPlace):
    """OpenSSH's own server, with keys that are thrown away afterwards."""

    kind = "ssh"

    def command(self):
        for name in ("host", "user"):
            subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", self._own / name], check=True)
        shutil.copy(self._own / "user.pub", self._own / "authorized")
        Path("/run/sshd").mkdir(exist_ok=True)
        configuration = self._own / "sshd_config"
        configuration.write_text(f"""
Port {self.port}
ListenAddress 127.0.0.1
HostKey {self._own}/host
AuthorizedKeysFile {self._own}/authorized
PidFile {self._own}/pid
StrictModes no
UsePAM no
PasswordAuthentication no
MaxStartups 100
Subsystem sftp internal-sftp
""")
        return ["/usr/sbin/sshd", "-D", "-e", "-f", str(configuration)]

    def known_hosts(self) -> str:
        return f"[127.0.0.1]:{self.port} {(self._own / 'host.pub').read_text()}"

    def url(self, name):
        return f"ssh://127.0.0.1:{self.port}{self.folder}/{name}"

    def options(self):
        return {"keyfile": str(self._own / "user"), "user": os.environ.get("USER", "root"), "allow_agent": "false"}


class Webdav(FolderPlace):
    """WsgiDAV on cheroot."""

    kind = "webdav"

    def prepare(self, name):
        (self.folder / name).mkdir(parents=True, exist_ok=True)

    def command(self):
        configuration = self._own / "wsgidav.json"
        configuration.write_text(f"""{{
  "host": "127.0.0.1", "port": {self.port}, "provider_mapping": {{"/": "{self.folder}"}},
  "simple_dc": {{"user_mapping": {{"*": {{"{USER}": {{"password": "{PASSWORD}"}}}}}}}},
  "http_authenticator": {{"accept_basic": true, "accept_digest": false, "default_to_digest": false}},
  "logging": {{"enable": false}}
}}""")
        return [sys.executable, "-m", "wsgidav.server.server_cli", "--config", str(configuration), "-q"]

    def url(self, name):
        return f"webdav://127.0.0.1:{self.port}/{name}"

    def options(self):
        return {"user": USER, "password": PASSWORD}
