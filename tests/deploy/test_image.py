"""The root file system of the image, assembled as the Dockerfile does it, entered and used. No Docker runs here."""

import json
import os
import re
import shlex
import shutil
import subprocess
import time
from pathlib import Path

import pytest
import requests

import servers
import surface

FOLDER = surface.DEPLOY / "image"
DOCKERFILE = (FOLDER / "Dockerfile").read_text()
MOST_BYTES = 60 << 20

pytestmark = pytest.mark.skipif(not surface.is_root(), reason="only root can enter another root file system")


@pytest.fixture(scope="module")
def root(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("image") / "root"
    done = surface.run(FOLDER / "assemble_root.sh", servers.cairn_binary(), folder)
    assert done.returncode == 0, done.stderr
    yield folder
    shutil.rmtree(folder)


def instruction(name: str) -> str:
    (found,) = re.findall(rf"^{name} (.*)$", DOCKERFILE.rsplit("\nFROM ", 1)[1], re.MULTILINE)
    return found


def inside(root: Path, command: list[str], environment: dict[str, str]) -> subprocess.Popen:
    """Runs a command as a container would be run: as the image's user, nothing writable but its volume and /tmp."""
    user, folder = instruction("USER"), instruction("WORKDIR")
    script = f"""
        set -e
        mount --bind {root} {root}
        mount -o remount,bind,ro {root}
        mount -t tmpfs -o mode=1777 tmpfs {root}/tmp
        mount -t tmpfs -o uid={user.split(":")[0]},mode=0700 tmpfs {root}{folder}
        exec setpriv --no-new-privs chroot --userspec={user} --groups= {root} {shlex.join(command)}
    """
    if not os.path.ismount("/"):
        pytest.skip("in a chroot, what is mounted cannot be kept from the rest of the machine")
    # Each launcher becomes the next program: the process that is returned is the command itself.
    return subprocess.Popen(
        ["unshare", "--mount", "--propagation=private", "/bin/bash", "-c", script],
        env={"PATH": "/usr/sbin:/usr/bin"} | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


@pytest.fixture
def environment(root):
    given = dict(pair.split("=", 1) for pair in instruction("ENV").split())
    port = servers.free_port()
    return given | {
        "MLFLOW_PORT": str(port),
        "MLFLOW_TRACKING_URI": f"http://127.0.0.1:{port}",
        "MLFLOW_BACKEND_STORE_URI": f"sqlite:///{instruction('WORKDIR')}/mlflow.db",
        "MLFLOW_ARTIFACTS_DESTINATION": f"{instruction('WORKDIR')}/mlartifacts",
    }


def test_it_is_small(root):
    size = sum(path.lstat().st_size for path in root.rglob("*") if not path.is_dir())
    print(f"{size / (1 << 20):.1f} MiB")
    assert size < MOST_BYTES


def test_it_holds_no_shell_and_names_its_packages(root):
    assert [path.name for path in (root / "usr/bin").iterdir()] == ["cairn"]
    packages = [path.read_text() for path in (root / "var/lib/dpkg/status.d").iterdir()]
    assert any(text.startswith("Package: libssl3\n") for text in packages)
    assert any(text.startswith("Package: libc6\n") for text in packages)
    assert all("\nVersion: " in text for text in packages)


def test_it_serves_and_proves_itself(root, environment):
    entry = json.loads(instruction("ENTRYPOINT"))
    server = inside(root, entry + json.loads(instruction("CMD")), environment)
    try:
        url = environment["MLFLOW_TRACKING_URI"]
        deadline = time.monotonic() + 30
        while True:
            assert server.poll() is None, server.stdout.read()
            try:
                assert requests.get(f"{url}/health", timeout=5).text == "OK"
                break
            except requests.ConnectionError:
                assert time.monotonic() < deadline
                time.sleep(0.05)
        status = Path(f"/proc/{server.pid}/status").read_text()
        assert re.search(r"^Uid:\t10001\t10001\t10001\t10001$", status, re.MULTILINE)
        assert re.search(r"^NoNewPrivs:\t1$", status, re.MULTILINE)

        (check,) = re.findall(r"CMD (\[.*\])$", instruction("HEALTHCHECK"))
        for command in (json.loads(check), [*entry, "verify"]):
            done = inside(root, command, environment)
            output, _ = done.communicate(timeout=60)
            assert done.returncode == 0, output
    finally:
        server.terminate()
        server.wait(timeout=20)
