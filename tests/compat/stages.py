"""Where scenarios are played: each time on a server whose database is new."""

import hashlib
import json
import shutil
import tempfile
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path

from cryptography.fernet import Fernet

import servers
from conversation import Answer, Recording, Scenario, play
from postgres import Postgres


class FreshCairn:
    """A new process, a new folder and, where it is on PostgreSQL, a new database for every scenario."""

    def __init__(self, postgres: Postgres | None = None):
        self._postgres = postgres

    def play(self, scenario: Scenario) -> Recording:
        with tempfile.TemporaryDirectory(prefix="cairn-scenario-") as folder:
            server = servers.cairn(Path(folder), store_uri=self._postgres and self._postgres.new_store())
            # On PostgreSQL there is none in the folder: processes share it.
            server.environment["MLFLOW_WEBHOOK_SECRET_ENCRYPTION_KEY"] = Fernet.generate_key().decode()
            try:
                with server:
                    return play(server, scenario)
            except Exception as failure:
                failure.add_note(f"cairn's log:\n{server.log_tail()}")
                raise

    def close(self) -> None:
        pass


class RewoundMlflow:
    """One long-lived MLflow, started at the first need; its database is put back before every scenario."""

    def __init__(self):
        self._folder = Path(tempfile.mkdtemp(prefix="mlflow-scenario-"))
        self._server: servers.Server | None = None
        self._rewinder: servers.Rewinder | None = None

    def play(self, scenario: Scenario) -> Recording:
        if self._server is None:
            self._server = servers.mlflow(self._folder).start()
            self._rewinder = servers.Rewinder(self._server.database)
        self._rewinder.rewind()
        return play(self._server, scenario)

    def close(self) -> None:
        if self._server is not None:
            self._server.stop()
        shutil.rmtree(self._folder, ignore_errors=True)


class Remembered:
    """Keeps another stage's recordings, so that it is asked once; with a folder, also in a second run."""

    def __init__(self, stage: RewoundMlflow, folder: Path | None = None):
        self._stage = stage
        self._folder = folder
        self._played: dict[str, Recording] = {}
        if folder:
            folder.mkdir(parents=True, exist_ok=True)

    def play(self, scenario: Scenario) -> Recording:
        asked = repr(scenario)
        if asked not in self._played:
            self._played[asked] = self._stored(scenario) if self._folder else self._stage.play(scenario)
        return self._played[asked]

    def _stored(self, scenario: Scenario) -> Recording:
        key = hashlib.sha256(f"{version('mlflow')} {scenario!r}".encode()).hexdigest()
        file = self._folder / f"{key}.json"
        if not file.exists():
            file.write_text(json.dumps(asdict(self._stage.play(scenario))))
        stored = json.loads(file.read_text())
        stored["answers"] = [Answer(**answer) for answer in stored["answers"]]
        return Recording(**stored)

    def close(self) -> None:
        self._stage.close()
