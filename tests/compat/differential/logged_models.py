"""Logged models: from creation to deletion, their tags, parameters and metrics."""

from conversation import delete, experiment, get, patch, post, request, run, scenario

NOBODY = "m-" + "0" * 32
READY = "LOGGED_MODEL_READY"


def pairs(values):
    return [{"key": key, "value": value} for key, value in values.items()]


def model(keep="model", experiment_id="$exp", **fields):
    body = {"experiment_id": experiment_id, "name": keep} | fields
    return post("logged-models", body).keep(**{keep: "model.info.model_id"})


def show(name="model", **query):
    return get(f"logged-models/${name}", **query)


def finalize(status=READY, name="model", **fields):
    return patch(f"logged-models/${name}", {"model_id": f"${name}", "status": status} | fields)


def set_tags(tags, name="model"):
    return patch(f"logged-models/${name}/tags", {"tags": pairs(tags) if isinstance(tags, dict) else tags})


def delete_tag(key, name="model"):
    return delete(f"logged-models/${name}/tags/{key}")


def log_params(params, name="model", **fields):
    items = pairs(params) if isinstance(params, dict) else params
    return post(f"logged-models/${name}/params", {"model_id": f"${name}", "params": items} | fields)


def log(key="m", value=1.0, timestamp=1, run="$run", model="$model", **fields):
    body = {"run_id": run, "key": key, "value": value, "timestamp": timestamp, "model_id": model} | fields
    return post("runs/log-metric", body)


def batch(*metrics, run="$run", **fields):
    return post("runs/log-batch", {"run_id": run, "metrics": list(metrics)} | fields)


def point(key="m", value=1.0, timestamp=1, step=0, model="$model", **fields):
    return {"key": key, "value": value, "timestamp": timestamp, "step": step, "model_id": model} | fields


def on(name="d", digest="1"):
    return {"dataset_name": name, "dataset_digest": digest}


RUN = get("runs/get", run_id="$run")

