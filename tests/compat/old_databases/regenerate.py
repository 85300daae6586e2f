"""Makes the dumps of this folder again: `python regenerate.py <folder for the environments> [release...]`.

Every release is installed into an environment of its own (a few hundred MB each) and writes its database itself.
Needed only when write_database.py changes or a release is added.
"""

import os
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent

# Where a release's own bounds let in packages that came later and broke it, those of its time.
RELEASES = {
    "2.9.2": ["sqlalchemy==2.0.23", "alembic==1.13.1"],
    "2.14.3": ["sqlalchemy==2.0.31", "alembic==1.13.2", "opentelemetry-sdk==1.30.0", "opentelemetry-api==1.30.0"],
    "3.1.4": ["sqlalchemy==2.0.44", "opentelemetry-sdk==1.30.0", "opentelemetry-api==1.30.0"],
    "3.5.1": ["sqlalchemy==2.0.44"],
    "3.10.1": [],
    "3.16.1": [],
}
# What the releases write depends on the machine; the dumps should not.
ENVIRONMENT = {"LOGNAME": "ann", "MLFLOW_DISABLE_TELEMETRY": "true", "DO_NOT_TRACK": "true"}
FOLDER_IN_DUMPS = "/srv/mlflow"


def python_of(release: str, environments: Path) -> Path:
    environment = environments / release
    python = environment / "bin/python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", environment], check=True)
        packages = [f"mlflow=={release}", "setuptools<80", *RELEASES[release]]
        subprocess.run([python, "-m", "pip", "install", "--quiet", *packages], check=True)
    return python


def dump(release: str, environments: Path) -> None:
    python = python_of(release, environments)
    with tempfile.TemporaryDirectory() as folder:
        script = HERE / "write_database.py"
        subprocess.run([python, script, folder], check=True, cwd=folder, env=os.environ | ENVIRONMENT)
        lines = sqlite3.connect(f"{folder}/mlflow.db").iterdump()
        text = "\n".join(lines).replace(folder, FOLDER_IN_DUMPS).replace(str(script), "train.py")
    (HERE / f"mlflow-{release}.sql").write_text(text + "\n")


def main(environments: str, *releases: str) -> None:
    for release in releases or RELEASES:
        dump(release, Path(environments).absolute())


if __name__ == "__main__":
    main(*sys.argv[1:])
