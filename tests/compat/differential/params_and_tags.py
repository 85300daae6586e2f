"""Parameters and tags of runs, one by one."""

from conversation import experiment, get, post, run, scenario

SHOW = get("runs/get", run_id="$run")


def param(key="p", value="1", run="$run", **fields):
    return post("runs/log-parameter", {"run_id": run, "key": key, "value": value} | fields)


def tag(key="t", value="1", run="$run", **fields):
    return post("runs/set-tag", {"run_id": run, "key": key, "value": value} | fields)


def delete_tag(key="t", run="$run"):
    return post("runs/delete-tag", {"run_id": run, "key": key})


BAD_KEYS = ("/a", "a/", "a//b", ".", "..", "a/..", "./a", "a/./b", "a?b", "a\nb", "a\n", "☃", "\U0001f600", "a,b")
GOOD_KEYS = (" a", "a ", "a b", ":", "-", "0", "实", "...", "a/b.c-d:e", "A", "\u0660")

SCENARIOS = [
    scenario(
        "a parameter keeps its first value",
        experiment(),
        run(),
        param(value="1"),
        param(value="1"),
        param(value="2"),
        param(value=""),
        param("empty", ""),
        param("empty", ""),
        param("empty", "x"),
        post("runs/log-parameter", {"run_id": "$run", "key": "absent"}),
        param("null", None),
        param("P", "other case"),
        param("quotes", 'it\'s "quoted" \\ \n\t'),
        param("quotes", "other"),
        param("unicode", "☃ \U0001f600 实"),
        SHOW,
    ),
    scenario(
        "long parameter values are cut",
        experiment(),
        run(),
        param("exact", "x" * 6000),
        param("longer", "x" * 6001),
        param("longer", "x" * 6000),
        param("longer", "x" * 7000),
        param("longer", "y" + "x" * 6000),
        param("unicode", "é" * 6001),
        param("emoji", "\U0001f600" * 6001),
        SHOW,
    ),
    scenario(
        "what is missing from a parameter",
        experiment(),
        run(),
        post("runs/log-parameter", {}),
        post("runs/log-parameter", {"run_id": "$run"}),
        post("runs/log-parameter", {"key": "p", "value": "1"}),
        param(key=""),
        param(key=None),
        param(run=""),
        param(run="nope"),
        post("runs/log-parameter", {"run_uuid": "$run", "key": "by uuid", "value": "1"}),
        post("runs/log-parameter", {"run_uuid": "nope", "run_id": "$run", "key": "both", "value": "1"}),
        SHOW,
    ),
    scenario(
        "parameter keys",
        experiment(),
        run(),
        [param(key) for key in BAD_KEYS],
        [param(key) for key in GOOD_KEYS],
        [param(key) for key in ("k" * 250, "k" * 251, "é" * 250, "é" * 251)],
        SHOW,
    ),
    scenario(
        "a parameter's value must be text",
        experiment(),
        run(),
        [param(value=value) for value in (1, 1.5, True, [], {}, ["a"])],
    ),
    scenario(
        "tags change",
        experiment(),
        run(),
        tag(value="1"),
        tag(value="2"),
        tag("empty", ""),
        tag("null", None),
        post("runs/set-tag", {"run_id": "$run", "key": "absent"}),
        tag("T", "other case"),
        tag("mlflow.user", "ada"),
        tag("mlflow.note.content", "# note\n"),
        tag("unicode", "☃ \U0001f600 实"),
        SHOW,
        delete_tag("t"),
        delete_tag("t"),
        delete_tag("never"),
        delete_tag("empty"),
        SHOW,
        tag(value="back"),
        SHOW,
    ),
    scenario(
        "long tag values are cut",
        experiment(),
        run(),
        tag("exact", "x" * 8000),
        tag("longer", "x" * 8001),
        tag("unicode", "é" * 8001),
        SHOW,
    ),
    scenario(
        "what is missing from a tag",
        experiment(),
        run(),
        post("runs/set-tag", {}),
        post("runs/set-tag", {"run_id": "$run"}),
        post("runs/set-tag", {"key": "t", "value": "1"}),
        tag(key=""),
        tag(key=None),
        tag(run=""),
        tag(run="nope"),
        post("runs/set-tag", {"run_uuid": "$run", "key": "by uuid", "value": "1"}),
        post("runs/delete-tag", {}),
        post("runs/delete-tag", {"run_id": "$run"}),
        post("runs/delete-tag", {"key": "t"}),
        post("runs/delete-tag", {"run_uuid": "$run", "key": "by uuid"}),
        delete_tag(run="nope"),
        delete_tag(key=""),
        delete_tag(key="k" * 251),
        delete_tag(key="a?b"),
        SHOW,
    ),
    scenario(
        "tag keys",
        experiment(),
        run(),
        [tag(key) for key in BAD_KEYS],
        [tag(key) for key in GOOD_KEYS],
        [tag(key) for key in ("k" * 250, "k" * 251, "é" * 250, "é" * 251)],
        SHOW,
    ),
    scenario(
        "a tag's value must be text",
        experiment(),
        run(),
        [tag(value=value) for value in (1, 1.5, True, [], {})],
    ),
]
