"""Files to and from a server, by curl; and nginx, as what a plain file server makes of the same machine."""

import os
import socket
import statistics
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.systems import System

FILE_MIB = 256
SMALL_FILES = 2_000
SMALL_BYTES = 4_096
CONNECTIONS = 8
PREFIX = "/api/2.0/mlflow-artifacts/artifacts/"

NGINX = """
daemon off;
user root;
pid {folder}/nginx.pid;
error_log {folder}/nginx.log;
events {{ }}
http {{
  access_log off;
  sendfile on;
  default_type application/octet-stream;
  client_max_body_size 0;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  server {{
    listen 127.0.0.1:{port};
    root {folder}/files;
    dav_methods PUT DELETE;
    create_full_put_path on;
  }}
}}
"""


def upload_rate(base: str, folder: Path, times: int) -> float:
    """MB/s, the median; each to a name of its own."""
    file = _file(folder / "sent.bin", FILE_MIB * 2**20)

    def once(number: int) -> float:
        url = f"{base}large/{number}.bin"
        rate = float(_curl("-T", str(file), "-o", "/dev/null", "-w", "%{speed_upload}", url))
        _curl("-X", "DELETE", "-o", "/dev/null", url)
        return rate

    return statistics.median(map(once, range(times))) / 1e6


def download_rate(base: str, folder: Path, times: int) -> float:
    url = f"{base}large/read.bin"
    _curl("-T", str(_file(folder / "sent.bin", FILE_MIB * 2**20)), "-o", "/dev/null", url)
    rates = [float(_curl("-o", "/dev/null", "-w", "%{speed_download}", url)) for _ in range(times)]
    _curl("-X", "DELETE", "-o", "/dev/null", url)
    return statistics.median(rates) / 1e6


def small_uploads_a_second(base: str, folder: Path) -> float:
    file = _file(folder / "small.bin", SMALL_BYTES)
    list_of_uploads = folder / "uploads.curl"
    list_of_uploads.write_text(
        "".join(
            f'upload-file = "{file}"\nurl = "{base}small/{n % 20}/{n}.bin"\noutput = "/dev/null"\n'
            for n in range(SMALL_FILES)
        )
    )
    began = time.perf_counter()
    _curl("--parallel", "--parallel-max", str(CONNECTIONS), "--config", str(list_of_uploads))
    return SMALL_FILES / (time.perf_counter() - began)


def peak_memory_mib(system: System, work: Callable[[], object]) -> float:
    """The most that the server held while `work` went on."""
    peak = system.memory_mib()
    done = threading.Event()

    def watch() -> None:
        nonlocal peak
        while not done.wait(0.02):
            peak = max(peak, system.memory_mib())

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        work()
    finally:
        done.set()
        watcher.join()
    return peak


@contextmanager
def nginx(folder: Path) -> Iterator[str]:
    """A running one; its address."""
    folder = folder.resolve() / "nginx"
    (folder / "files").mkdir(parents=True, exist_ok=True)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    settings = folder / "nginx.conf"
    settings.write_text(NGINX.format(folder=folder, port=port))
    with (folder / "nginx.log").open("ab") as log:
        process = subprocess.Popen(["/usr/sbin/nginx", "-c", str(settings)], stderr=log)
    try:
        _wait_for(port, process)
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.wait()


def _wait_for(port: int, process: subprocess.Popen) -> None:
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.02)
    raise RuntimeError("nginx did not start")


def _file(path: Path, size: int) -> Path:
    if not path.exists():
        with path.open("wb") as out:
            for start in range(0, size, 2**20):
                out.write(os.urandom(min(2**20, size - start)))
    return path


def _curl(*arguments: str) -> str:
    # Without the wait for "100 Continue", which some servers never send.
    command = ["curl", "--silent", "--show-error", "--fail", "--header", "Expect:", *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
