"""The real binary, run as a user would, and what tests fill a store with."""

import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

ENVIRONMENT = {
    "PATH": os.environ["PATH"],
    "HOME": "/nonexistent",
    "TZ": "UTC",
    "LC_ALL": "C.UTF-8",
    "MLFLOW_HTTP_REQUEST_MAX_RETRIES": "0",
}


@dataclass
class Program:
    """The binary under one of its names, in a folder, with a tracking URI."""

    path: Path
    folder: Path
    uri: str | None = None

    def environment(self, **more: str) -> dict[str, str]:
        named = {"MLFLOW_TRACKING_URI": self.uri} if self.uri else {}
        return ENVIRONMENT | named | more

    def run(self, *words: str, **more: str) -> subprocess.CompletedProcess:
        return subprocess.run(
            [self.path, *map(str, words)],
            cwd=self.folder,
            env=self.environment(**more),
            capture_output=True,
            text=True,
            timeout=60,
            stdin=subprocess.DEVNULL,
        )

    def __call__(self, *words: str, **more: str) -> str:
        """The output of a command that must succeed."""
        done = self.run(*words, **more)
        assert done.returncode == 0, f"{words}: {done.returncode}\n{done.stdout}{done.stderr}"
        return done.stdout

    def json(self, *words: str):
        return json.loads(self(*words, "--json"))

    def fails(self, *words: str, status: int = 1, **more: str) -> str:
        """The error of a command that must fail."""
        done = self.run(*words, **more)
        assert done.returncode == status, f"{words}: {done.returncode}\n{done.stdout}{done.stderr}"
        return done.stderr


def new_experiment(program: Program, name: str) -> str:
    return program.json("experiments", "create", "-n", name)["experiment_id"]


def new_run(program: Program, experiment_id: str, name: str, **metrics: float) -> str:
    run_id = json.loads(program("runs", "create", "--experiment-id", experiment_id, "--run-name", name))["run_id"]
    for key, value in metrics.items():
        program("runs", "log-metric", "--run-id", run_id, "--key", key, "--value", str(value))
    return run_id
