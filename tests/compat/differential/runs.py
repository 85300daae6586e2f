"""Runs: create, read, update, delete, restore, and the run's name. Searching them is in search_runs."""

from conversation import experiment, get, post, run, scenario

SHOW = get("runs/get", run_id="$run")
NAME_TAG = "mlflow.runName"


def create(**fields):
    return post("runs/create", {"experiment_id": "$exp", "start_time": 1} | fields)


def update(**fields):
    return post("runs/update", {"run_id": "$run"} | fields)


def tag(key, value):
    return {"key": key, "value": value}


SCENARIOS = [
    scenario(
        "create with everything",
        experiment(),
        run(user_id="ada", tags=[tag("a", "1"), tag("b", ""), tag("mlflow.user", "ada")]),
        SHOW,
        get("runs/get", run_uuid="$run"),
    ),
    scenario(
        "create with little",
        experiment(),
        post("runs/create", {"experiment_id": "$exp"}),
        post("runs/create", {"experiment_id": "$exp", "start_time": 0}),
        post("runs/create", {"experiment_id": "$exp", "start_time": None, "tags": None, "user_id": None}),
        post("runs/create", {"experiment_id": "$exp", "user_id": ""}),
        post("runs/create", {"experiment_id": "$exp", "run_name": ""}),
        post("runs/create", {"experiment_id": "$exp", "start_time": -5}),
        post("runs/create", {"experiment_id": "$exp", "start_time": "1700000000000"}),
        post("runs/create", {"experiment_id": "0", "start_time": 3, "run_name": "in the default experiment"}),
    ),
    scenario(
        "create in an experiment that is not there",
        post("runs/create", {}).differs("no SQL in messages"),
        post("runs/create", {"experiment_id": "99"}),
        post("runs/create", {"experiment_id": "abc"}),
        post("runs/create", {"experiment_id": ""}).differs("no SQL in messages"),
        post("runs/create", {"experiment_id": None, "start_time": 1}).differs("no SQL in messages"),
    ),
    scenario(
        "tags at creation are not validated",
        experiment(),
        create(run_name="a", tags=[tag("bad?key", "v")]),
        create(run_name="b", tags=[tag("k" * 251, "v")]),
        create(run_name="c", tags=[tag("k", "x" * 9000)]),
        create(run_name="d", tags=[tag("/a//b/", "v")]),
        create(run_name="e", tags=[{"key": "no value"}]),
        create(run_name="f", tags=[{"value": "no key"}]),
        create(run_name="g", tags=[{}]),
        create(run_name="h", tags=[tag("k", "1"), tag("k", "2")]).differs("no SQL in messages"),
        create(run_name="i", tags=[tag("k", "1"), tag("k", "1")]).differs("no SQL in messages"),
        create(run_name="j", tags=[tag("é☃", "\U0001f600")]),
    ),
    scenario(
        "the run's name and its tag are one thing at creation",
        experiment(),
        create(run_name="n"),
        create(tags=[tag(NAME_TAG, "from tag")]),
        create(run_name="same", tags=[tag(NAME_TAG, "same")]),
        create(run_name="one", tags=[tag(NAME_TAG, "other")]),
        create(run_name="", tags=[tag(NAME_TAG, "from tag")]),
        create(run_name="named", tags=[tag(NAME_TAG, "")]).differs("no SQL in messages"),
        create(tags=[tag(NAME_TAG, "")]).differs("no SQL in messages"),
        create(),
        create(run_name="x" * 300),
        create(run_name="ünï ☃ \U0001f600"),
    ),
    scenario(
        "reading with bad ids",
        get("runs/get"),
        get("runs/get", run_id=""),
        get("runs/get", run_id="nope"),
        get("runs/get", run_uuid="nope"),
        get("runs/get", run_id="0" * 32),
        get("runs/get", run_id="it's"),
        get("runs/get", runId="nope"),
        experiment(),
        run(),
        get("runs/get", run_id="", run_uuid="$run"),
        get("runs/get", run_id="nope", run_uuid="$run"),
        get("runs/get", run_id="$run", run_uuid="nope"),
        get("runs/get", run_id="$run", unknown="x"),
    ),
    scenario(
        "update",
        experiment(),
        run(),
        update(status="FINISHED", end_time=2000),
        SHOW,
        update(status="RUNNING"),
        update(status="SCHEDULED"),
        update(status="FAILED", end_time=0),
        update(status="KILLED", end_time=-1),
        update(status=3, end_time="3000"),
        update(end_time=4000),
        update(end_time=None, status=None, run_name=None),
        update(),
        update(status="finished"),
        update(status="NOPE"),
        update(status="", run_name="renamed beside a bad status"),
        SHOW,
        post("runs/update", {"run_uuid": "$run", "status": "FINISHED"}),
        post("runs/update", {"run_uuid": "nope", "run_id": "$run", "status": "FAILED"}),
        post("runs/update", {"status": "FINISHED"}),
        post("runs/update", {"run_id": "nope", "status": "FINISHED"}),
        post("runs/update", {"run_id": "", "status": "FINISHED"}),
        post("runs/update", {"run_id": "nope"}),
    ),
    scenario(
        "renaming goes both ways",
        experiment(),
        run(),
        update(run_name="second"),
        SHOW,
        update(run_name=""),
        SHOW,
        post("runs/set-tag", {"run_id": "$run", "key": NAME_TAG, "value": "third"}),
        SHOW,
        post("runs/log-batch", {"run_id": "$run", "tags": [tag(NAME_TAG, "fourth")]}),
        SHOW,
        post("runs/log-batch", {"run_id": "$run", "tags": [tag(NAME_TAG, "x"), tag(NAME_TAG, "fifth")]}),
        SHOW,
        post("runs/set-tag", {"run_id": "$run", "key": NAME_TAG, "value": ""}),
        SHOW,
        post("runs/set-tag", {"run_id": "$run", "key": NAME_TAG}),
        SHOW,
        post("runs/delete-tag", {"run_id": "$run", "key": NAME_TAG}),
        SHOW,
        update(run_name="sixth"),
        SHOW,
        update(run_name="x" * 250),
        update(run_name="x" * 251),
        update(run_name="x" * 8001),
        post("runs/set-tag", {"run_id": "$run", "key": NAME_TAG, "value": "y" * 251}),
        post("runs/search", {"experiment_ids": ["$exp"]}),
    ),
    scenario(
        "delete and restore",
        experiment(),
        run(),
        post("runs/delete", {"run_id": "$run"}),
        SHOW,
        post("runs/delete", {"run_id": "$run"}),
        post("runs/restore", {"run_id": "$run"}),
        SHOW,
        post("runs/restore", {"run_id": "$run"}),
        [
            post(f"runs/{verb}", body)
            for verb in ("delete", "restore")
            for body in ({}, {"run_id": ""}, {"run_id": None}, {"run_id": "nope"}, {"run_uuid": "$run"})
        ],
    ),
    scenario(
        "a deleted run can be read but not written",
        experiment(),
        run(),
        post("runs/log-metric", {"run_id": "$run", "key": "m", "value": 1, "timestamp": 1}),
        post("runs/set-tag", {"run_id": "$run", "key": "t", "value": "1"}),
        post("runs/delete", {"run_id": "$run"}),
        post("runs/log-metric", {"run_id": "$run", "key": "m", "value": 2, "timestamp": 2}),
        post("runs/log-parameter", {"run_id": "$run", "key": "p", "value": "1"}),
        post("runs/set-tag", {"run_id": "$run", "key": "t", "value": "2"}),
        post("runs/delete-tag", {"run_id": "$run", "key": "t"}),
        post("runs/log-batch", {"run_id": "$run", "params": [{"key": "p", "value": "1"}]}),
        post("runs/log-batch", {"run_id": "$run"}),
        post("runs/log-inputs", {"run_id": "$run", "datasets": []}),
        update(status="FINISHED"),
        update(run_name="x"),
        update(),
        SHOW,
        get("metrics/get-history", run_id="$run", metric_key="m"),
        post("runs/search", {"experiment_ids": ["$exp"], "run_view_type": "DELETED_ONLY"}),
    ),
    scenario(
        "parent and child",
        experiment(),
        run("parent", start_time=1),
        run("child", start_time=2, tags=[tag("mlflow.parentRunId", "$parent")]),
        post(
            "runs/search",
            {"experiment_ids": ["$exp"], "filter": "tags.mlflow.parentRunId = '$parent'"},
        ),
        post("runs/delete", {"run_id": "$parent"}),
        get("runs/get", run_id="$child"),
    ),
    scenario(
        "artifact addresses follow the experiment's",
        [
            step
            for number, location in enumerate(
                ("s3://bucket/x", "s3://bucket/x/", "file:///var/x", "/var/x/", "mlflow-artifacts:/y")
            )
            for step in (
                experiment(f"e{number}", artifact_location=location),
                run(f"r{number}"),
            )
        ],
        experiment("queried", artifact_location="s3://bucket/x?region=eu"),
        run(),
    ),
]
