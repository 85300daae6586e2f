"""Runs command lines through MLflow's own command line, all in one process: it takes seconds to start.

Reads {"commands": [[word, ...], ...], "folder": path}; prints one line of JSON with the answers, the run that it made
before the first command about it, the flags of the commands that cairn has too, the names of all commands, and
what `mlflow doctor` says.
"""

import getpass
import json
import sys

import click
import mlflow
from click.testing import CliRunner
from mlflow.cli import cli

NOUNS = {
    "experiments": ["create", "search", "get", "delete", "restore", "rename", "csv"],
    "runs": ["list", "delete", "restore", "describe", "create"],
    "artifacts": ["list", "download", "log-artifact", "log-artifacts"],
}
RUN = {
    "name": "full",
    "metrics": {"loss": "0.1", "acc": "1e-05", "n": "nan", "big": "1"},
    "params": {"lr": "0.1"},
    # What `runs create` says besides who made a run, and how.
    "tags": {
        "ä": "ö",
        "mlflow.user": getpass.getuser(),
        "mlflow.source.name": "cairn",
        "mlflow.source.type": "LOCAL",
    },
}


def new_run() -> str:
    client = mlflow.MlflowClient()
    run_id = client.create_run("1", run_name=RUN["name"], tags=RUN["tags"]).info.run_id
    for key, value in RUN["metrics"].items():
        client.log_metric(run_id, key, float(value))
    for key, value in RUN["params"].items():
        client.log_param(run_id, key, value)
    client.set_terminated(run_id)
    return run_id


def answer(words: list[str], filled: list[str]) -> dict:
    result = CliRunner().invoke(cli, filled, prog_name="mlflow")
    failed = result.exception is not None and not isinstance(result.exception, SystemExit)
    return {
        "words": words,
        "status": result.exit_code,
        "out": result.stdout,
        "err": result.stderr,
        "message": str(result.exception) if failed else "",
    }


def flags() -> dict[str, list[str]]:
    found = {}
    for noun, verbs in NOUNS.items():
        group = cli.get_command(click.Context(cli), noun)
        for verb in verbs:
            options = [p for p in group.commands[verb].params if isinstance(p, click.Option)]
            found[f"{noun} {verb}"] = [name for option in options for name in option.opts]
    for name in ("gc", "server", "doctor"):
        found[name] = [name for option in cli.get_command(click.Context(cli), name).params for name in option.opts]
    return found


def commands() -> list[str]:
    found = []
    for name in cli.list_commands(click.Context(cli)):
        found.append(name)
        group = cli.get_command(click.Context(cli), name)
        if name in {*NOUNS, "db"}:
            found += [f"{name} {verb}" for verb in group.commands]
    return found


def main() -> None:
    request = json.load(sys.stdin)
    run_id, answers = "", []
    for words in request["commands"]:
        if words[:2] == ["runs", "describe"]:
            run_id = new_run()
        filled = [word.format(run=run_id, folder=request["folder"]) for word in words]
        answers.append(answer(words, filled))
    doctor = answer(["doctor"], ["doctor"])["out"]
    print(json.dumps({"answers": answers, "run": RUN, "flags": flags(), "commands": commands(), "doctor": doctor}))


main()
