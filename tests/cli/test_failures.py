"""Ctrl-C, servers that die, folders that cannot be written, disks that are full: nothing half-made, and a word on why."""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time
from pathlib import Path

import pytest
from program import new_experiment, new_run

import servers

class DyingServer:
    """Answers about a run and its artifacts, but never gets to the end of one: stalls or dies in the middle."""

    def __init__(self, stalls: bool):
        self.stalls = stalls
        self.begun = threading.Event()
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._open = []
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            threading.Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _answer(self, connection: socket.socket) -> None:
        while head := connection.recv(65536):
            target = head.split(b" ")[1]
            if target.startswith(b"/api/2.0/mlflow/runs/get"):
                body = b'{"run":{"info":{"run_id":"r","artifact_uri":"mlflow-artifacts:/1/r/artifacts"}}}'
            elif b"?path=" in target:
                body = b'{"files":[{"path":"big.bin","is_dir":false,"file_size":1000000}]}'
            else:
                connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n" + b"x" * 300_000)
                self.begun.set()
                if self.stalls:
                    self._open.append(connection)
                    return
                break
            connection.sendall(
                b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body)
            )
        connection.close()

    def close(self) -> None:
        self._socket.close()
        for connection in self._open:
            connection.close()


@pytest.fixture(params=[False, True], ids=["dies", "stalls"])
def dying(request):
    server = DyingServer(stalls=request.param)
    yield server
    server.close()


def test_a_download_from_a_server_that_dies(cairn, dying):
    words = [cairn.path, "artifacts", "download", "-r", "r", "-a", "big.bin", "-d", cairn.folder / "got"]
    process = subprocess.Popen(
        words, env=cairn.environment() | {"MLFLOW_TRACKING_URI": dying.url}, stderr=subprocess.PIPE, text=True
    )
    if dying.stalls:  # then the user loses patience
        assert dying.begun.wait(20)
        time.sleep(0.2)
        process.send_signal(signal.SIGINT)
    _, error = process.communicate(timeout=30)
    assert process.returncode == (130 if dying.stalls else 1)
    assert ("Interrupted" if dying.stalls else "big.bin") in error
    assert list((cairn.folder / "got").iterdir()) == []


def test_an_upload_that_is_interrupted_leaves_nothing(cairn, tmp_path):
    with servers.cairn(tmp_path / "server", artifact_root="mlflow-artifacts:/") as server:
        cairn.uri = server.url
        run_id = new_run(cairn, new_experiment(cairn, "e"), "r")
        endless = tmp_path / "endless"
        with endless.open("wb") as file:
            file.truncate(1 << 40)
        words = [cairn.path, "artifacts", "log-artifact", "-r", run_id, "-l", endless]
        process = subprocess.Popen(words, env=cairn.environment(), stderr=subprocess.PIPE, text=True)
        deadline = time.monotonic() + 20
        while not any(path.is_file() and path.stat().st_size for path in server.served.rglob("*")):
            assert time.monotonic() < deadline and process.poll() is None
        process.send_signal(signal.SIGINT)
        _, error = process.communicate(timeout=30)
        assert process.returncode == 130 and "Interrupted" in error
        assert cairn.json("artifacts", "list", "-r", run_id) == []


def test_what_is_no_file_is_not_uploaded_as_an_empty_one(cairn):
    run_id = new_run(cairn, "0", "r")
    os.mkfifo(cairn.folder / "pipe")
    with open(os.open(cairn.folder / "pipe", os.O_RDWR), "rb"):
        error = cairn.fails("artifacts", "log-artifact", "-r", run_id, "-l", cairn.folder / "pipe")
    assert "is no file whose size is known" in error and cairn.json("artifacts", "list", "-r", run_id) == []


def test_a_server_that_goes_away_while_it_is_watched(cairn, tmp_path):
    with servers.cairn(tmp_path / "server") as server:
        cairn.uri = server.url
        cairn("experiments", "list")
    error = cairn.fails("runs", "list")
    assert "Connection refused" in error and "`cairn server` starts one" in error


@pytest.mark.parametrize("words", [["runs", "list", "--json"], ["experiments", "csv", "-x", "0"]])
def test_results_that_cannot_be_written(cairn, words):
    new_run(cairn, "0", "r")
    with open("/dev/full", "w") as full:
        done = subprocess.run([cairn.path, *words], env=cairn.environment(), stdout=full, stderr=subprocess.PIPE, text=True)
    assert done.returncode == 1 and "No space left on device" in done.stderr


@pytest.fixture
def small_disk(tmp_path):
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder], capture_output=True, text=True)
    if mounted.returncode != 0:
        pytest.skip(f"no disk can be mounted here: {mounted.stderr.strip()}")
    yield folder
    subprocess.run(["umount", folder], check=True)


def test_a_download_that_does_not_fit(cairn, small_disk):
    run_id = new_run(cairn, "0", "r")
    (cairn.folder / "big.bin").write_bytes(bytes(3 << 20))
    cairn("artifacts", "log-artifact", "-r", run_id, "-l", cairn.folder / "big.bin")
    error = cairn.fails("artifacts", "download", "-r", run_id, "-a", "big.bin", "-d", small_disk)
    assert "No space left on device" in error and "big.bin" in error
    assert list(small_disk.iterdir()) == []


