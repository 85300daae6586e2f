"""log-batch: many metrics, parameters and tags in one request."""

from conversation import experiment, get, post, run, scenario

SHOW = get("runs/get", run_id="$run")


def batch(run="$run", **parts):
    return post("runs/log-batch", {"run_id": run} | parts)


def metrics(count, **fields):
    return [{"key": f"m{number}", "value": number, "timestamp": 1, "step": 0} | fields for number in range(count)]


def pairs(letter, count):
    return [{"key": f"{letter}{number}", "value": str(number)} for number in range(count)]


def pair(key, value):
    return {"key": key, "value": value}


def metric(key="m", value=1, timestamp=1, **fields):
    return {"key": key, "value": value, "timestamp": timestamp} | fields


SCENARIOS = [
    scenario(
        "all three kinds at once",
        experiment(),
        run(),
        batch(
            metrics=[metric(), metric(step=1, value=2), metric("n", "NaN"), metric("i", "Infinity", step="3")],
            params=[pair("p", "1"), pair("q", "")],
            tags=[pair("t", "1"), pair("u", "")],
        ),
        SHOW,
        batch(),
        batch(metrics=[], params=[], tags=[]),
        batch(metrics=None, params=None, tags=None).differs("null is absent everywhere"),
        batch(params=[{"key": "no value"}], tags=[{"key": "no value"}]),
        SHOW,
    ),
    scenario(
        "whose batch",
        experiment(),
        run(),
        post("runs/log-batch", {}),
        batch(run=""),
        batch(run=None),
        batch(run="nope"),
        batch(run="0" * 32),
        batch(run="bad id!"),
        batch(run="-starts-with-dash"),
        batch(run="x" * 256),
        batch(run="x" * 257),
        batch(run="a_b-c"),
        post("runs/log-batch", {"run_uuid": "$run", "tags": [pair("t", "1")]}),
        post("runs/log-batch", {"run_uuid": "nope", "run_id": "$run", "tags": [pair("t", "1")]}),
        SHOW,
    ),
    scenario(
        "limits",
        experiment(),
        run(),
        batch(metrics=metrics(1000)),
        batch(metrics=metrics(1001)),
        batch(params=pairs("p", 100)),
        batch(params=pairs("p", 101)),
        batch(tags=pairs("t", 100)),
        batch(tags=pairs("t", 101)),
        batch(metrics=metrics(800), params=pairs("p", 100), tags=pairs("t", 100)),
        batch(metrics=metrics(801), params=pairs("p", 100), tags=pairs("t", 100)),
        batch(params=pairs("p", 101), tags=pairs("t", 101), metrics=metrics(1001)),
        SHOW,
    ),
    scenario(
        "a bad item refuses the whole batch",
        experiment(),
        run(),
        batch(metrics=[metric("good"), metric("bad?")], params=[pair("p", "1")], tags=[pair("t", "1")]),
        batch(metrics=[metric("good"), metric("k" * 251)]),
        batch(metrics=[metric(key="")]),
        batch(metrics=[metric(key=None)]),
        batch(metrics=[{"value": 1, "timestamp": 1}]),
        batch(metrics=[{"key": "m", "timestamp": 1}]),
        batch(metrics=[{"key": "m", "value": 1}]),
        batch(metrics=[metric(timestamp=-1)]),
        batch(metrics=[metric(timestamp=None)]),
        batch(metrics=[metric(value=None)]),
        batch(metrics=[metric(step=None)]),
        batch(metrics=[{}]),
        batch(params=[pair("good", "1"), pair("a//b", "1")]),
        batch(params=[pair("good", "1"), pair("k" * 251, "1")]),
        batch(params=[{"value": "1"}]),
        batch(params=[pair("", "1")]),
        batch(params=[{}]),
        batch(tags=[pair("good", "1"), pair("..", "1")]),
        batch(tags=[pair("good", "1"), pair("k" * 251, "1")]),
        batch(tags=[{"value": "1"}]),
        batch(tags=[{}]),
        batch(tags=[pair("", "1")]),
        batch(metrics=[metric("m?")], params=[pair("p?", "1")], tags=[pair("t?", "1")]),
        batch(params=[pair("p?", "1")], tags=[pair("t?", "1")]),
        SHOW,
    ),
    scenario(
        "parameters that change",
        experiment(),
        run(),
        batch(params=[pair("p", "1"), pair("q", "2")]),
        batch(params=[pair("p", "1"), pair("q", "2"), pair("r", "3")]),
        batch(params=[pair("s", "1"), pair("p", "other")], metrics=[metric()], tags=[pair("t", "1")]),
        batch(params=[pair("p", "other"), pair("q", "other"), pair("r", "3")]),
        batch(params=[pair("d", "1"), pair("d", "1")]),
        batch(params=[pair("d", "1"), pair("d", "2")]),
        batch(params=[pair("d", "1"), pair("e", "2"), pair("d", "2"), pair("e", "2")]),
        batch(params=[pair("p", "it's")]),
        batch(params=[pair("é", "☃")]),
        batch(params=[pair("é", "\U0001f600")]),
        SHOW,
    ),
    scenario(
        "tags: the last one wins",
        experiment(),
        run(),
        batch(tags=[pair("t", "1"), pair("t", "2"), pair("t", "3")]),
        batch(tags=[pair("t", "4")]),
        SHOW,
    ),
    scenario(
        "long values are cut",
        experiment(),
        run(),
        batch(params=[pair("p", "x" * 6001)], tags=[pair("t", "x" * 8001)]),
        batch(params=[pair("p", "x" * 6000)]),
        batch(params=[pair("p", "x" * 6002)]),
        SHOW,
    ),
    scenario(
        "lists that are none",
        experiment(),
        run(),
        [batch(**{part: value}) for part in ("metrics", "params", "tags") for value in ("x", 1, {}, True)],
        [
            batch(**{part: value}).differs("refused, not half read")
            for part in ("metrics", "params", "tags")
            for value in (["x"], [1], [[]], [None])
        ],
    ),
    scenario(
        "items that do not parse",
        experiment(),
        run(),
        [
            step.differs("refused, not half read")
            for step in (
                batch(params=[pair("a", "1"), pair("b", 2), pair("c", "3")]),
                batch(tags=[pair("a", "1"), pair("b", 2)]),
                batch(tags=[pair("a", "1"), pair(5, "x")]),
                batch(metrics=[metric("a"), metric("b", value="x")]),
                batch(metrics=[metric("a"), metric("b", timestamp="x")]),
                batch(metrics=[metric("a"), metric("b", timestamp=1.5)]),
                batch(metrics=[metric("a"), metric("b", step="x")]),
                batch(metrics=[metric("a"), metric("b", step=2**63)]),
                batch(metrics=[metric("a"), metric("b", value=[])]),
                batch(metrics=[metric("a"), None]),
            )
        ],
        post(
            "runs/log-batch", raw='{"run_id": "$run", "metrics": [{"key": "m", "value": NaN, "timestamp": 1}]}'
        ).differs("refused, not half read"),
    ),
    scenario(
        "a failure late in a batch",
        experiment(),
        run(),
        batch(
            params=[pair("p", "1")],
            metrics=[metric(), metric("of a model", model_id="m-" + "0" * 32)],
            tags=[pair("t", "1")],
        ).differs("no SQL in messages"),
        SHOW.differs("a batch is written whole or not at all"),
    ),
    scenario(
        "a large batch",
        experiment(),
        run(),
        batch(metrics=[metric("m", value=number / 7, timestamp=number, step=number) for number in range(1000)]),
        batch(metrics=[metric("m", value=number / 7, timestamp=number, step=number) for number in range(500, 1500)]),
        get("metrics/get-history", run_id="$run", metric_key="m", max_results=2000),
        get("metrics/get-history-bulk-interval", run_ids="$run", metric_key="m", max_results=7),
        SHOW,
    ),
]
