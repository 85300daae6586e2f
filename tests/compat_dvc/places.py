"""Places that remotes and URLs of data can mean, each a real server of its kind: what a test needs to know of one."""

import base64
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

    def welcome(self, home: Path):
        """What a user has in the home directory before the server lets anybody in."""

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

    def __enter__(self):
        self.store.__enter__()
        self._client = self.store.client()
        return self

    def __exit__(self, *what):
        self.store.__exit__(*what)

    def headers(self, key):
        return self._client.head_object(Bucket=stores.BUCKET, Key=key)

    def grants(self, key):
        return self._client.get_object_acl(Bucket=stores.BUCKET, Key=key)["Grants"]

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


def nginx(own: Path, server: str) -> list[str]:
    """The command of a web server with these directives, whose files are all in a folder of its own."""
    configuration = own / "nginx.conf"
    configuration.write_text(f"""
daemon off; worker_processes 1; pid {own}/pid; error_log {own}/errors;
{"user root;" if os.getuid() == 0 else ""}
events {{ worker_connections 512; }}
http {{
  access_log off; client_max_body_size 0; client_body_temp_path {own}/bodies;
  proxy_temp_path {own}/p; fastcgi_temp_path {own}/f; uwsgi_temp_path {own}/u; scgi_temp_path {own}/s;
  server {{
{server}
  }}
}}
""")
    return ["nginx", "-c", str(configuration), "-p", str(own), "-e", str(own / "errors")]


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
        return nginx(self._own, f"""
    listen 127.0.0.1:{self.port};
    root {self.folder};
    location / {{
      dav_methods PUT DELETE; create_full_put_path on;
      auth_basic "data"; auth_basic_user_file {self._own}/passwords;
    }}
    location /open/ {{ }}
""")

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

    def welcome(self, home):
        (home / ".ssh").mkdir(mode=0o700, exist_ok=True)
        (home / ".ssh/known_hosts").write_text(self.known_hosts())

    def make_key(self, name: str, passphrase: str = "") -> Path:
        """One more that the server lets in."""
        key = self._own / name
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", passphrase, "-f", key], check=True)
        with (self._own / "authorized").open("a") as authorized:
            authorized.write(Path(f"{key}.pub").read_text())
        return key

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


class PasswordSsh(FolderPlace):
    """asyncssh's server, which has users of its own and lets them in by password."""

    kind = "ssh"

    def command(self):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", self._own / "host"], check=True)
        script = f"""
import asyncio, asyncssh

class Server(asyncssh.SSHServer):
    def password_auth_supported(self):
        return True

    def validate_password(self, user, password):
        return (user, password) == ({USER!r}, {PASSWORD!r})

async def main():
    await asyncssh.listen("127.0.0.1", {self.port}, server_host_keys=[{str(self._own / "host")!r}], server_factory=Server, sftp_factory=True)
    await asyncio.Event().wait()

asyncio.run(main())
"""
        return [sys.executable, "-c", script]

    known_hosts, welcome, url = Ssh.known_hosts, Ssh.welcome, Ssh.url

    def options(self):
        return {"user": USER, "password": PASSWORD, "allow_agent": "false"}


class DigestWebdav(Webdav):
    """WsgiDAV again, which wants to be shown that the password is known without seeing it. To plain HTTP it is a web
    server that takes PUT where a folder is there."""

    def command(self):
        command = super().command()
        configuration = self._own / "wsgidav.json"
        text = configuration.read_text().replace('"accept_basic": true, "accept_digest": false, "default_to_digest": false', '"accept_basic": false, "accept_digest": true, "default_to_digest": true')
        configuration.write_text(text)
        return command


class TlsStore(FolderPlace):
    """nginx before an S3 server, with a certificate that nobody's authority gave."""

    kind = "s3"

    def __init__(self, folder: Path, behind: S3):
        super().__init__(folder)
        self.behind = behind
        self.certificate = str(folder / "own.pem")

    def command(self):
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
            + ["-keyout", self._own / "own.key", "-out", self.certificate, "-subj", "/CN=a store", "-addext", "subjectAltName=IP:127.0.0.1"],
            check=True, capture_output=True,
        )
        return nginx(self._own, f"""
    listen 127.0.0.1:{self.port} ssl;
    ssl_certificate {self.certificate}; ssl_certificate_key {self._own}/own.key;
    location / {{ proxy_pass {self.behind.store.url}; proxy_set_header Host $http_host; }}
""")

    def options(self):
        return self.behind.options() | {"endpointurl": f"https://127.0.0.1:{self.port}"}


class TlsFront(FolderPlace):
    """nginx before the WebDAV server `behind`: with a certificate of an authority of its own. Whoever comes needs one of
    that authority's (at /own/), the password's header (at /header/), or a token (at /token/)."""

    kind = "webdavs"
    TOKEN = "token-of-a-test"

    def __init__(self, folder: Path, behind: Webdav):
        super().__init__(folder)
        self.behind = behind

    def _make_certificates(self):
        def openssl(*arguments):
            subprocess.run(["openssl", *arguments], check=True, capture_output=True, cwd=self._own)

        new_key = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")
        openssl("req", "-x509", *new_key, "-keyout", "ca.key", "-out", "ca.pem", "-subj", "/CN=an authority", "-days", "2")
        (self._own / "names").write_text("subjectAltName=IP:127.0.0.1")
        for name in ("server", "client"):
            openssl("req", *new_key, "-keyout", f"{name}.key", "-out", f"{name}.request", "-subj", f"/CN={name}")
            openssl("x509", "-req", "-in", f"{name}.request", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-out", f"{name}.pem", "-days", "2", "-extfile", "names")

    def file(self, name: str) -> str:
        return str(self._own / name)

    def command(self):
        self._make_certificates()
        behind = f"127.0.0.1:{self.behind.port}"
        basic = base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
        doors = {
            "own": 'if ($ssl_client_verify != "SUCCESS") { return 403; }',
            "header": f'if ($http_x_password != "{PASSWORD}") {{ return 401; }}',
            "token": f'if ($http_authorization != "Bearer {self.TOKEN}") {{ return 401; }}',
        }
        locations = "".join(
            f"""
    location /{name}/ {{
      {check}
      set $target "";
      if ($http_destination ~ "^https?://[^/]+(/.*)$") {{ set $target "http://{behind}$1"; }}
      proxy_set_header Destination $target;
      proxy_set_header Authorization "Basic {basic}";
      proxy_pass http://{behind};
    }}"""
            for name, check in doors.items()
        )
        return nginx(self._own, f"""
    listen 127.0.0.1:{self.port} ssl;
    ssl_certificate {self._own}/server.pem; ssl_certificate_key {self._own}/server.key;
    ssl_client_certificate {self._own}/ca.pem; ssl_verify_client optional;{locations}
""")

    def url(self, name):
        return f"webdavs://127.0.0.1:{self.port}/{name}"

    def prepare(self, name):
        self.behind.prepare(name)

    def read(self, name):
        return self.behind.read(name)


KINDS = {
    "moto": lambda folder: S3(stores.Moto(folder), "moto"),
    "strict moto": lambda folder: S3(stores.StrictMoto(folder), "moto"),
    "s3rver": lambda folder: S3(stores.S3rver(folder), "s3rver"),
    "http": Http,
    "ssh": Ssh,
    "ssh with passwords": PasswordSsh,
    "webdav": Webdav,
    "webdav with digest": DigestWebdav,
}
