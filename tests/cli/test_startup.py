"""What every start costs, and the libraries that only some commands need: loaded by those, missed with a clear word."""

import os
import subprocess

import pytest
from program import new_experiment, new_run

LOADED_WHEN_NEEDED = ["libarchive", "libcurl", "libpq", "libssh"]
MOST_SECONDS = 0.010


@pytest.fixture
def repository(cairn):
    subprocess.run(["git", "init", "-q"], cwd=cairn.folder, check=True)
    cairn("init")
    return cairn


@pytest.mark.parametrize("words", [["--version"], ["--help"], ["runs", "--help"], ["status"], ["root"]], ids=" ".join)
def test_a_start_takes_less_than_ten_milliseconds(repository, words):
    """Of a processor, so that it holds on a busy machine too; the quickest of several, the first ones warm caches."""

    def seconds() -> float:
        begun = subprocess.Popen(
            [repository.path, *words], cwd=repository.folder, env=repository.environment(), stdout=subprocess.DEVNULL
        )
        _, _, used = os.wait4(begun.pid, 0)
        begun.returncode = 0  # it has been waited for
        return used.ru_utime + used.ru_stime

    assert 0 < min(seconds() for _ in range(30)) < MOST_SECONDS


def test_no_start_loads_what_few_commands_need(binary):
    linked = subprocess.run(["ldd", binary], capture_output=True, text=True, check=True).stdout
    assert "libsqlite3" in linked
    assert [name for name in LOADED_WHEN_NEEDED if f"{name}." in linked] == []


@pytest.fixture
def without(tmp_path):
    """A folder for LD_LIBRARY_PATH where a library is no library: as if it were not installed."""

    def make(library: str) -> str:
        folder = tmp_path / "libraries"
        folder.mkdir()
        (folder / library).write_text("no library" * 100)
        return str(folder)

    return make


def in_a_folder(cairn) -> list[str]:
    experiment = new_experiment(cairn, "packed")
    new_run(cairn, experiment, "run")
    return ["experiments", "export", "--experiment-id", experiment, "--output-dir", "packed.tar.zst"]


def on_another_machine(cairn) -> list[str]:
    subprocess.run(["git", "init", "-q"], cwd=cairn.folder, check=True)
    cairn("init")
    cairn("remote", "add", "-d", "far", "ssh://nobody@127.0.0.1/data")
    (cairn.folder / "data.txt").write_text("data")
    cairn("add", "data.txt")
    return ["push"]


@pytest.mark.parametrize(
    "library, package, command",
    [
        ("libpq.so.5", "libpq5", lambda _: ["runs", "list", "--tracking-uri", "postgresql://127.0.0.1/mlflow"]),
        ("libcurl.so.4", "libcurl4", lambda _: ["runs", "list", "--tracking-uri", "http://127.0.0.1:1"]),
        ("libarchive.so.13", "libarchive13", in_a_folder),
        ("libssh.so.4", "libssh-4", on_another_machine),
    ],
)
def test_a_library_that_is_not_installed_is_named(cairn, without, library, package, command):
    words = command(cairn)
    done = cairn.run(*words, LD_LIBRARY_PATH=without(library))
    assert done.returncode not in (0, 2) and done.returncode > 0
    assert f"{library} is needed for that and cannot be loaded" in done.stderr
    assert f"apt-get install {package}" in done.stderr
    assert "terminat" not in done.stderr
