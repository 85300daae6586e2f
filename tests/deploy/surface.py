"""What `deploy/` may rely on: the flags and environment variables that the program itself tells of, and the settings of
the libraries behind it, which no help lists."""

import os
import re
import subprocess
from functools import cache
from pathlib import Path

import servers

DEPLOY = servers.ROOT / "deploy"

# libpq's and AWS's own, each with the page of docs/ that tells of it.
SETTINGS_OF_LIBRARIES = {
    "PGPASSWORD": "postgresql.md",
    "AWS_ACCESS_KEY_ID": "artifact-stores.md",
    "AWS_SECRET_ACCESS_KEY": "artifact-stores.md",
    "AWS_DEFAULT_REGION": "artifact-stores.md",
    "MLFLOW_S3_ENDPOINT_URL": "artifact-stores.md",
    "MLFLOW_WEBHOOK_SECRET_ENCRYPTION_KEY": "webhooks.md",
}


@cache
def help_of(*command: str) -> str:
    return servers.run_cairn(*command, "--help")


def has_flag(flag: str, *command: str) -> bool:
    return re.search(rf"(?<![-\w]){re.escape(flag)}(?![-\w])", help_of(*command)) is not None


def has_variable(name: str) -> bool:
    told = any(
        re.search(rf"\[env: {name}[;\]]", " ".join(help_of(command).split())) for command in ("server", "verify")
    )
    return told or (
        name in SETTINGS_OF_LIBRARIES and name in (servers.ROOT / "docs" / SETTINGS_OF_LIBRARIES[name]).read_text()
    )


def run(*command: str | Path, **settings) -> subprocess.CompletedProcess:
    return subprocess.run([str(word) for word in command], capture_output=True, text=True, timeout=120, **settings)


def assignments(path: Path, *, commented: bool = False) -> dict[str, str]:
    """The NAME=value lines of an environment file, with those that are commented out if wanted."""
    pattern = re.compile(r"^#?([A-Z][A-Z0-9_]*)=(.*)$" if commented else r"^([A-Z][A-Z0-9_]*)=(.*)$", re.MULTILINE)
    return dict(pattern.findall(path.read_text()))


def is_root() -> bool:
    return os.geteuid() == 0
