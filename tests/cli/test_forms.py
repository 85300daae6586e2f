"""--json and --csv: which commands have them is read from the reference, what they print is the program's."""

import csv
import io
import json
import re

import pytest
from program import new_experiment, new_run

# What prints a script, a page, or nothing.
WITHOUT_JSON = {
    "server", "experiments csv", "completion bash", "completion zsh", "completion fish",
    "import", "experiments", "runs", "artifacts", "models", "db", "completion",
}  # fmt: skip
WITH_CSV = {
    "experiments list", "experiments search", "runs list", "runs search", "runs compare", "runs plot", "runs watch",
    "artifacts list", "models list", "models versions", "db stats", "verify", "doctor",
}  # fmt: skip


@pytest.fixture(scope="module")
def flags(binary, tmp_path_factory) -> dict[str, set[str]]:
    """Of every command, from the reference."""
    import subprocess

    text = subprocess.run([binary, "docs", "markdown"], capture_output=True, text=True, check=True).stdout
    sections = re.split(r"^#{2,4} cairn ", text.split("\n## Commands for data")[0], flags=re.M)[1:]
    return {one.splitlines()[0]: set(re.findall(r"`[^`]*?(--[a-z-]+)", one)) for one in sections}


def test_json_is_everywhere(flags):
    assert {name for name, found in flags.items() if "--json" not in found} == WITHOUT_JSON


def test_csv_is_where_a_table_is(flags):
    assert {name for name, found in flags.items() if "--csv" in found} == WITH_CSV


def test_where_a_form_makes_no_sense_the_program_says_so(cairn, flags):
    for name, found in flags.items():
        for form in {"--json", "--csv"} - found:
            if name in {"import", "experiments", "runs", "artifacts", "models", "db", "completion"}:
                continue
            error = cairn.fails(*name.split(), form, status=2)
            assert f"Error: 'cairn {name}' prints n" in error and f"it has no {form}" in error, name
            assert ("It has --json." in error) == (form == "--csv" and "--json" in found), name


# In this order: a command, and the members of what it prints. "{...}" is filled in.
STEPS = [
    ("experiments rename -x {experiment} --new-name {name}-new", {"experiment_id": "{experiment}", "name": "{name}-new"}),
    ("experiments delete -x {experiment}", {"lifecycle_stage": "deleted"}),
    ("experiments restore -x {experiment}", {"lifecycle_stage": "active"}),
    ("experiments get -x {experiment}", {"name": "{name}-new"}),
    ("runs log-metric -r {run} -k loss --value 0.5 --step 3", {"run_id": "{run}", "key": "loss", "value": 0.5, "step": 3}),
    ("runs log-param -r {run} -k lr --value 0.1", {"run_id": "{run}", "key": "lr", "value": "0.1"}),
    ("runs set-tag -r {run} -k env --value prod", {"run_id": "{run}", "key": "env", "value": "prod"}),
    ("runs delete -r {run}", {"info": ...}),
    ("runs restore -r {run}", {"info": ...}),
    ("runs describe -r {run}", {"info": ...}),
    ("artifacts log-artifact -r {run} -l {file} -a model", {"path": "model/file.txt", "is_dir": False, "file_size": 4}),
    ("artifacts log-artifacts -r {run} -l {folder}", [{"path": "file.txt", "is_dir": False, "file_size": 4}]),
    ("artifacts download -r {run} -a model -d {folder}", {"path": "{folder}/model"}),
    ("models register {model} --source runs:/{run}/model", {"name": "{model}", "version": "1"}),
    ("models alias {model} best --version 1", {"name": "{model}", "version": "1", "alias": "best"}),
    ("models stage {model} Staging --version 1", {"version": "1", "current_stage": "Staging"}),
    ("models tag {model} -k a --value b", {"name": "{model}", "key": "a", "value": "b"}),
    ("models tag {model} --version 1 -k a --value b", {"name": "{model}", "version": "1", "key": "a", "value": "b"}),
    ("models download {model} --version 1 -d {folder}", {"path": "{folder}/model"}),
    ("models tag {model} -k a --delete", {"deleted": {"name": "{model}", "key": "a"}}),
    ("models alias {model} best --delete", {"deleted": {"name": "{model}", "alias": "best"}}),
    ("models delete {model} --version 1", {"deleted": {"name": "{model}", "version": "1"}}),
    ("models delete {model}", {"deleted": {"name": "{model}"}}),
]  # fmt: skip


