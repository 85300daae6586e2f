"""Metrics: logging one, which point is the latest, histories and their paging, bulk reads."""

from conversation import AJAX, FORGED_TOKENS, FORGED_TOKENS_OF_OTHER_TYPES, experiment, get, post, run, scenario

SHOW = get("runs/get", run_id="$run")
BIGGEST = 1.7976931348623157e308


def log(key="m", value=1.0, timestamp=1, run="$run", **fields):
    return post("runs/log-metric", {"run_id": run, "key": key, "value": value, "timestamp": timestamp} | fields)


def log_raw(value, **fields):
    extra = "".join(f', "{key}": {text}' for key, text in fields.items())
    return post("runs/log-metric", raw=f'{{"run_id": "$run", "key": "m", "timestamp": 1, "value": {value}{extra}}}')


def batch(*points, run="$run"):
    metrics = [{"key": k, "value": v, "timestamp": t, "step": s} for k, v, t, s in points]
    return post("runs/log-batch", {"run_id": run, "metrics": metrics})


def history(key="m", run="$run", **query):
    return get("metrics/get-history", run_id=run, metric_key=key, **query)


def interval(**query):
    return get("metrics/get-history-bulk-interval", **query)


def bulk(**query):
    return get(AJAX + "metrics/get-history-bulk", **query)