SCENARIOS = [
    scenario(
        "from creation to deletion",
        experiment(),
        run(),
        model(
            "whole",
            model_type="agent",
            source_run_id="$run",
            params=pairs({"lr": "0.1", "empty": ""}),
            tags=pairs({"team": "red", "mlflow.user": "ada"}),
        ),
        show("whole"),
        finalize(name="whole"),
        show("whole"),
        finalize("LOGGED_MODEL_UPLOAD_FAILED", name="whole"),
        finalize("LOGGED_MODEL_PENDING", name="whole"),
        delete("logged-models/$whole"),
        show("whole"),
        show("whole", allow_deleted="true"),
        show("whole", allow_deleted="True"),
        show("whole", allow_deleted="false"),
        show("whole", allow_deleted="1"),
        show("whole", allow_deleted=""),
        show("whole", allow_deleted=["true", "false"]),
        show("whole", allow_deleted=["false", "true"]),
        show("whole", allowDeleted="true"),
        get("logged-models/$whole", raw='{"allow_deleted": true}'),
        delete("logged-models/$whole"),
        finalize(name="whole"),
        set_tags({"later": "1"}, name="whole"),
        log_params({"later": "1"}, name="whole"),
        delete_tag("team", name="whole"),
        show("whole", allow_deleted="true"),
        post("logged-models/search", {"experiment_ids": ["$exp"]}),
    ),
    scenario(
        "as little as a model needs",
        experiment(),
        post("logged-models", {"experiment_id": "$exp"}),
        post("logged-models", {"experiment_id": "$exp", "name": ""}),
        post("logged-models", {"experiment_id": "$exp", "name": None}),
        post("logged-models", {"experimentId": "$exp", "name": "camel", "modelType": "x"}).keep(model="model.info.model_id"),
        show(),
        post("logged-models", {"experiment_id": "0", "name": "in the default experiment"}),
        post("logged-models", {"experiment_id": "$exp", "name": "same"}),
        post("logged-models", {"experiment_id": "$exp", "name": "same"}),
        post("logged-models", {"experiment_id": "$exp", "name": "nobody's", "source_run_id": "nope"}),
        post("logged-models", {"experiment_id": "$exp", "name": "nobody", "source_run_id": "nope"}),
        post("logged-models", {"experiment_id": "$exp", "params": [], "tags": []}),
        post("logged-models", {"experiment_id": "$exp", "params": [{}], "tags": [{}]}),
        post("logged-models", {"experiment_id": "$exp", "params": [{"key": "k"}], "tags": [{"key": "k"}]}),
        post("logged-models", {"experiment_id": "$exp", "params": None, "tags": None}),
    ),
    scenario(
        "models that are refused",
        experiment(),
        post("logged-models", {}),
        post("logged-models", {"name": "a"}),
        post("logged-models", {"experiment_id": ""}),
        post("logged-models", {"experiment_id": None}),
        post("logged-models", {"experiment_id": "999"}),
        post("logged-models", {"experiment_id": "abc"}),
        post("logged-models", {"experiment_id": 0}),
        [model(name=name) for name in ("a/b", "a:b", "a.b", "a%b", 'a"b', "a'b")],
        [model(name, name=name) for name in ("é", "a b", "x" * 600)],
        model(name=5),
        model(name="good", experiment_id="999"),
        model(name="bad/name", experiment_id="999"),
        model(model_type=5),
        model(source_run_id=5),
        model(params="x"),
        model(tags="x"),
        model(params=["x"]).differs("refused, not half read"),
        model(tags=[{"key": "k", "value": 5}]).differs("refused, not half read"),
        model(params=pairs({"k": "1"}) * 2).differs("no SQL in messages"),
        model(tags=pairs({"k": "1"}) * 2).differs("no SQL in messages"),
        post("logged-models", raw="").sent_with(content_type=None),
        post("logged-models", raw="{"),
        post("logged-models", {"experiment_id": "$exp"}).sent_with(content_type="text/plain"),
        post("experiments/delete", {"experiment_id": "$exp"}),
        model(),
        post("logged-models/search", {"experiment_ids": ["$exp"], "filter": "name = 'a b'"}),
    ),
    scenario(
        "an experiment's models go with it and come back",
        experiment(),
        model(),
        post("experiments/delete", {"experiment_id": "$exp"}),
        show(),
        post("logged-models/search", {"experiment_ids": ["$exp"]}),
        finalize(),
        post("experiments/restore", {"experiment_id": "$exp"}),
        post("logged-models/search", {"experiment_ids": ["$exp"]}),
    ),
    scenario(
        "where artifacts lie",
        experiment("a", "a", artifact_location="s3://bucket/root"),
        model("in_a", experiment_id="$a"),
        experiment("b", "b", artifact_location="s3://bucket/root/?x=1"),
        model("in_b", experiment_id="$b"),
        experiment("c", "c", artifact_location="mlflow-artifacts:/c"),
        model("in_c", experiment_id="$c"),
    ),
    scenario(
        "finalize",
        experiment(),
        model(),
        model("other"),
        [finalize(status) for status in (0, 1, 2, 3, "1", 2.0, "LOGGED_MODEL_STATUS_UNSPECIFIED", "READY", "nope")],
        finalize(None),
        finalize(""),
        show(),
        finalize(4).differs("refused, not half read"),
        finalize(-1).differs("refused, not half read"),
        finalize([]).differs("400 for a crash"),
        finalize({}).differs("400 for a crash"),
        finalize(1.5).differs("numbers as in JSON, not as in Python"),
        finalize(True).differs("numbers as in JSON, not as in Python"),
        finalize(),
        patch("logged-models/$model", {"status": READY}),
        patch("logged-models/$model", {"model_id": "$model"}),
        patch("logged-models/$model", {}),
        patch("logged-models/$model"),
        patch("logged-models/$model", {"model_id": "$other", "status": READY}),
        show(),
        show("other"),
        patch(f"logged-models/{NOBODY}", {"model_id": NOBODY, "status": READY}),
        patch("logged-models/$model", {"model_id": "$model", "status": READY}).sent_with(content_type="text/plain"),
    ),
    scenario(
        "models that are not there",
        get(f"logged-models/{NOBODY}"),
        get("logged-models/search"),
        get("logged-models/%C3%A9%20x"),
        get("logged-models/a%2Fb"),
        get("logged-models/a/b"),
        get("logged-models/"),
        get("logged-models"),
        request("PUT", "logged-models/x"),
        delete(f"logged-models/{NOBODY}"),
        patch(f"logged-models/{NOBODY}/tags", {"tags": pairs({"a": "1"})}),
        patch(f"logged-models/{NOBODY}/tags", {"tags": []}),
        delete(f"logged-models/{NOBODY}/tags/a"),
        post(f"logged-models/{NOBODY}/params", {"model_id": NOBODY, "params": pairs({"a": "1"})}),
    ),
    scenario(
        "tags",
        experiment(),
        model(tags=pairs({"a": "1", "b": "2"})),
        set_tags({"b": "3", "c": "", "é ü/x": "☃"}),
        set_tags(pairs({"d": "1"}) + pairs({"d": "2"})),
        set_tags([]),
        set_tags([{"key": "no value"}]),
        set_tags([{"value": "no key"}]),
        set_tags([{}]),
        set_tags({"k" * 300: "v" * 10000}),
        patch("logged-models/$model/tags", {}),
        patch("logged-models/$model/tags"),
        patch("logged-models/$model/tags", {"tags": None}),
        patch("logged-models/$model/tags", {"tags": "x"}),
        patch("logged-models/$model/tags", {"tags": ["x"]}).differs("refused, not half read"),
        patch("logged-models/$model/tags", {"model_id": "other", "tags": pairs({"by path": "1"})}),
        show(),
        delete_tag("a"),
        delete_tag("a"),
        delete_tag("nope"),
        delete_tag("it's"),
        delete_tag("%C3%A9%20%C3%BC%2Fx"),
        delete_tag("no%20value"),
        delete_tag("b/c"),
        delete_tag(""),
        request("DELETE", "logged-models/$model/tags/c"),
        show(),
    ),
    scenario(
        "parameters",
        experiment(),
        model(params=pairs({"a": "1"})),
        log_params({"b": "2", "c": "", "k" * 300: "v" * 10000}),
        log_params([]),
        log_params([{"key": "no value"}]),
        log_params([{"value": "no key"}]),
        log_params({"a": "1"}).differs("no SQL in messages"),
        log_params({"new": "1", "a": "2"}).differs("no SQL in messages"),
        log_params(pairs({"twice": "1"}) * 2).differs("no SQL in messages"),
        log_params("x"),
        log_params(None),
        log_params(["x"]).differs("refused, not half read"),
        post("logged-models/$model/params", {"params": pairs({"d": "1"})}),
        post("logged-models/$model/params", {"model_id": "", "params": pairs({"d": "1"})}),
        post("logged-models/$model/params", {"model_id": "$model"}),
        post("logged-models/$model/params", {}),
        post("logged-models/$model/params", {"model_id": "another", "params": pairs({"e": "1"})}),
        show(),
    ),
    scenario(
        "metrics of a model",
        experiment(),
        run(),
        run("second"),
        model(),
        model("other"),
        log("z", 1, 5, step=1),
        log("a", 2, 9, **on()),
        log("z", 3, 3, step=2),
        log("z", 3, 3, step=2, run="$second"),
        log("z", 4, 3, step=2, model="$other"),
        log("é/b c", -0.0, 1, step=-3, **on("é", "ü")),
        batch(point("x", 1), point("x", 2, model="$other"), point("y", 3, model=None), point("y", 4, 2, model="")),
        batch(*[point("many", number / 7, number, number) for number in range(300)]),
        show(),
        show("other"),
        RUN,
        get("metrics/get-history", run_id="$run", metric_key="z"),
        get("metrics/get-history", run_id="$run", metric_key="x"),
        post("runs/search", {"experiment_ids": ["$exp"], "order_by": ["run_name"]}),
        post("runs/delete", {"run_id": "$run"}),
        show(),
        log("z", 9, 9),
    ),
    scenario(
        "numbers that are none, of a model",
        experiment(),
        run(),
        model(),
        [log("m", value, number) for number, value in enumerate(("NaN", "Infinity", "-Infinity", 1e308, 5e-324, "1.5"))],
        log("m", "NaN", 0),
        log("m", 0, 0),
        batch(point("n", "NaN"), point("n", "Infinity", 2)),
        show(),
        RUN,
        post("logged-models/search", {"experiment_ids": ["$exp"]}),
    ),
    scenario(
        "the same point of a model twice",
        experiment(),
        run(),
        model(),
        log(),
        log(),
        log(value=2).differs("no SQL in messages"),
        log(**on()).differs("no SQL in messages"),
        log(step=1, **on()),
        log(step=1, **on()),
        log(step=1, **on("d", "2")).differs("no SQL in messages"),
        log(timestamp=2),
        log(run="nope"),
        batch(point(), point()),
        batch(point("b"), point("b"), point("c")),
        show(),
        RUN,
        batch(point("d"), point("d", 2)).differs("no SQL in messages"),
        batch(point("e"), point("e", **on())).differs("no SQL in messages"),
        batch(point("f"), point(value=3)).differs("no SQL in messages"),
        show(),
        RUN.differs("a batch is written whole or not at all"),
    ),
    scenario(
        "metrics that no model takes",
        experiment(),
        run(),
        model(),
        log(model=NOBODY).differs("no SQL in messages"),
        log(model="x").differs("no SQL in messages"),
        log(model=5),
        log(dataset_name="d"),
        log(dataset_digest="d"),
        log(dataset_name="d", dataset_digest=""),
        log(dataset_name="", dataset_digest=""),
        log(dataset_name="d", dataset_digest=None, step=1),
        log(model=None, **on()),
        log(model="", **on()),
        log("bad?"),
        log("bad?", run="nope"),
        log("bad?", run="nope", model=None),
        log(timestamp=-1),
        log("k" * 251),
        log("k" * 250),
        log(dataset_name="n" * 600, dataset_digest="d" * 50, step=7),
        batch(point(dataset_name="d")),
        batch(point("bad?")),
        show(),
        delete("logged-models/$model"),
        log("after deletion"),
        show(allow_deleted="true"),
        RUN,
    ),
    scenario(
        "a run's inputs and outputs are models",
        experiment(),
        run(),
        model("in_", source_run_id="$run"),
        model("out"),
        post("runs/log-inputs", {"run_id": "$run", "models": [{"model_id": "$in_"}]}),
        post("runs/outputs", {"run_id": "$run", "models": [{"model_id": "$out", "step": 3}, {"model_id": "$in_"}]}),
        RUN,
        post("runs/search", {"experiment_ids": ["$exp"]}),
        delete("logged-models/$out"),
        RUN,
        post("runs/log-inputs", {"run_id": "$run", "models": [{"model_id": "$in_"}, {"model_id": NOBODY}]}),
        post("runs/log-inputs", {"run_id": "$run", "models": [{"model_id": "$in_"}] * 2}),
        RUN,
    ),
]
