"""How JSON, query strings and headers are read, whatever the endpoint."""

from conversation import AJAX, delete, experiment, get, patch, post, run, scenario

SHOW = get("runs/get", run_id="$run")

# Every type of JSON value.
VALUES = ("null", '""', '"x"', "0", "1", "-1", "1.5", "true", "false", "[]", "{}", '["x"]', '{"a": 1}')


def raw(path, text, **headers):
    return post(path, raw=text).sent_with(**headers)


def with_value(path, text, field, values):
    """The request `text` with one field of each type in turn."""
    return [post(path, raw=f'{{{text}, "{field}": {value}}}') for value in values]


def search(raw_fields):
    return post("runs/search", raw='{"experiment_ids": ["$exp"], ' + raw_fields + "}")


SCENARIOS = [
    scenario(
        "content types",
        [
            raw("experiments/create", f'{{"name": "e{number}"}}', content_type=content_type)
            for number, content_type in enumerate(
                (
                    "application/json",
                    "application/json; charset=utf-8",
                    "application/json;charset=UTF-8",
                    "Application/JSON",
                    "APPLICATION/JSON ; a=b",
                    "application/json, text/plain",
                    "text/plain",
                    "text/json",
                    "application/jsonx",
                    "application/vnd.api+json",
                    "application/x-www-form-urlencoded",
                    "multipart/form-data; boundary=x",
                    "",
                    "application/",
                    "json",
                    "*/*",
                    None,
                )
            )
        ],
        post("experiments/search", {"max_results": 100, "order_by": ["name"]}),
    ),
    scenario(
        "content types where there is no body to speak of",
        get("experiments/get", experiment_id="0").sent_with(content_type="text/plain"),
        get("experiments/get", raw='{"experiment_id": "0"}').sent_with(content_type="text/plain"),
        get("experiments/get", raw='{"experiment_id": "0"}').sent_with(content_type=None),
        post("experiments/create").sent_with(content_type=None),
        post("experiments/create"),
    ),
    scenario(
        "bodies that are no JSON object",
        [
            raw("experiments/create", text)
            for text in (
                "",
                " ",
                "{",
                '{"name": }',
                "not json",
                "null",
                '{"name": "a"} x',
                '{"name": "a",}',
                "{'name': 'a'}",
            )
        ],
        [
            raw("experiments/create", text).differs("400 for a crash")
            for text in ("[]", '[{"name": "a"}]', "1", "true", "1.5")
        ],
        raw("experiments/create", '""').differs("400 for a crash"),
        raw("experiments/create", '"x"').differs("400 for a crash"),
        raw("experiments/create", "\ufeff" + '{"name": "byte order mark"}'),
    ),
    scenario(
        "JSON encoded twice",
        raw("experiments/create", '"{\\"name\\": \\"twice\\"}"'),
        raw("experiments/create", '"{}"'),
        raw("experiments/create", '"null"'),
        raw("experiments/create", '"[]"').differs("400 for a crash"),
        raw("experiments/create", '"\\"{}\\""').differs("400 for a crash"),
    ),
    scenario(
        "details of JSON",
        raw("experiments/create", '{"name": "first", "name": "last"}'),
        raw("experiments/create", ' \t\r\n{ "name" :\n"spaces" } '),
        raw("experiments/create", '{"name": "\\u00e9\\ud83d\\ude00\\/\\b\\f\\n\\r\\t\\"\\\\"}'),
        raw("experiments/create", '{"name": "\u00e9\U0001f600 as they are"}'),
        raw("experiments/create", '{"name": "a\\u0000b"}'),
        raw("experiments/create", '{"name": "tab\tinside"}'),
        raw("experiments/create", '{"na\\u006de": "escaped key"}'),
        raw("experiments/create", '{"name": "deep", "unknown": ' + "[" * 50 + "]" * 50 + "}"),
        post("experiments/search", {"max_results": 100, "order_by": ["experiment_id"]}),
    ),
    scenario(
        "JSON that is broken is no JSON at all",
        raw("runs/log-batch", "").differs("400 for a crash"),
        raw("runs/log-batch", "{").differs("400 for a crash"),
        raw("runs/log-batch", "null").differs("400 for a crash"),
        raw("runs/log-metric", "{"),
        raw("runs/search", "{"),
        raw("runs/create", "{").differs("no SQL in messages"),
        raw("experiments/search", "{"),
    ),
    scenario(
        "unknown fields are ignored",
        experiment(unknown=1, other={"a": [None]}),
        run(unknown="x"),
        post("runs/log-metric", {"run_id": "$run", "key": "m", "value": 1, "timestamp": 1, "x": []}),
        post(
            "runs/log-batch", {"run_id": "$run", "metrics": [{"key": "n", "value": 1, "timestamp": 1, "x": 1}], "y": 2}
        ),
        get("runs/get", run_id="$run", unknown="x"),
    ),
    scenario(
        "both spellings of a name",
        experiment(),
        post("runs/create", {"experimentId": "$exp", "startTime": 7, "runName": "camel", "userId": "ada"}).keep(
            run="run.info.run_id"
        ),
        post("runs/update", {"runId": "$run", "status": "FINISHED"}),
        post("runs/update", {"run_id": "$run", "endTime": 9, "runName": "renamed"}),
        post("runs/set-tag", {"runId": "$run", "key": "t", "value": "1"}),
        post("runs/search", {"experimentIds": ["$exp"], "maxResults": 1, "runViewType": "ALL", "orderBy": ["run_id"]}),
        post("runs/update", {"run_id": "$run", "end_time": 1, "endTime": 2}),
        post("runs/update", {"run_id": "$run", "end_time": None, "endTime": 2}),
        post("runs/update", {"run_id": "$run", "runId": "$run"}),
        post("runs/search", {"experiment_ids": ["$exp"], "experimentIds": ["$exp"]}),
        post("runs/search", {"experiment_ids": ["$exp"], "max_results": 1, "maxResults": 1}),
        post("experiments/create", {"name": "e2", "artifact_location": "/a", "artifactLocation": "/a"}),
        post("experiments/create", {"name": "e3", "artifactLocation": "s3://camel/x"}),
        post(
            "runs/log-inputs",
            {
                "run_id": "$run",
                "datasets": [
                    {"dataset": {"name": "d", "digest": "1", "source_type": "s", "sourceType": "s", "source": "x"}}
                ],
            },
        ),
        post(
            "runs/log-inputs",
            {
                "run_id": "$run",
                "datasets": [{"dataset": {"name": "d", "digest": "1", "sourceType": "s", "source": "x"}}],
            },
        ),
        post(
            "runs/log-batch", {"run_id": "$run", "metrics": [{"key": "m", "value": 1, "timestamp": 1, "modelId": ""}]}
        ),
        SHOW,
    ),
    scenario(
        "64-bit numbers",
        experiment(),
        [
            post("runs/create", raw=f'{{"experiment_id": "$exp", "run_name": "r", "start_time": {number}}}')
            for number in (
                "5",
                '"5"',
                "5.0",
                "5e3",
                "-0",
                "-7",
                "9223372036854775807",
                '"9223372036854775807"',
                "-9223372036854775808",
                "9007199254740993",
                "null",
                "1.0e2",
                '"-0"',
                '"007"',
            )
        ],
        [
            post("runs/create", raw=f'{{"experiment_id": "$exp", "run_name": "r", "start_time": {number}}}')
            for number in ('"x"', '""', '"1.5"', '"0x10"', '"5 6"')
        ],
        [
            post("runs/create", raw=f'{{"experiment_id": "$exp", "run_name": "r", "start_time": {number}}}').differs(
                "refused, not half read"
            )
            for number in ("12.5", "9223372036854775808", "1e30", "true", "[]", "{}", '"9223372036854775808"')
        ],
        [
            post("runs/create", raw=f'{{"experiment_id": "$exp", "run_name": "r", "start_time": {number}}}').differs(
                "numbers as in JSON, not as in Python"
            )
            for number in ('" 5"', '"5 "', '"1_000"', '"+5"')
        ],
    ),
    scenario(
        "text where text belongs",
        experiment(),
        run(),
        with_value("experiments/create", '"tags": []', "name", VALUES),
        with_value("experiments/create", '"name": "loc"', "artifact_location", ("0", "1.5", "true", "[]", "{}")),
        with_value("runs/update", '"run_id": "$run"', "run_name", VALUES),
        with_value("runs/log-parameter", '"run_id": "$run", "value": "v"', "key", VALUES),
        with_value("runs/delete", '"x": 1', "run_id", VALUES),
        with_value("experiments/get", '"x": 1', "experiment_id", ("null",)),
        SHOW,
    ),
    scenario(
        "text fields that MLflow's schema forgets",
        experiment(),
        [
            post("runs/create", raw=f'{{"experiment_id": "$exp", "user_id": {value}, "run_name": "r"}}').differs(
                "refused, not half read"
            )
            for value in ("1", "true", "[]", "{}")
        ],
        [search(f'"page_token": {value}').differs("refused, not half read") for value in ("1", "true", "[]", "{}")],
    ),
    scenario(
        "lists where lists belong",
        experiment(),
        run(),
        [
            search(f'"order_by": {value}')
            for value in ("null", "[]", "[null]", '""', '"run_id"', "1", "true", "{}", "[1]")
        ],
        [
            post("runs/search", raw=f'{{"experiment_ids": {value}}}')
            for value in ("null", "[]", '""', '"$exp"', "1", "true", "{}", '{"a": 1}')
        ],
        [
            post("runs/search", raw=f'{{"experiment_ids": {value}}}').differs("refused, not half read")
            for value in ("[1]", "[null]", '["$exp", 1]', "[[]]")
        ],
        [post("experiments/create", raw=f'{{"name": "t", "tags": {value}}}') for value in ('"x"', "1", "{}", "true")],
        [
            post("experiments/create", raw=f'{{"name": "t", "tags": {value}}}').differs("refused, not half read")
            for value in ('["x"]', "[1]", '[{"key": 1}]', '[{"key": "k", "value": 1}]')
        ],
        [
            post("runs/create", raw=f'{{"experiment_id": "$exp", "run_name": "r", "tags": {value}}}').differs(
                "refused, not half read"
            )
            for value in ('"x"', "1", "{}", "true", '["x"]', "[null]", '[{"key": "k", "value": 1}]')
        ],
    ),
    scenario(
        "enumerations",
        experiment(),
        run(),
        [
            post("runs/update", raw=f'{{"run_id": "$run", "status": {value}}}')
            for value in ('"FINISHED"', '"RUNNING"', "1", "2", "3", "4", "5", '"finished"', '"NOPE"', '""', "null")
        ],
        [
            post("runs/update", raw=f'{{"run_id": "$run", "status": {value}}}')
            for value in ("0", "6", "-1", "99", '"3"', "3.0", "[]", "{}")
        ],
        [
            post("runs/update", raw=f'{{"run_id": "$run", "status": {value}}}').differs(
                "numbers as in JSON, not as in Python"
            )
            for value in ("1.5", "true")
        ],
        post("runs/update", {"run_id": "$run", "status": "FAILED"}),
        SHOW,
        [
            search(f'"run_view_type": {value}')
            for value in ('"ALL"', '"ACTIVE_ONLY"', "1", "2", "3", "null", '"all"', '"NOPE"')
        ],
        search('"run_view_type": "1"'),
        [search(f'"run_view_type": {value}').differs("refused, not half read") for value in ("0", "4")],
        [
            post("experiments/search", raw=f'{{"max_results": 5, "view_type": {value}}}')
            for value in ('"ALL"', "1", "2", "3", "null", '"all"', '"NOPE"', '"3"')
        ],
        [
            post("experiments/search", raw=f'{{"max_results": 5, "view_type": {value}}}').differs(
                "refused, not half read"
            )
            for value in ("0", "4")
        ],
    ),
    scenario(
        "max_results of every kind",
        experiment(),
        run(),
        [
            post("runs/search", raw=f'{{"experiment_ids": ["$exp"], "max_results": {value}}}')
            for value in ("1", "50000", '"1"', "1.0", "0", "-1", "50001", "2147483647", '"x"', '""', '"50001"')
        ],
        [
            post("runs/search", raw=f'{{"experiment_ids": ["$exp"], "max_results": {value}}}').differs(
                "refused, not half read"
            )
            for value in ("1.5", "true", "[]", "{}", "-2147483649")
        ],
        search('"max_results": 2147483648'),
        search('"max_results": null').differs("null is absent everywhere"),
        [
            post("experiments/search", raw=f'{{"max_results": {value}}}')
            for value in ("1", "50000", '"1"', "1.0", "null", "0", "-1", "50001", '"x"', '""', "9223372036854775807")
        ],
        post("experiments/search", {}),
    ),
    scenario(
        "query strings",
        experiment("a b&c=d"),
        get("/api/2.0/mlflow/experiments/get-by-name?experiment_name=a%20b%26c%3Dd"),
        get("/api/2.0/mlflow/experiments/get-by-name?experiment_name=a+b%26c%3dd"),
        get("/api/2.0/mlflow/experiments/get-by-name?experiment_name=first&experiment_name=a+b%26c%3Dd"),
        get("/api/2.0/mlflow/experiments/get-by-name?experiment%5Fname=a+b%26c%3Dd"),
        get("/api/2.0/mlflow/experiments/get-by-name?&&experiment_name=Default&"),
        get("/api/2.0/mlflow/experiments/get-by-name?experiment_name"),
        get("/api/2.0/mlflow/experiments/get-by-name?experiment_name=%FF"),
        get("/api/2.0/mlflow/experiments/get-by-name?experiment_name=%zz"),
        get("/api/2.0/mlflow/experiments/get-by-name?experiment_name=%C3%A9"),
        get("/api/2.0/mlflow/experiments/get-by-name?EXPERIMENT_NAME=Default"),
        get("/api/2.0/mlflow/experiments/get-by-name?experimentName=Default"),
        get("/api/2.0/mlflow/experiments/get-by-name?experiment_name=Default;x=1"),
        get("/api/2.0/mlflow/experiments/get-by-name?experiment_name=Default#x"),
    ),
    scenario(
        "query or body",
        experiment("named"),
        run(),
        get("experiments/get", raw='{"experiment_id": "$exp"}'),
        get("experiments/get", raw='{"experimentId": "$exp"}'),
        get("/api/2.0/mlflow/experiments/get?experiment_id=0", raw='{"experiment_id": "$exp"}'),
        get("/api/2.0/mlflow/experiments/get?unknown=0", raw='{"experiment_id": "$exp"}'),
        get("/api/2.0/mlflow/experiments/get?", raw='{"experiment_id": "$exp"}'),
        get("experiments/get", raw="{"),
        get("experiments/get", raw="[]").differs("400 for a crash"),
        get("runs/get", raw='{"run_id": "$run"}'),
        get("metrics/get-history", raw='{"run_id": "$run", "metric_key": "m", "max_results": 5}'),
        get("metrics/get-history-bulk-interval", raw='{"run_ids": ["$run"], "metric_key": "m"}'),
        post("/api/2.0/mlflow/experiments/create?name=in-query"),
        post("/api/2.0/mlflow/experiments/create?name=in-query", {"name": "in-body"}),
        post("/api/2.0/mlflow/runs/delete?run_id=$run", {}),
    ),
    scenario(
        "GET search of experiments",
        experiment("a"),
        get("experiments/search", max_results=1).keep(token="next_page_token"),
        get("experiments/search", max_results=1, page_token="$token"),
        get("experiments/search", max_results=5, filter="name LIKE 'a%'"),
        get("experiments/search", max_results=5, order_by="name DESC"),
        get("experiments/search", max_results=5, order_by=["name DESC", "experiment_id"]),
        get("experiments/search", max_results=5, view_type="ALL"),
        get("experiments/search", max_results=5, view_type="3"),
        get("experiments/search", max_results=5, view_type="NOPE"),
        get("experiments/search", max_results="x"),
        get("experiments/search", max_results=""),
        get("experiments/search"),
        get("experiments/search", raw='{"max_results": 1}'),
    ),
    scenario(
        "the Ajax prefix serves the same",
        experiment().under(AJAX),
        get("experiments/get", experiment_id="$exp").under(AJAX),
        get("experiments/get-by-name", experiment_name="e").under(AJAX),
        post("experiments/search", {"max_results": 5}).under(AJAX),
        get("experiments/search", max_results=5).under(AJAX),
        post("experiments/update", {"experiment_id": "$exp", "new_name": "n"}).under(AJAX),
        post("experiments/set-experiment-tag", {"experiment_id": "$exp", "key": "k", "value": "v"}).under(AJAX),
        post("experiments/delete-experiment-tag", {"experiment_id": "$exp", "key": "k"}).under(AJAX),
        run().under(AJAX),
        SHOW.under(AJAX),
        post("runs/update", {"run_id": "$run", "status": "FINISHED"}).under(AJAX),
        post("runs/log-metric", {"run_id": "$run", "key": "m", "value": 1, "timestamp": 1}).under(AJAX),
        post("runs/log-parameter", {"run_id": "$run", "key": "p", "value": "1"}).under(AJAX),
        post("runs/set-tag", {"run_id": "$run", "key": "t", "value": "1"}).under(AJAX),
        post("runs/delete-tag", {"run_id": "$run", "key": "t"}).under(AJAX),
        post("runs/log-batch", {"run_id": "$run", "params": [{"key": "q", "value": "1"}]}).under(AJAX),
        post("runs/log-inputs", {"run_id": "$run"}).under(AJAX),
        post("runs/search", {"experiment_ids": ["$exp"]}).under(AJAX),
        get("metrics/get-history", run_id="$run", metric_key="m").under(AJAX),
        post("runs/delete", {"run_id": "$run"}).under(AJAX),
        post("runs/restore", {"run_id": "$run"}).under(AJAX),
        post("experiments/delete", {"experiment_id": "$exp"}).under(AJAX),
        post("experiments/restore", {"experiment_id": "$exp"}).under(AJAX),
    ),
    scenario(
        "prefixes that serve nothing",
        [
            get("experiments/get", experiment_id="0").under(prefix)
            for prefix in (
                "/api/3.0/mlflow/",
                "/ajax-api/3.0/mlflow/",
                "/api/1.0/mlflow/",
                "/mlflow/",
                "/api/2.0/",
                "/API/2.0/mlflow/",
            )
        ],
        [
            get("experiments/get", experiment_id="0").under(prefix).differs("preview paths are served")
            for prefix in ("/api/2.0/preview/mlflow/", "/ajax-api/2.0/preview/mlflow/")
        ],
        [
            get("experiments/get", experiment_id="0").under(prefix).differs("one slash is one slash")
            for prefix in ("/api/2.0/mlflow//", "//api/2.0/mlflow/")
        ],
        get("metrics/get-history-bulk", run_id="x", metric_key="m"),
        post("experiments/search-datasets", {"experiment_ids": ["0"]}),
    ),
    scenario(
        "paths and methods that serve nothing",
        get("/nope"),
        get("/api/2.0/mlflow/nope"),
        get("/api/2.0/mlflow/experiments"),
        get("/api/2.0/mlflow/experiments/get/", experiment_id="0"),
        get("/api/2.0/mlflow/experiments/Get", experiment_id="0"),
        get("/api/2.0/mlflow/experiments/get/0"),
        get("experiments/create", name="x"),
        get("runs/search"),
        get("runs/create"),
        post("experiments/get", {"experiment_id": "0"}),
        post("runs/get", {"run_id": "x"}),
        post("metrics/get-history", {}),
        delete("experiments/delete", {"experiment_id": "0"}),
        patch("runs/update", {"run_id": "x"}),
        delete("runs/delete", {"run_id": "x"}),
    ),
    scenario(
        "large bodies",
        experiment(),
        run(),
        post("runs/set-tag", {"run_id": "$run", "key": "t", "value": "x" * 2_000_000}),
        post("runs/log-batch", {"run_id": "$run", "tags": [{"key": "t", "value": "x" * 2_000_000}]}),
        post("runs/log-batch", {"run_id": "$run", "unknown": "x" * 2_000_000}),
        SHOW,
    ),
]