def test_a_database_on_a_full_disk(cairn, small_disk):
    cairn.uri = f"sqlite:///{small_disk}/mlflow.db"
    error = cairn.fails("experiments", "create", "-n", "a")
    assert "full" in error


def as_nobody(*words) -> list:
    return ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", *words]


@pytest.fixture
def nobody():
    if os.geteuid() == 0 and shutil.which("setpriv") is None:
        pytest.skip("root may write everything, and there is no setpriv")
    return as_nobody if os.geteuid() == 0 else lambda *words: list(words)


@pytest.fixture
def open_folder(tmp_path_factory):
    """Which another user reaches too."""
    folder = tmp_path_factory.mktemp("open")
    for above in [folder, *folder.parents]:
        if above.is_relative_to(tempfile.gettempdir()) and above != Path(tempfile.gettempdir()):
            above.chmod(0o755)
    return folder


@pytest.fixture
def foreign(binary, open_folder, nobody, cairn):
    """A program run by somebody who may only read the folder."""
    shutil.copy(binary, open_folder / "cairn")
    environment = cairn.environment() | {"MLFLOW_TRACKING_URI": f"sqlite:///{open_folder}/mlflow.db"}

    def run(*words) -> subprocess.CompletedProcess:
        return subprocess.run(nobody(open_folder / "cairn", *words), env=environment, capture_output=True, text=True)

    return run


def test_a_folder_that_cannot_be_written(cairn, foreign, open_folder):
    new_run(cairn, "0", "r")
    shutil.copy(cairn.folder / "mlflow.db", open_folder / "mlflow.db")
    (open_folder / "mlflow.db").chmod(0o644)
    created = foreign("experiments", "create", "-n", "a")
    assert created.returncode == 1 and "who may write the file and its folder" in created.stderr
    report = foreign("doctor")
    assert report.returncode == 1 and "cannot be written by this user" in report.stdout


def test_the_database_of_somebody_elses_server_can_be_read(cairn, foreign, open_folder):
    with servers.cairn(open_folder) as server:
        cairn.uri = server.url
        run_id = new_run(cairn, "0", "r")
        for file in open_folder.glob("mlflow.db*"):
            file.chmod(0o644)
        listed = foreign("runs", "list", "--csv")
        assert run_id in listed.stdout, listed.stderr
        created = foreign("experiments", "create", "-n", "a")
        assert created.returncode == 1 and "open for reading only" in created.stderr


def test_a_csv_file_that_cannot_be_written(cairn):
    new_run(cairn, "0", "r")
    error = cairn.fails("experiments", "csv", "-x", "0", "-o", "no/such/folder.csv")
    assert "'no/such/folder.csv' cannot be written. Is the folder there" in error


@pytest.mark.parametrize(
    "words, said",
    [
        (["db", "check", "sqlite:///none.db"], ["There is no database file 'none.db'."]),
        (["db", "check", "postgresql://u:pw@127.0.0.1:1/x"], ["Connection refused", "psql takes the same"]),
        (["import", "mlflow", "none"], ["There is no folder 'none'."]),
        (["import", "mlflow", "http://127.0.0.1:1"], ["127.0.0.1:1", "Is a server running there?"]),
        (["import", "mlflow", "none.db", "--tracking-uri", "http://127.0.0.1:1"], ["none.db"]),
        (["experiments", "import", "--input-dir", "none"], ["is not the folder of an export"]),
        (["db", "restore", "none.db"], ["There is no backup 'none.db'."]),
        (["verify", "--wait", "-1"], ["at least 0 and 1"]),
    ],
)
def test_errors_have_one_shape_and_say_what_to_try(cairn, words, said):
    error = cairn.fails(*words)
    assert error.startswith("Error: ") and "pw@" not in error
    for text in said:
        assert text in error, error


def test_an_import_into_a_server_says_in_one_line_what_to_do(cairn, tmp_path):
    (tmp_path / "mlruns/1").mkdir(parents=True)
    (tmp_path / "mlruns/1/meta.yaml").write_text("experiment_id: '1'\nname: old\nlifecycle_stage: active\n")
    error = cairn.fails("import", "mlflow", "mlruns", "--tracking-uri", "http://127.0.0.1:1")
    assert error.count("\n") == 1 and "--backend-store-uri" in error and "http://127.0.0.1:1" in error


def test_verify_cleans_up_where_nobody_reads_on(cairn):
    running = subprocess.Popen(
        [cairn.path, "verify"], cwd=cairn.folder, env=cairn.environment(), stdout=subprocess.PIPE, text=True
    )
    assert any("created, found by id" in line for line in running.stdout)
    running.stdout.close()
    running.wait(60)
    left = cairn.json("experiments", "list", "--view", "active_only")
    assert [one["name"] for one in left] == ["Default"]
