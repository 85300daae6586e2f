"""Help, reference and completion are made of the same tables as the parser."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"
ROOT = Path(__file__).resolve().parents[2]
UPDATE = os.environ.get("CAIRN_UPDATE_GOLDEN") == "1"  # writes what the program prints; read the difference


def assert_golden(name: str, text: str) -> None:
    file = GOLDEN / name
    if UPDATE:
        file.write_text(text)
    assert text == file.read_text(), f"CAIRN_UPDATE_GOLDEN=1 rewrites {file}"


@pytest.mark.parametrize("words", ["", "runs", "runs list", "runs plot", "models register", "artifacts download"])
def test_help_is_as_it_was(cairn, words):
    assert_golden(f"help-{words.replace(' ', '-') or 'root'}.txt", cairn(*words.split(), "--help", COLUMNS="100"))


def test_help_fits_narrow_terminals(cairn):
    text = cairn("runs", "list", "--help", COLUMNS="60")
    assert max(map(len, text.splitlines())) <= 60


def commands(reference: str) -> list[str]:
    return re.findall(r"^#{2,4} cairn (.+)$", reference, re.M)


def test_the_reference_is_what_the_program_writes(cairn):
    assert cairn("docs", "markdown") == (ROOT / "docs/cli.md").read_text(), "cairn docs markdown > docs/cli.md"


def test_every_command_has_an_example(cairn):
    reference = cairn("docs", "markdown")
    sections = re.split(r"^#{2,4} ", reference, flags=re.M)
    lacking = [s.splitlines()[0] for s in sections if "\n```\ncairn" in s and "```sh" not in s]
    assert lacking == []
    named = commands(reference)
    for noun, verbs in {
        "experiments": "create list search get rename delete restore csv export import",
        "runs": "list get describe search watch compare plot create log-metric log-param set-tag delete restore",
        "artifacts": "list download log-artifact log-artifacts",
        "models": "list get versions register alias stage tag download delete",
    }.items():
        assert {f"{noun} {verb}" for verb in verbs.split()} <= set(named)


def test_manual_pages(cairn, tmp_path):
    cairn("docs", "man", "--output-dir", tmp_path / "man")
    pages = {page.name for page in (tmp_path / "man").iterdir()}
    assert {"cairn.1", "cairn-runs.1", "cairn-server.1"} <= pages
    if shutil.which("man"):
        formatted = subprocess.run(
            ["man", "--warnings", "-l", tmp_path / "man/cairn-runs.1"], capture_output=True, text=True, env={"MANWIDTH": "80", "PATH": os.environ["PATH"]}
        )
        assert formatted.returncode == 0 and formatted.stderr == "" and "--experiment-name" in formatted.stdout


class TestCompletion:
    @pytest.mark.parametrize(
        ("words", "offered"),
        [
            (["ru"], ["runs"]),
            (["runs", "de"], ["delete", "describe"]),
            (["runs", "list", "--exp"], ["--experiment-id", "--experiment-name"]),
            (["experiments", "get", "--output", ""], ["json", "table"]),
            (["checko"], ["checkout"]),
        ],
    )
    def test_what_is_offered(self, cairn, words, offered):
        assert cairn("__complete", *words).split() == offered

    def test_bash_asks_the_program(self, cairn, binary, tmp_path):
        (tmp_path / "cairn").symlink_to(binary)
        script = f"""
            PATH={tmp_path}:$PATH
            eval "$(cairn completion bash)"
            COMP_WORDS=(cairn runs co) COMP_CWORD=2
            _cairn_complete
            echo "${{COMPREPLY[@]}}"
        """
        done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=True)
        assert done.stdout.strip() == "compare"

    @pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
    def test_the_scripts_are_well_formed(self, cairn, shell):
        script = cairn("completion", shell)
        if shutil.which(shell):
            subprocess.run([shell, "-n"], input=script, text=True, check=True)
        assert "__complete" in script