def filled(shape, names: dict):
    if isinstance(shape, str):
        return shape.format(**names)
    if isinstance(shape, list):
        return [filled(one, names) for one in shape]
    if isinstance(shape, dict):
        return {key: filled(value, names) for key, value in shape.items()}
    return shape


def has(found, shape) -> bool:
    if not isinstance(shape, dict):
        return found == shape
    return all(key in found and (value is ... or found[key] == value) for key, value in shape.items())


def test_what_changes_something_prints_what_there_is_now(tracked, tmp_path):
    file = tmp_path / "upload" / "file.txt"
    file.parent.mkdir()
    file.write_text("text")
    experiment = new_experiment(tracked, str(tmp_path))
    names = {
        "experiment": experiment, "name": str(tmp_path), "run": new_run(tracked, experiment, "run"),
        "file": str(file), "folder": str(file.parent), "model": tmp_path.name,
    }  # fmt: skip
    for words, shape in STEPS:
        printed = tracked(*(word.format(**names) for word in words.split()), "--json")
        assert printed.count("\n") == 1 or words.startswith("runs describe"), words
        assert has(json.loads(printed), filled(shape, names)), f"{words}: {printed}"


DATABASE_STEPS = [
    ("db check {uri}", {"runs": 1, "problems": []}),
    ("db stats {uri}", {"tables": ...}),
    ("db compact {uri}", {"runs": ..., "points": ...}),
    ("db expand {uri}", {"runs": ..., "points": ...}),
    ("db upgrade {uri}", {"kept": ""}),
    ("db backup copy.db --backend-store-uri {uri}", {"database": "{uri}", "file": "copy.db", "bytes": ...}),
    ("db restore copy.db --backend-store-uri {uri}", {"file": "copy.db", "kept": ...}),
    ("db gc --dry-run --backend-store-uri {uri}", {"dry_run": True, "deleted": [], "kept": [], "remarks": []}),
    ("version", {"version": ...}),
]


def test_what_keeps_a_database_prints_json_too(cairn):
    new_run(cairn, new_experiment(cairn, "one"), "run", loss=0.5)
    names = {"uri": f"sqlite:///{cairn.folder}/mlflow.db"}
    for words, shape in DATABASE_STEPS:
        printed = cairn(*(word.format(**names) for word in words.split()), "--json")
        assert has(json.loads(printed), filled(shape, names)), f"{words}: {printed}"


@pytest.mark.parametrize(
    "words, columns",
    [
        ("doctor", ["state", "about", "text", "advice"]),
        ("runs watch", ["run_id", "run_name", "duration", "metric", "last", "step", "history"]),
        ("db stats {uri}", ["table", "rows", "bytes"]),
    ],
)
def test_csv_has_a_head_and_numbers(cairn, words, columns):
    run = new_experiment(cairn, "one")
    new_run(cairn, run, "run", loss=0.5)
    printed = cairn(*words.format(uri=f"sqlite:///{cairn.folder}/mlflow.db").split(), "--csv")
    rows = list(csv.DictReader(io.StringIO(printed)))
    assert printed.splitlines()[0].split(",") == columns
    if words.startswith("db stats"):
        assert {row["table"]: int(row["rows"]) for row in rows}["experiments"] == 2
        assert all(int(row["bytes"]) > 0 for row in rows)
    if words == "doctor":
        assert {row["state"] for row in rows} <= {"ok", "note"} and len(rows) >= 3


def test_verify_as_csv(cairn, server):
    rows = list(csv.DictReader(io.StringIO(cairn("verify", "--csv", "--read-only", "--tracking-uri", server.url))))
    assert {row["verdict"] for row in rows} == {"passed"} and all(float(row["seconds"]) > 0 for row in rows)