SCENARIOS = [
    scenario(
        "log and read",
        experiment(),
        run(),
        log(),
        log("with/slash and.dot-dash_x: y", 0.1, 5, step=3),
        log("é实☃".replace("☃", ""), -0.0, 5),
        history(),
        history("with/slash and.dot-dash_x: y"),
        history("é实"),
        SHOW,
    ),
    scenario(
        "values come back as they went in",
        experiment(),
        run(),
        [
            log("v", value, step=step)
            for step, value in enumerate(
                (
                    0,
                    1,
                    -1,
                    0.1,
                    1e-9,
                    1e16,
                    1e22,
                    123456789.123456789,
                    5e-324,
                    BIGGEST,
                    -BIGGEST,
                    2**53 + 1,
                    2**63,
                    -0.0,
                    3.0,
                    1 / 3,
                )
            )
        ],
        history("v"),
        SHOW,
    ),
    scenario(
        "NaN and the infinities",
        experiment(),
        run(),
        [
            log(key, value)
            for key, value in (
                ("nan", "NaN"),
                ("inf", "Infinity"),
                ("minus inf", "-Infinity"),
                ("inf2", "inf"),
                ("minus inf2", "-inf"),
                ("big", "1e400"),
                ("text", "1.5"),
                ("hex", "0x10"),
                ("empty", ""),
                ("word", "one"),
            )
        ],
        log("spaces", " 1.5 ").differs("numbers as in JSON, not as in Python"),
        log("plus", "+Infinity").differs("numbers as in JSON, not as in Python"),
        log("underscore", "1_000").differs("numbers as in JSON, not as in Python"),
        log("nan2", "nan").differs("refused, not half read"),
        log("nan3", "-NaN").differs("refused, not half read"),
        [history(key) for key in ("nan", "inf", "minus inf", "inf2", "big", "text")],
        bulk(run_id="$run", metric_key="nan"),
        bulk(run_id="$run", metric_key="inf"),
        interval(run_ids="$run", metric_key="nan"),
    ),
    scenario(
        "values of other JSON types",
        experiment(),
        run(),
        [log_raw(value) for value in ("true", "false", "null", '"1"')],
        [log_raw(value).differs("refused, not half read") for value in ("[]", "{}", "[1]", '{"a": 1}')],
        history(),
    ),
    scenario(
        "tokens that are not JSON numbers",
        experiment(),
        run(),
        [log_raw(value).differs("refused, not half read") for value in ("NaN", "Infinity", "-Infinity")],
    ),
    scenario(
        "number tokens at the edges",
        experiment(),
        run(),
        log_raw("1e308"),
        log_raw("1E5"),
        log_raw("-0"),
        log_raw("1e-400"),
        log_raw("0.1e1"),
        log_raw("12345678901234567890"),
        history(),
    ),
    scenario(
        "what is missing",
        experiment(),
        run(),
        post("runs/log-metric", {}),
        post("runs/log-metric", {"key": "m", "value": 1, "timestamp": 1}),
        post("runs/log-metric", {"run_id": "$run", "value": 1, "timestamp": 1}),
        post("runs/log-metric", {"run_id": "$run", "key": "m", "timestamp": 1}),
        post("runs/log-metric", {"run_id": "$run", "key": "m", "value": 1}),
        log(timestamp=None),
        log(value=None),
        log(key=None),
        log(key=""),
        log(run=""),
        log(run="nope"),
        log(run="0" * 32),
        log(value=0, timestamp=0),
        log(step=None),
        post("runs/log-metric", {"run_uuid": "$run", "key": "by uuid", "value": 1, "timestamp": 1}),
        post("runs/log-metric", {"run_uuid": "nope", "run_id": "$run", "key": "both", "value": 1, "timestamp": 1}),
        SHOW,
    ),
    scenario(
        "keys",
        experiment(),
        run(),
        [log(key) for key in ("k" * 250, "k" * 251, "é" * 250, "é" * 251)],
        [log(key) for key in ("/a", "a/", "a//b", ".", "..", "a/..", "./a", "a/./b", "...", "a/.../b", "/", "//")],
        [log(key) for key in ("a?b", "a,b", "a\tb", "a\nb", "a\n", "a\\b", "a*", "(a)", "a=b", "☃", "\U0001f600", " ")],
        [log(key) for key in (" a", "a ", ":", "-", "_", "0", "实", "a\u0301", "\u0660", "\u00b2")],
        SHOW,
    ),
    scenario(
        "times and steps",
        experiment(),
        run(),
        [log("t", timestamp=t) for t in (0, 1, 2**53, 2**62, 2**63 - 1, "5", "0", "-0", 12.0, 1e3)],
        [log("t", timestamp=t) for t in (-1, "-1", -(2**63))],
        [log("s", step=s, timestamp=10) for s in (0, -1, -(2**63), 2**63 - 1, "7", "-8", 9.0, 1e2, "1")],
        history("t"),
        history("s"),
        SHOW,
    ),
    scenario(
        "times and steps that do not parse",
        experiment(),
        run(),
        [log("t", timestamp=t) for t in ("x", "1.5", "")],
        [log("s", step=s) for s in ("x", "1.5", "")],
        [
            step.differs("refused, not half read")
            for number in (12.5, 2**63, -(2**63) - 1, 1e30, True, [], {})
            for step in (log("t", timestamp=number), log("s", step=number))
        ],
    ),
    scenario(
        "the latest point is the one with the greatest step, then time, then value",
        experiment(),
        run(),
        [
            step
            for key, points in {
                "by step": [(1, 10, 5), (2, 1, 6), (9, 99, 4)],
                "by time": [(1, 10, 0), (2, 20, 0), (3, 5, 0)],
                "by value": [(1, 1, 0), (3, 1, 0), (2, 1, 0)],
                "negative steps": [(1, 1, -2), (2, 1, -1), (3, 1, -3)],
                "same again": [(1, 1, 1), (1, 1, 1)],
                "nan counts as 0, up": [(-1, 1, 0), ("NaN", 1, 0)],
                "nan counts as 0, down": [("NaN", 1, 0), (-1, 1, 0)],
                "nan then more": [("NaN", 1, 0), (1, 1, 0)],
                "more then nan": [(1, 1, 0), ("NaN", 1, 0)],
                "nan then zero": [("NaN", 1, 0), (0, 1, 0)],
                "zero then nan": [(0, 1, 0), ("NaN", 1, 0)],
                "infinities": [("Infinity", 1, 0), ("-Infinity", 1, 0), (BIGGEST, 1, 0)],
            }.items()
            for step in [log(key, value, time, step=at) for value, time, at in points] + [history(key)]
        ],
        SHOW,
        post("runs/search", {"experiment_ids": ["$exp"]}),
    ),
    scenario(
        "the same in one batch",
        experiment(),
        run(),
        batch(("a", 1, 10, 5), ("a", 2, 1, 6), ("a", 9, 99, 4), ("b", "NaN", 1, 0), ("b", -1, 1, 0), ("c", 3, 1, 1)),
        SHOW,
        batch(("a", 7, 1, 6), ("b", 1, 1, 0), ("c", 2, 9, 1), ("c", 2, 9, 1), ("d", "Infinity", 0, 0)),
        SHOW,
        batch(("a", 7, 1, 6), ("a", 0, 0, 0)),
        [history(key) for key in "abcd"],
    ),
    scenario(
        "a point is stored once",
        experiment(),
        run(),
        log(value=1, timestamp=1, step=1),
        log(value=1, timestamp=1, step=1),
        batch(("m", 1, 1, 1), ("m", 1, 1, 1), ("m", 2, 1, 1)),
        log(value="NaN", timestamp=1, step=1),
        log(value="NaN", timestamp=1, step=1),
        log(value=0, timestamp=1, step=1),
        log(value=-0.0, timestamp=1, step=1),
        history(),
        SHOW,
    ),
    scenario(
        "the order of a history",
        experiment(),
        run(),
        batch(("m", 3, 2, 1), ("m", 1, 1, 9), ("m", 2, 1, 9), ("m", "NaN", 1, 9), ("m", -5, 1, 9), ("m", 0, 1, -1)),
        batch(("m", 9, 0, 100), ("m", 5, 1, 0), ("m", "Infinity", 1, 9), ("m", "-Infinity", 1, 9)),
        history(),
        history(max_results=3).keep(token="next_page_token"),
        history(max_results=3, page_token="$token").keep(token2="next_page_token"),
        history(max_results=4, page_token="$token2"),
        bulk(run_id="$run", metric_key="m"),
        interval(run_ids="$run", metric_key="m"),
    ),
    scenario(
        "paging through a history",
        experiment(),
        run(),
        batch(*[("m", number, number, number) for number in range(10)]),
        history(max_results=4).keep(token="next_page_token"),
        history(max_results=4, page_token="$token").keep(token2="next_page_token"),
        history(max_results=4, page_token="$token2"),
        history(max_results=10),
        history(max_results=9).keep(token9="next_page_token"),
        history(max_results=100, page_token="$token9"),
        history(page_token="$token"),
        history(max_results=1).keep(token1="next_page_token"),
        history(page_token=""),
        history(max_results=5, page_token=""),
    ),
    scenario(
        "histories badly asked for",
        experiment(),
        run(),
        log(),
        [history(max_results=number) for number in (0, -1, 1, 25000, 25001, 50000, 2147483647)],
        [history(max_results=text).differs("refused, not half read") for text in ("", "x", "1.5", "2147483648", "1.0")],
        history(max_results=3, page_token="x"),
        [history(max_results=3, page_token=token) for token in FORGED_TOKENS],
        [history(max_results=3, page_token=token).differs("400 for a crash") for token in FORGED_TOKENS_OF_OTHER_TYPES],
        history(run="nope"),
        history(key="nope"),
        history(key=""),
        history(run=""),
        get("metrics/get-history", run_id="$run"),
        get("metrics/get-history", metric_key="m"),
        get("metrics/get-history"),
        get("metrics/get-history", run_uuid="$run", metric_key="m"),
    ),
    scenario(
        "bulk histories",
        experiment(),
        run("a"),
        run("b"),
        batch(*[("m", number / 2, number, number) for number in range(3)], run="$a"),
        log(run="$b", value="NaN", timestamp=7, step=2),
        bulk(run_id="$a", metric_key="m"),
        bulk(run_id="$a", metric_key="nope"),
        bulk(run_id="$a", metric_key="m", max_results=2),
        bulk(run_id="$b", metric_key="m"),
        bulk(run_id="nope", metric_key="m"),
        bulk(run_id=["$a", "nope"], metric_key="m"),
        bulk(run_id=["$a", "$a"], metric_key="m"),
        bulk(metric_key="m"),
        bulk(run_id="$a"),
        bulk(),
        bulk(run_id=[f"r{number}" for number in range(100)], metric_key="m"),
        bulk(run_id=[f"r{number}" for number in range(101)], metric_key="m"),
        bulk(run_id="$a", metric_key="m", max_results=30000),
        bulk(run_id="$a", metric_key="m", max_results=0),
        bulk(run_id="$a", metric_key="m", max_results="x").differs("400 for a crash"),
    ),
    scenario(
        "sampled histories",
        experiment(),
        run("a"),
        run("b"),
        batch(*[("m", number, 100 + number, number) for number in range(10)], run="$a"),
        batch(*[("m", number, 100 + number, number * 10) for number in range(4)], run="$b"),
        interval(run_ids="$a", metric_key="m"),
        [interval(run_ids="$a", metric_key="m", max_results=number) for number in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)],
        interval(run_ids=["$b", "$a"], metric_key="m"),
        interval(run_ids=["$a", "$b"], metric_key="m", max_results=3),
        interval(run_ids=["$a", "$a"], metric_key="m", max_results=2),
        interval(run_ids="$a", metric_key="m", start_step=2, end_step=5),
        interval(run_ids="$a", metric_key="m", start_step=5, end_step=5),
        interval(run_ids="$a", metric_key="m", start_step=20, end_step=25),
        interval(run_ids="$a", metric_key="m", start_step=0, end_step=0),
        interval(run_ids="$a", metric_key="m", start_step=-5, end_step=3, max_results=2),
        interval(run_ids="$a", metric_key="m", start_step=2, end_step=9, max_results=3),
        interval(run_ids=["$a", "$b"], metric_key="m", start_step=5, end_step=15, max_results=4),
        interval(run_ids="$a", metric_key="m", max_results=5).under(AJAX),
    ),
    scenario(
        "sampled histories with several points at one step",
        experiment(),
        run(),
        batch(*[("m", value, time, step) for step in range(4) for time in (2, 1) for value in (5, 3)]),
        [interval(run_ids="$run", metric_key="m", max_results=number) for number in (1, 2, 3, 5, 7, 16)],
        batch(("n", "NaN", 1, 1), ("n", 0, 1, 1), ("n", 1, 1, 1), ("n", 0, 1, 2), ("n", "NaN", 1, 2)),
        [interval(run_ids="$run", metric_key="n", max_results=number) for number in (1, 2, 3, 4, 5)],
    ),
    scenario(
        "sampled histories badly asked for",
        experiment(),
        run(),
        log(),
        interval(),
        interval(metric_key="m"),
        interval(run_ids="$run"),
        interval(run_ids="$run", metric_key=""),
        interval(run_ids="", metric_key="m"),
        interval(run_ids="nope", metric_key="m"),
        interval(run_ids=["$run", "nope"], metric_key="m"),
        interval(run_ids="$run", metric_key="nope"),
        interval(run_ids=["r"] * 100, metric_key="m"),
        interval(run_ids=["r"] * 101, metric_key="m"),
        [interval(run_ids="$run", metric_key="m", max_results=n) for n in (0, -1, 2500, 2501, "x", "", "1.5")],
        interval(run_ids="$run", metric_key="m", start_step=1),
        interval(run_ids="$run", metric_key="m", end_step=1),
        interval(run_ids="$run", metric_key="m", start_step=3, end_step=1),
        interval(run_ids="$run", metric_key="m", start_step="x", end_step=1),
        interval(run_ids="$run", metric_key="m", start_step=1, end_step="x"),
        post("metrics/get-history-bulk-interval", {"run_ids": ["$run"], "metric_key": "m"}),
    ),
    scenario(
        "metrics of a model that is not there",
        experiment(),
        run(),
        log(model_id="m-" + "0" * 32).differs("no SQL in messages"),
        log("empty", model_id=""),
    ),
    scenario(
        "metrics of a dataset",
        experiment(),
        run(),
        log(dataset_name="d", dataset_digest="1"),
        log("n", dataset_name="d"),
        log("o", dataset_digest="1"),
        history(),
        SHOW,
    ),
]
