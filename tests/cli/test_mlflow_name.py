"""By the name `mlflow`, the program is compared with MLflow's own command line on the same database."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from program import ENVIRONMENT, Program

# In the order of the table; {run} is a run with everything, {folder} the test's.
COMMANDS = [
    ["experiments", "search"],
    ["experiments", "create", "-n", "iris", "-l", "{folder}/artifacts"],
    ["experiments", "create"],
    ["experiments", "search", "--view", "all"],
    ["experiments", "search", "--max-results", "1"],
    ["experiments", "get", "-x", "1"],
    ["experiments", "get", "-n", "iris", "--output", "json"],
    ["experiments", "get"],
    ["experiments", "get", "-x", "1", "-n", "iris"],
    ["experiments", "search", "--max-results", "abc"],
    ["experiments", "search", "--max-results", "-1"],
    ["experiments", "search", "--max-results"],
    ["experiments", "serch"],
    ["experiments", "search", "--vew", "all"],
    ["experiments", "search", "extra"],
    ["experiments", "get", "-x", "77"],
    ["experiments", "get", "-n", "nope"],
    ["experiments", "rename", "-x", "1", "--new-name", "iris 2"],
    ["experiments", "delete", "-x", "1"],
    ["experiments", "search", "--view", "deleted_only"],
    ["experiments", "restore", "-x", "1"],
    ["runs", "list"],
    ["runs", "list", "--experiment-id", "0"],
    ["runs", "list", "--experiment-id", "1"],
    ["runs", "describe", "--run-id", "{run}"],
    ["runs", "delete", "--run-id", "{run}"],
    ["runs", "list", "--experiment-id", "1", "-v", "deleted_only"],
    ["runs", "restore", "--run-id", "{run}"],
    ["runs", "delete", "--run-id", "nope"],
    ["runs", "create"],
    ["runs", "create", "--experiment-id", "1", "-t", "abc"],
    ["runs", "create", "--experiment-id", "1", "-t", "a=b", "-t", "a=c"],
    ["artifacts", "list", "-r", "{run}"],
    ["artifacts", "log-artifact", "-r", "{run}", "-l", "{folder}/file.txt", "-a", "sub/dir"],
    ["artifacts", "log-artifacts", "-r", "{run}", "-l", "{folder}/tree"],
    ["artifacts", "list", "-r", "{run}"],
    ["artifacts", "list", "-r", "{run}", "-a", "sub"],
    ["artifacts", "list", "-r", "{run}", "-a", "nothing"],
    ["artifacts", "download", "-r", "{run}", "-d", "{folder}/all"],
    ["artifacts", "download", "-r", "{run}", "-a", "sub", "-d", "{folder}/part"],
    ["artifacts", "download", "-u", "runs:/{run}/sub/dir/file.txt", "-d", "{folder}/one"],
    ["artifacts", "download", "-r", "{run}", "-a", "nope"],
    ["artifacts", "download"],
    ["artifacts", "log-artifact"],
    ["nosuch"],
    ["--version"],
]



@pytest.fixture(scope="module")
def answers(binary, tmp_path_factory):
    """(words, MLflow's answer, ours), each of the two on a database and folder of its own."""
    folders = {side: tmp_path_factory.mktemp(side) for side in ("theirs", "ours")}
    for folder in folders.values():
        (folder / "file.txt").write_text("text")
        (folder / "tree/below").mkdir(parents=True)
        (folder / "tree/below/b.txt").write_text("b")
    oracle = Path(__file__).with_name("mlflow_oracle.py")
    request = {"commands": COMMANDS, "folder": str(folders["theirs"])}
    uri = f"sqlite:///{folders['theirs']}/mlflow.db"
    told = subprocess.run(
        [sys.executable, oracle],
        input=json.dumps(request),
        cwd=folders["theirs"],
        env=ENVIRONMENT | {"MLFLOW_TRACKING_URI": uri, "MLFLOW_DISABLE_TELEMETRY": "true", "HOME": str(folders["theirs"])},
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert told.returncode == 0, told.stderr
    theirs = json.loads(told.stdout.splitlines()[-1])
    return theirs, run_ours(binary, folders["ours"], theirs["run"])


def run_ours(binary: Path, folder: Path, run: dict) -> list[dict]:
    link = folder / "mlflow"
    link.symlink_to(binary)
    program = Program(link, folder, f"sqlite:///{folder}/mlflow.db")
    answers = []
    for words in COMMANDS:
        if words[:2] == ["runs", "describe"]:
            run_id = log_the_same(Program(binary, folder, program.uri), run)
        filled = [word.format(run=run_id if "{run}" in word else "", folder=folder) for word in words]
        done = program.run(*filled)
        answers.append({"words": words, "status": done.returncode, "out": done.stdout, "err": done.stderr})
    return answers


def log_the_same(program: Program, run: dict) -> str:
    created = json.loads(program("runs", "create", "--experiment-id", "1", "--run-name", run["name"], "-t", "ä=ö"))
    run_id = created["run_id"]
    for key, value in run["metrics"].items():
        program("runs", "log-metric", "--run-id", run_id, "--key", key, "--value", value)
    for key, value in run["params"].items():
        program("runs", "log-param", "--run-id", run_id, "--key", key, "--value", value)
    return run_id


def normalised(text: str) -> str:
    """Without what is another one on each side: ids, times, folders, who and what made a run."""
    text = re.sub(r"/\S*?/(theirs|ours)\d", "FOLDER", text)
    text = re.sub(r"\b[0-9a-f]{32}\b", "RUN-ID", text)
    text = re.sub(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?", "TIME", text)
    text = re.sub(r"\b1[0-9]{12}\b", "MILLISECONDS", text)
    text = re.sub(r'"user_id": "\w+"', '"user_id": "USER"', text)
    return re.sub(r" +\n|-{20,}", lambda found: "\n" if found[0].endswith("\n") else "RULE", text)


def comparable(text: str) -> str | list[str]:
    """Of an object that is laid out over lines, these in any order: the database gives tags and metrics in any."""
    return sorted(line.rstrip(",") for line in text.splitlines()) if text.startswith("{\n") else text


@pytest.mark.parametrize("index", range(len(COMMANDS)), ids=[" ".join(words) for words in COMMANDS])
def test_the_same_as_mlflow(answers, index):
    theirs, ours = answers[0]["answers"][index], answers[1][index]
    assert theirs["words"] == ours["words"]
    assert ours["status"] == theirs["status"], ours
    assert comparable(normalised(ours["out"])) == comparable(normalised(theirs["out"]))
    if theirs["status"] == 2:
        assert ours["err"] == theirs["err"]
    if theirs["message"]:
        assert normalised(ours["err"]).startswith("Error: " + normalised(theirs["message"]))


def test_the_same_flags_as_mlflow(answers, binary, tmp_path):
    """Every flag of the commands that we have is known to ours."""
    link = tmp_path / "mlflow"
    link.symlink_to(binary)
    program = Program(link, tmp_path)
    lacking = {}
    for command, flags in answers[0]["flags"].items():
        text = program(*command.split(), "--help")
        missing = [flag for flag in flags if not re.search(rf"(?<![\w-]){re.escape(flag)}(?![\w-])", text)]
        if missing:
            lacking[command] = missing
    # Of traces and workspaces, which there are none of here.
    assert lacking == {"experiments create": ["--trace-archival-retention"], "server": ["--enable-workspaces"]}
    refused = program.fails("experiments", "create", "-n", "x", "--trace-archival-retention", "30d", status=2)
    assert "'mlflow experiments create' keeps no traces" in refused
    assert "has the workspace 'default' alone" in program.fails("server", "--enable-workspaces", status=2)


def test_what_only_mlflow_has_is_said_to_be_so(answers, binary, tmp_path):
    """Every command of MLflow's is either there or refused with a reason, also those that a later release adds."""
    link = tmp_path / "mlflow"
    link.symlink_to(binary)
    program = Program(link, tmp_path, f"sqlite:///{tmp_path}/mlflow.db")
    refused = set()
    for command in answers[0]["commands"]:
        done = program.run(*command.split(), "--help")
        if done.returncode == 0:
            continue
        assert done.returncode == 2 and f"Error: 'mlflow {command}' is not in cairn. " in done.stderr, command
        refused.add(command)
    assert {"traces", "models", "experiments update", "runs link-traces", "db move-resources"} <= refused
    assert not refused & {"experiments", "runs", "artifacts", "db", "gc", "server", "doctor", "db upgrade"}


def test_doctor_reports_what_mlflows_does(answers, binary, tmp_path):
    link = tmp_path / "mlflow"
    link.symlink_to(binary)
    program = Program(link, tmp_path, f"sqlite:///{tmp_path}/mlflow.db")

    def titles(text: str) -> list[str]:
        return re.findall(r"^([A-Z][\w ]+):", text, flags=re.M)

    told = program("doctor", MLFLOW_TRACKING_TOKEN="secret", MLFLOW_OTHER="shown")
    assert [*titles(told), "MLflow dependencies"] == titles(answers[0]["doctor"])
    assert re.search(r"MLflow version: (.*)", told)[1] == re.search(r"MLflow version: (.*)", answers[0]["doctor"])[1]
    assert f"Tracking URI: sqlite:///{tmp_path}/mlflow.db\n" in told
    assert "  MLFLOW_OTHER: shown\n" in told and "secret" not in told and "  MLFLOW_TRACKING_TOKEN: ***\n" in told
    assert "  MLFLOW_OTHER: ***\n" in program("doctor", "--mask-envs", MLFLOW_OTHER="shown")


def test_gc_is_ours_to_run_and_data_is_not_there(binary, tmp_path):
    link = tmp_path / "mlflow"
    link.symlink_to(binary)
    program = Program(link, tmp_path, f"sqlite:///{tmp_path}/mlflow.db")
    program("experiments", "search")
    program("gc", "--backend-store-uri", f"sqlite:///{tmp_path}/mlflow.db", "--older-than", "1d")
    assert "No such command 'checkout'." in program.fails("checkout", status=2)
