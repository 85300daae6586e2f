"""What went into a run and came out of it: datasets, logged models, and the old log-model record."""

import json

from conversation import AJAX, experiment, get, post, run, scenario

SHOW = get("runs/get", run_id="$run")


def dataset(name="d", digest="1", source_type="local", source="{}", **fields):
    return {"name": name, "digest": digest, "source_type": source_type, "source": source} | fields


def link(item, **tags):
    return {"dataset": item, "tags": [{"key": key, "value": value} for key, value in tags.items()]}


def log(*links, run="$run", **fields):
    return post("runs/log-inputs", {"run_id": run, "datasets": list(links)} | fields)


def summaries(*experiment_ids):
    return post(AJAX + "experiments/search-datasets", {"experiment_ids": list(experiment_ids)})


def log_model(model, run="$run"):
    return post("runs/log-model", {"run_id": run, "model_json": model if isinstance(model, str) else json.dumps(model)})


MODEL = {
    "artifact_path": "model",
    "flavors": {"python_function": {"loader_module": "x"}},
    "utc_time_created": "2024-01-01 00:00:00.000000",
    "run_id": "r",
}

SCENARIOS = [
    scenario(
        "datasets",
        experiment(),
        run(),
        log(link(dataset(schema='{"a": 1}', profile='{"rows": 5}'), **{"mlflow.data.context": "training", "x": "é"})),
        log(link(dataset("other", "2")), link(dataset("third", "3"), a="")),
        SHOW,
        post("runs/search", {"experiment_ids": ["$exp"]}),
        summaries("$exp"),
    ),
    scenario(
        "a dataset is one in its experiment, and its link to a run is made once",
        experiment(),
        run("a", start_time=1),
        run("b", start_time=2),
        log(link(dataset(source="first"), tag="first"), run="$a"),
        log(link(dataset(source="second"), tag="second"), run="$a"),
        log(link(dataset(source="third"), tag="third", more="1"), run="$b"),
        log(link(dataset(digest="2"), tag="other digest"), run="$a"),
        log(link(dataset("twice"), n="1"), link(dataset("twice"), n="2"), run="$b"),
        log(link(dataset("same tag"), a="1"), link(dataset("same tag 2"), a="1"), run="$b"),
        post("runs/search", {"experiment_ids": ["$exp"], "order_by": ["start_time"]}),
        summaries("$exp"),
        experiment("other", keep="other"),
        run("c", experiment_id="$other"),
        log(link(dataset(source="elsewhere")), run="$c"),
        get("runs/get", run_id="$c"),
        summaries("$exp", "$other"),
        summaries("$other", "$other"),
    ),
    scenario(
        "inputs that are refused",
        experiment(),
        run(),
        log(link(dataset(name=None))),
        log(link(dataset(name=""))),
        log(link(dataset(digest=None))),
        log(link(dataset(digest=""))),
        log(link(dataset(source_type=None))),
        log(link(dataset(source_type=""))),
        log(link(dataset(source=None))),
        log(link(dataset(source=""))),
        log(
            link(
                dataset("n" * 500, "d" * 36, source="s" * 65535, schema="c" * 10000, profile="p" * 10000),
                **{"k" * 255: "v" * 500},
            )
        ),
        log(link(dataset("n" * 501))),
        log(link(dataset(digest="d" * 37))),
        log(link(dataset(source="s" * 65536))),
        log(link(dataset(schema="s" * 1048576))),
        log(link(dataset(), **{"k" * 256: "v"})),
        log(link(dataset(), k="v" * 501)),
        log(link(dataset(), **{"": "v"})),
        log({"dataset": dataset("no tags")}),
        log({"dataset": dataset("null tags"), "tags": None}),
        log({"dataset": dataset("tag without value"), "tags": [{"key": "k"}]}),
        log({"dataset": dataset("tag without key"), "tags": [{"value": "v"}]}),
        log({"tags": []}),
        log({}),
        log(run="nope"),
        log(link(dataset()), run="nope"),
        log(run=""),
        log(run="bad id!"),
        post("runs/log-inputs", {"run_id": "$run"}),
        post("runs/log-inputs", {}),
        post("runs/log-inputs", {"run_uuid": "$run", "datasets": [link(dataset())]}),
        post("runs/log-inputs", {"run_id": "$run", "datasets": "x"}),
        post("runs/log-inputs", {"run_id": "$run", "datasets": None, "models": None}),
        SHOW,
    ),
    scenario(
        "summaries of datasets",
        experiment(),
        run(),
        summaries(),
        post(AJAX + "experiments/search-datasets", {}),
        summaries("$exp"),
        summaries("99"),
        summaries("$exp", "99"),
        summaries(*[str(number) for number in range(20)]),
        summaries(*[str(number) for number in range(21)]),
        log(link(dataset("a"), **{"mlflow.data.context": "training"})),
        log(link(dataset("b"), **{"mlflow.data.context": "eval"}), link(dataset("c"))),
        summaries("$exp"),
        post("runs/delete", {"run_id": "$run"}),
        summaries("$exp"),
        post(AJAX + "experiments/search-datasets", {"experiment_ids": ["$exp"]}).sent_with(content_type="text/plain"),
        summaries("abc"),
        summaries(""),
    ),
    scenario(
        "the record of logged models in a run's tag",
        experiment(),
        run(),
        log_model(MODEL),
        log_model(MODEL | {"artifact_path": "second", "extra": {"deep": [1, 2.5, None, "é"]}}),
        SHOW,
        [log_model({key: value for key, value in MODEL.items() if key != missing}) for missing in MODEL],
        log_model({}),
        log_model("not json"),
        log_model("[]").differs("400 for a crash"),
        log_model("5").differs("400 for a crash"),
        log_model(""),
        log_model(MODEL, run="nope"),
        log_model(MODEL, run=""),
        post("runs/log-model", {"run_id": "$run"}),
        post("runs/log-model", {"model_json": json.dumps(MODEL)}),
        post("runs/log-model", {"run_id": "$run", "model_json": MODEL}),
        post("runs/delete", {"run_id": "$run"}),
        log_model(MODEL),
    ),
    scenario(
        "models that go in and come out",
        experiment(),
        run(),
        post("runs/outputs", {"run_id": "$run", "models": [{"model_id": "m-" + "0" * 32, "step": 3}]}),
        post(
            "runs/outputs",
            {
                "run_id": "$run",
                "models": [{"model_id": "m-" + "1" * 32, "step": 0}, {"model_id": "m-" + "2" * 32, "step": -1}],
            },
        ),
        post("runs/outputs", {"run_id": "$run", "models": [{"model_id": "m-" + "3" * 32}]}),
        post(
            "runs/log-inputs",
            {"run_id": "$run", "models": [{"model_id": "m-" + "4" * 32}, {"model_id": "m-" + "5" * 32}]},
        ),
        SHOW,
        post("runs/search", {"experiment_ids": ["$exp"]}),
        post("runs/outputs", {"run_id": "$run", "models": [{"model_id": "m-" + "0" * 32, "step": 3}]}).differs(
            "no SQL in messages"
        ),
        post("runs/outputs", {"run_id": "$run", "models": []}),
        post("runs/outputs", {"run_id": "$run"}),
        post("runs/outputs", {"run_id": "$run", "models": None}),
        post("runs/outputs", {"models": []}),
        post("runs/outputs", {"run_id": "nope", "models": [{"model_id": "x", "step": 1}]}),
        post("runs/outputs", {"run_id": "", "models": [{"model_id": "x", "step": 1}]}),
        post("runs/outputs", {"run_id": "$run", "models": "x"}),
        post("runs/outputs", {"run_id": "$run", "models": [{"step": 1}]}),
        post("runs/outputs", {"run_id": "$run", "models": [{}]}).differs("no SQL in messages"),
        post("runs/log-inputs", {"run_id": "$run", "models": [{"model_id": "m-" + "4" * 32}]}),
        post("runs/log-inputs", {"run_id": "$run", "models": [{}]}),
        SHOW,
    ),
]
