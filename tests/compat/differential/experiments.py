"""Experiments: create, read, rename, delete, restore, tags. Searching them is in search_experiments."""

from conversation import experiment, get, post, run, scenario


def create(**fields):
    return post("experiments/create", fields)


def create_taken(**fields):
    return create(**fields).differs("no SQL in messages about a taken name")


def set_tag(key, value="v", exp="$exp"):
    return post("experiments/set-experiment-tag", {"experiment_id": exp, "key": key, "value": value})


def delete_tag(key, exp="$exp"):
    return post("experiments/delete-experiment-tag", {"experiment_id": exp, "key": key})


SHOW = get("experiments/get", experiment_id="$exp")

SCENARIOS = [
    scenario(
        "a new server has the default experiment",
        get("experiments/get", experiment_id="0"),
        get("experiments/get-by-name", experiment_name="Default"),
        post("experiments/search", {"max_results": 10}),
    ),
    scenario(
        "create, then read by id and by name",
        experiment("first", tags=[{"key": "team", "value": "a"}, {"key": "empty", "value": ""}]),
        SHOW,
        get("experiments/get-by-name", experiment_name="first"),
        experiment("second", keep="second"),
        get("experiments/get", experiment_id="$second"),
    ),
    scenario(
        "names that are good",
        [create(name=name) for name in ("a/b", "ünïcödé ☃ 实验", 'it\'s "quoted"', " spaces ", "x" * 500, "%_\\", "0")],
        get("experiments/get-by-name", experiment_name="ünïcödé ☃ 实验"),
        get("experiments/get-by-name", experiment_name=" spaces "),
        get("experiments/get-by-name", experiment_name="spaces"),
        get("experiments/get-by-name", experiment_name="A/B"),
    ),
    scenario(
        "names that are not",
        create(),
        create(name=""),
        create(name=None),
        create(name="x" * 501),
        create(name="é" * 500),
        create(name="é" * 501),
    ),
    scenario(
        "a name is taken even by a deleted experiment",
        experiment("taken"),
        create_taken(name="taken"),
        post("experiments/delete", {"experiment_id": "$exp"}),
        create_taken(name="taken"),
        get("experiments/get-by-name", experiment_name="taken"),
        create_taken(name="Default"),
        create(name="TAKEN"),
    ),
    scenario(
        "artifact locations that are good",
        [
            create(name=f"e{number}", artifact_location=location)
            for number, location in enumerate(
                (
                    "s3://bucket/prefix",
                    "gs://bucket/a b",
                    "file:///var/artifacts",
                    "/var/artifacts",
                    "/var/artifacts/",
                    "relative/folder",
                    "./relative",
                    "wasbs://container@account.blob.core.windows.net/x",
                    "dbfs:/x",
                    "mlflow-artifacts:/x",
                    "s3://bucket/x?region=eu",
                    "s3://bucket/x;params",
                    "s3://bucket/../x",
                    "/var/../etc",
                    "file:///var/../etc",
                    "file:///var/%2e%2e/etc",
                    "",
                    "s3://" + "x" * 2043,
                    "S3://Bucket/Upper",
                    "file:relative",
                    "unknown-scheme://x/y",
                )
            )
        ],
        post("experiments/search", {"max_results": 100, "order_by": ["experiment_id"]}),
    ),
    scenario(
        "artifact locations that are not",
        [
            create(name="elsewhere", artifact_location=location)
            for location in (
                "ftp://host/x",
                "sftp://user@host/x",
                "hdfs://host/x",
                "viewfs://host/x",
                "http://host/x",
                "https://host/x",
                "mlflow-artifacts://host/x",
                "r2://bucket@account.r2.cloudflarestorage.com/x",
                "b2://bucket@host/x",
                "abfss://container@account.dfs.core.windows.net/x",
            )
        ],
        [
            create(name=f"e{number}", artifact_location=location)
            for number, location in enumerate(
                (
                    "runs:/abc/x",
                    "s3://bucket/x#fragment",
                    "s3://bucket/x?a=..",
                    "s3://bucket/x?a=%2E%2E",
                    "s3://" + "x" * 2044,
                )
            )
        ],
    ),
    scenario(
        "tags at creation",
        create(name="a", tags=[{"key": "k", "value": "x" * 20000}]),
        create(name="b", tags=[{"key": "k", "value": "x" * 20001}]),
        create(name="c", tags=[{"key": "k" * 250, "value": "v"}]),
        create(name="d", tags=[{"key": "k" * 251, "value": "v"}]),
        create(name="e", tags=[{"key": "bad?key", "value": "v"}]),
        create(name="f", tags=[{"key": "/abs", "value": "v"}]),
        create_taken(name="g", tags=[{"key": "k", "value": "1"}, {"key": "k", "value": "2"}]),
        create_taken(name="g2", tags=[{"key": "k", "value": "1"}, {"key": "k", "value": "1"}]),
        create(name="h", tags=[{"key": "only key"}]),
        create(name="i", tags=[{"value": "only value"}]),
        create(name="j", tags=[{}]),
        create(name="k", tags=[]),
        create(name="l", tags=None),
        post("experiments/search", {"max_results": 100, "order_by": ["name"]}),
    ),
    scenario(
        "reading with bad ids",
        get("experiments/get"),
        get("experiments/get", experiment_id=""),
        get("experiments/get", experiment_id="99"),
        get("experiments/get", experiment_id="abc"),
        get("experiments/get", experiment_id="1.0"),
        get("experiments/get", experiment_id="-1"),
        get("experiments/get", experiment_id=" 0 "),
        get("experiments/get", experiment_id="+0"),
        get("experiments/get", experiment_id="00"),
        get("experiments/get", experiment_id="99999999999999999999").differs("400 for a crash"),
        get("experiments/get", id="0"),
        get("experiments/get", experimentId="0"),
        get("experiments/get-by-name"),
        get("experiments/get-by-name", experiment_name=""),
        get("experiments/get-by-name", experiment_name="nope"),
        get("experiments/get-by-name", experiment_name="it's"),
    ),
    scenario(
        "rename",
        experiment("old"),
        experiment("other", keep="other"),
        post("experiments/update", {"experiment_id": "$exp", "new_name": "new"}),
        SHOW,
        get("experiments/get-by-name", experiment_name="old"),
        post("experiments/update", {"experiment_id": "$exp", "new_name": "new"}),
        post("experiments/update", {"experiment_id": "$exp", "new_name": "other"}).differs("no SQL in messages"),
        post("experiments/update", {"experiment_id": "$exp", "new_name": ""}),
        post("experiments/update", {"experiment_id": "$exp"}),
        post("experiments/update", {"new_name": "x"}),
        post("experiments/update", {"experiment_id": "99", "new_name": "x"}),
        post("experiments/update", {"experiment_id": "abc", "new_name": "x"}),
        post("experiments/update", {"experiment_id": "$exp", "new_name": "x" * 501}),
        post("experiments/update", {"experiment_id": "$exp", "new_name": "x" * 500}),
        post("experiments/delete", {"experiment_id": "$exp"}),
        post("experiments/update", {"experiment_id": "$exp", "new_name": "again"}),
    ),
    scenario(
        "delete and restore",
        experiment(),
        post("experiments/delete", {"experiment_id": "$exp"}),
        SHOW,
        post("experiments/delete", {"experiment_id": "$exp"}),
        post("experiments/restore", {"experiment_id": "$exp"}),
        SHOW,
        post("experiments/restore", {"experiment_id": "$exp"}),
        post("experiments/delete", {}),
        post("experiments/delete", {"experiment_id": ""}),
        post("experiments/delete", {"experiment_id": "99"}),
        post("experiments/delete", {"experiment_id": "x"}),
        post("experiments/restore", {}),
        post("experiments/restore", {"experiment_id": "99"}),
        post("experiments/restore", {"experiment_id": "x"}),
    ),
    scenario(
        "deleting an experiment takes its runs along, restoring brings all back",
        experiment(),
        run("kept", start_time=1),
        run("dropped", start_time=2),
        post("runs/delete", {"run_id": "$dropped"}),
        post("experiments/delete", {"experiment_id": "$exp"}),
        get("runs/get", run_id="$kept"),
        get("runs/get", run_id="$dropped"),
        post("runs/search", {"experiment_ids": ["$exp"]}),
        post("runs/search", {"experiment_ids": ["$exp"], "run_view_type": "DELETED_ONLY"}),
        post("runs/search", {"experiment_ids": ["$exp"], "run_view_type": "ALL"}),
        post("experiments/restore", {"experiment_id": "$exp"}),
        get("runs/get", run_id="$kept"),
        get("runs/get", run_id="$dropped"),
        post("runs/search", {"experiment_ids": ["$exp"]}),
    ),
    scenario(
        "nothing is written into a deleted experiment",
        experiment(),
        run(),
        post("experiments/delete", {"experiment_id": "$exp"}),
        post("runs/create", {"experiment_id": "$exp", "start_time": 1}),
        set_tag("k"),
        delete_tag("k"),
        post("runs/log-metric", {"run_id": "$run", "key": "m", "value": 1, "timestamp": 1}),
        post("runs/log-parameter", {"run_id": "$run", "key": "p", "value": "1"}),
        post("runs/set-tag", {"run_id": "$run", "key": "t", "value": "1"}),
        post("runs/restore", {"run_id": "$run"}),
        post("runs/set-tag", {"run_id": "$run", "key": "t", "value": "1"}),
        get("runs/get", run_id="$run"),
    ),
    scenario(
        "the default experiment can go and come back",
        post("experiments/update", {"experiment_id": "0", "new_name": "renamed"}),
        post("experiments/delete", {"experiment_id": "0"}),
        get("experiments/get", experiment_id="0"),
        post("runs/create", {"experiment_id": "0"}),
        post("experiments/restore", {"experiment_id": "0"}),
        post("runs/create", {"experiment_id": "0", "start_time": 5, "run_name": "n"}),
    ),
    scenario(
        "tags",
        experiment(),
        set_tag("k", "1"),
        set_tag("k", "2"),
        set_tag("empty", ""),
        set_tag("null", None),
        post("experiments/set-experiment-tag", {"experiment_id": "$exp", "key": "absent"}),
        set_tag("a b.c-d:e/f_1"),
        set_tag("é实"),
        set_tag("unicode", "☃ \U0001f600 \n\t\"'"),
        set_tag("mlflow.note.content", "# note"),
        SHOW,
        delete_tag("k"),
        delete_tag("k"),
        delete_tag("never"),
        delete_tag(""),
        delete_tag("k", exp="99"),
        delete_tag("k", exp="abc"),
        post("experiments/delete-experiment-tag", {"key": "k"}),
        SHOW,
    ),
    scenario(
        "tags that are refused",
        experiment(),
        [set_tag(key) for key in ("", None, "k" * 251, "a?b", "a\nb", "/a", "a//b", "a/", "..", ".", "./a", "a/../b")],
        set_tag("k" * 250),
        set_tag("é" * 250),
        set_tag("k", "x" * 20000),
        set_tag("k", "x" * 20001),
        set_tag("k", "é" * 20000),
        set_tag("k", exp="99"),
        set_tag("k", exp="abc"),
        set_tag("k", exp=""),
        post("experiments/set-experiment-tag", {"key": "k", "value": "v"}),
        post("experiments/set-experiment-tag", {"experiment_id": "$exp", "value": "v"}),
    ),
    scenario(
        "an experiment has at most 50 custom views",
        experiment(),
        [set_tag(f"mlflow.customView.view.{number}") for number in range(51)],
        set_tag("mlflow.customView.view.3", "changed"),
        delete_tag("mlflow.customView.view.3"),
        set_tag("mlflow.customView.view.50"),
    ),
]
