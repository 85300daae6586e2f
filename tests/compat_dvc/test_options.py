"""Every option of every command that ours has, as dvc's own parser has it; and what the program answers about itself."""

import argparse
import re
import subprocess

import pytest
from dvc.cli.parser import get_main_parser

# Commands of dvc that this program does not have: pipelines, experiments, and what goes with them.
ABSENT = {
    "artifacts": "the model registry's",
    "daemon": "there is none",
    "dag": "pipelines",
    "dataset": "of services",
    "ds": "of services",
    "exp": "experiments",
    "experiments": "experiments",
    "import-db": "of databases",
    "metrics": "pipelines",
    "params": "pipelines",
    "plots": "pipelines",
    "queue": "experiments",
    "repro": "pipelines",
    "stage": "pipelines",
    "studio": "a service",
    "test-db": "of databases",
    "git-hook": "for hooks only; takes its options as words",
}

# Hidden options with which dvc's developers look into dvc.
DEVELOPERS = {
    "--cprofile", "--cprofile-dump", "--yappi", "--yappi-separate-threads", "--viztracer", "--viztracer-depth",
    "--viztracer-async", "--instrument", "--instrument-open", "--show-stack", "--ss", "--pdb",
}  # fmt: skip

# What ours has besides.
OURS = {"--cd", "--wait-for-lock", "--json"}


def commands(parser, path=()):
    below = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    if not below:
        yield " ".join(path), parser
        return
    for name, child in below[0].choices.items():
        yield from commands(child, (*path, name))


def theirs():
    return {name: parser for name, parser in commands(get_main_parser()) if name.split()[0] not in ABSENT}


def our_options(program, name):
    done = subprocess.run([*program, *name.split(), "--help"], capture_output=True, text=True)
    assert done.returncode == 0, (name, done)
    heads = [line[:30] for line in done.stdout.splitlines() if line.startswith("  -")]
    return {option for head in heads for option in re.findall(r"(?<![\w-])--?[A-Za-z][\w-]*", head)}


def test_options(empty_pair):
    wrong = {}
    for name, parser in theirs().items():
        expected = {option for action in parser._actions for option in action.option_strings} - DEVELOPERS
        found = our_options(empty_pair.cairn.program, name)
        if expected - found or found - expected - OURS:
            wrong[name] = {"lacking": sorted(expected - found), "more": sorted(found - expected - OURS)}
    assert not wrong


def test_flags_take_what_theirs_take(empty_pair):
    """Whether an option has a value: a script's next word must mean the same."""
    wrong = {}
    for name, parser in theirs().items():
        done = subprocess.run([*empty_pair.cairn.program, *name.split(), "--help"], capture_output=True, text=True)
        for action in parser._actions:
            long = [option for option in action.option_strings if option.startswith("--")]
            if not long or long[-1] in DEVELOPERS | {"--help"} or isinstance(action, argparse.BooleanOptionalAction):
                continue
            lines = [line for line in done.stdout.splitlines() if re.match(rf"  (-\w,)?{long[-1]}(\s|$)", line)]
            takes = bool(lines) and re.match(rf"  (-\w,)?{long[-1]} (TEXT|NUMBER|\[)", lines[0]) is not None
            if lines and takes != (action.nargs != 0):
                wrong[f"{name} {long[-1]}"] = lines[0]
    assert not wrong


def test_about_itself(empty_pair):
    """Without the list of commands, which is our own."""
    for words in (("--version",), ("-V",), ("-q", "--version"), ("-h",), ("--help",), (), ("-q",), ("nope",), ("nope", "-h"), ("push", "--nope")):
        theirs, ours = (repository.run(*words) for repository in empty_pair.both)
        assert ours.status == theirs.status, words
        if theirs.status == 0 and "ersion" not in words[-1] and words[-1] != "-V":
            assert ours.out.splitlines()[0] == theirs.out.splitlines()[0], words  # the usage
        elif theirs.status == 0:
            assert (ours.out, ours.err) == (theirs.out, theirs.err)
        else:
            assert ours.err.splitlines()[0].split("(choose")[0].strip() == theirs.err.splitlines()[0].split("(choose")[0].strip()
    for words in (("version",), ("doctor",)):
        theirs, ours = (repository.run(*words) for repository in empty_pair.both)
        assert ours.status == theirs.status == 0
        assert ours.out.splitlines()[0].split()[:3] == theirs.out.splitlines()[0].split()[:3]


@pytest.mark.parametrize("number", ["1e3", "1.5", "_1", "x", "1_000", " 7 ", "-1", "99999999999999999999"])
def test_numbers(empty_pair, number):
    theirs, ours = (repository.run("fetch", f"--max-size={number}") for repository in empty_pair.both)
    assert ours.status == theirs.status
    assert ours.err.splitlines()[:1] == theirs.err.splitlines()[:1]


@pytest.mark.parametrize("command", ["exp", "repro", "metrics"])
def test_what_is_not_there(empty_pair, command):
    outcome = empty_pair.cairn.run(command)
    assert outcome.status == 254 and command in outcome.err
