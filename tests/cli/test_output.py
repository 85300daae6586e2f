"""Tables on terminals of any width and in pipes; what is wrong on the command line."""

import csv
import io
import json
import shutil
import subprocess
import time

import pytest
from program import new_experiment, new_run

NAME = "a name that is so long that it takes more room than all the other columns of the table together"


@pytest.fixture
def filled(cairn):
    experiment = new_experiment(cairn, NAME)
    new_run(cairn, experiment, NAME, loss=0.123456789)
    return cairn


class Terminal:
    """A real one, in which the program runs."""

    def __init__(self, program, width: int, height: int):
        self._socket = str(program.folder / "tmux")
        self._environment = program.environment(TERM="screen")
        self._tmux("-f", "/dev/null", "new-session", "-d", "-x", str(width), "-y", str(height), "sh")

    def _tmux(self, *words: str) -> str:
        command = ["tmux", "-u", "-S", self._socket, *words]
        return subprocess.run(command, env=self._environment, capture_output=True, text=True, check=True).stdout

    def type(self, text: str) -> None:
        self._tmux("send-keys", text, "Enter")

    def interrupt(self) -> None:
        self._tmux("send-keys", "C-c")

    def wait_for(self, text: str) -> str:
        deadline = time.monotonic() + 20
        while text not in (screen := self._tmux("capture-pane", "-p")):
            assert time.monotonic() < deadline, f"{text!r} did not show up:\n{screen}"
            time.sleep(0.05)
        return screen

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._tmux("kill-server")


needs_tmux = pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")


@needs_tmux
@pytest.mark.parametrize("width", [60, 100, 250])
def test_tables_fit_the_terminal(filled, width):
    with Terminal(filled, width, 20) as terminal:
        terminal.type(f"clear; {filled.path} runs list; echo done-$?")
        lines = terminal.wait_for("done-0").splitlines()
    rows = [line for line in lines if "FINISHED" in line]
    assert len(rows) == 1, lines  # nothing was wrapped
    assert ("…" in rows[0]) == (width < 250)
    assert ("0.123457" in rows[0]) == (width >= 100)


@needs_tmux
def test_watch_is_a_screen_of_its_own(filled):
    created = filled("runs", "create", "--experiment-name", NAME, "--run-name", "busy", "--status", "running")
    run_id = json.loads(created)["run_id"]
    with Terminal(filled, 100, 24) as terminal:
        terminal.type(f"echo before; {filled.path} runs watch --interval 1; echo done-$?")
        terminal.wait_for("busy")
        for step, value in enumerate([1, 4, 8]):
            filled("runs", "log-metric", "-r", run_id, "--key", "loss", "--value", str(value), "--step", str(step))
        terminal.wait_for("▁▄█")
        terminal.interrupt()
        screen = terminal.wait_for("done-0")
    assert "before" in screen and "▁" not in screen


def test_a_pipe_gets_plain_text_whole(filled):
    text = filled("runs", "list", COLUMNS="40")
    assert "\x1b" not in text and "…" not in text and NAME in text


def test_csv_and_json_are_whole(filled):
    row = next(csv.DictReader(io.StringIO(filled("runs", "list", "--csv"))))
    assert (row["run_name"], row["metrics.loss"]) == (NAME, "0.123456789")
    run = filled.json("runs", "list")[0]
    assert run["data"]["metrics"][0]["value"] == 0.123456789
    assert "exclude each other" in filled.fails("runs", "list", "--csv", "--json", status=2)


def test_names_cannot_steer_the_terminal(cairn):
    new_experiment(cairn, "evil\x1b]0;title\x07\nname")
    text = cairn("experiments", "list")
    assert "\x1b" not in text and "\x07" not in text and "evil ]0;title  name" in text
    rows = csv.DictReader(io.StringIO(cairn("experiments", "list", "--csv")))
    assert "evil\x1b]0;title\x07\nname" in [row["name"] for row in rows]


def test_a_reader_that_has_enough_is_no_error(filled):
    done = subprocess.run(
        f"{filled.path} runs list --json | head -c 1", shell=True, env=filled.environment(), capture_output=True, text=True
    )
    assert (done.stdout, done.stderr) == ("[", "")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["expermients", "list"], "No such command 'expermients'. Did you mean 'experiments'?"),
        (["chekout"], "No such command 'chekout'. Did you mean 'checkout'?"),
        (["runs", "lst"], "No such command 'lst'. Did you mean 'list'?"),
        (["runs", "list", "--experimnt-id", "1"], "No such option '--experimnt-id'. Did you mean '--experiment-id'?"),
        (["runs", "get"], "Missing option '--run-id' / '-r'."),
        (["runs", "list", "--max-results", "many"], "Invalid value for '--max-results': 'many' is not a valid integer."),
        (["runs", "list", "extra"], "Got unexpected extra argument (extra)"),
        (["models", "get"], "Missing argument 'name'."),
        (["experiments", "get", "--output", "xml"], "'xml' is not one of 'json', 'table'."),
        (["runs", "log-metric", "-r", "x", "-k", "y", "--value", "z"], "Invalid value for '--value': 'z' is not a valid float."),
        (["runs", "create"], "Must specify exactly one of --experiment-id or --experiment-name."),
        (["runs", "list", "--max-results"], "Option '--max-results' requires an argument."),
    ],
)
def test_misuse_says_what_was_meant(cairn, words, says):
    assert says in cairn.fails(*words, status=2)


@pytest.mark.parametrize(
    ("uri", "says"),
    [
        ("http://127.0.0.1:1", "`cairn server` starts one"),
        ("nowhere", "neither a URI"),
        ("./mlruns", "cairn import mlflow ./mlruns"),
        ("gopher://x", "sqlite:///"),
    ],
)
def test_a_store_that_is_none_says_what_to_try(cairn, uri, says):
    assert says in cairn.fails("experiments", "list", "--tracking-uri", uri)
