"""logged-models/search: filters, datasets, orders, pages."""

import random
from base64 import b64encode

from conversation import FORGED_TOKENS, FORGED_TOKENS_OF_OTHER_TYPES, delete, experiment, post, run, scenario
from differential.logged_models import READY, batch, finalize, model, on, pairs, point


def search(filter=None, order_by=("name",), experiment_ids=("$exp",), **fields):
    """Models made in one millisecond have no order by themselves, so there is always one."""
    order = [{"field_name": by} if isinstance(by, str) else by for by in order_by]
    body = {"experiment_ids": list(experiment_ids), "order_by": order}
    return post("logged-models/search", body | ({} if filter is None else {"filter": filter}) | fields)


def by(field_name, ascending=True, **dataset):
    return {"field_name": field_name, "ascending": ascending} | dataset


def animal(name, metrics, params=None, tags=None, **fields):
    return [
        model(name, params=pairs(params or {}), tags=pairs(tags or {}), **fields),
        batch(*[metric | {"model_id": f"${name}"} for metric in metrics]),
    ]


ZOO = [
    experiment(),
    experiment("other", keep="other"),
    run(),
    run("run2"),
    animal("ant", [point("acc", 0.5), point("acc", 0.9, 2), point("loss", 1)], {"lr": "0.1"}, {"team": "red"}),
    animal("bee", [point("acc", 0.7, 1, 1), point("acc", 0.6, 1, 2, **on())], {"lr": "1"}, {"team": "Red", "x": "1"}),
    animal("cat", [point("acc", "NaN"), point("a/b", 3), point("a b", 4)], {"lr": "0.1", "k": ""}, {"a.b": "v"}),
    animal("dog", [point("acc", 0.2, **on()), point("acc", 0.95, 1, 1, **on("e", "2"))], {"with space": "1"}),
    animal("eel", [point("loss", "Infinity")], {"lr": "ü%_"}, {"team": "it's"}, model_type="agent"),
    animal("fox", [], model_type="Agent", source_run_id="$run"),
    finalize(READY, name="bee"),
    finalize("LOGGED_MODEL_UPLOAD_FAILED", name="cat"),
    batch(point("acc", 0.1, 2, -1, model="$ant"), run="$run2"),
    batch(point("acc", 0.3, 9, -1, model="$bee"), run="$run2"),
    model("elsewhere", experiment_id="$other", tags=pairs({"team": "red"})),
    model("gone"),
    delete("logged-models/$gone"),
]

def filters(*texts):
    return [search(text) for text in texts]


def orders(*keys):
    return [search(order_by=[key] if isinstance(key, str | dict) else list(key)) for key in keys]


NUMBERS = (
    "creation_time creation_timestamp_ms attributes.last_updated_timestamp_ms metrics.acc metrics.loss metrics.nope "
    "metrics.a/b metrics.max"
).split() + ["metrics.`a b`", "metrics.'a b'"]
TEXTS = (
    "name model_id model_type status source_run_id experiment_id lifecycle_stage artifact_location status_message "
    "attributes.name `name` attribute.name name.x metric.acc params.lr params.k params.`with space` param.lr tags.team "
    "tags.x tags.a.b tags.`a.b` tag.team"
).split()
COMPARISONS = "= != > < >= <= LIKE ILIKE like Ilike == <> IS ~".split() + ["NOT LIKE"]
NUMBER_VALUES = "0 0.5 -1 .5 5. 1e3 1_0 -inf inf nan 2 1700000000000".split()
TEXT_VALUES = "'red' \"red\" 'r%' '%' '' 'it''s' red 0 0.5 2 '2' 'ant' ant 'a%' NULL '%A%'".split() + ["'a AND b'"]
LISTS = "('ant','bee') ('ant') ('ant',) () (1,2) ('a',5)".split() + ["( 'ant' , 'bee' )"]
JOINTS = [" AND "] * 10 + [" and ", "\nAND\t", " OR ", ", ", " AND AND ", "; "]
KEYS = "name model_type status experiment_id creation_time metrics.acc metrics.loss metrics.nope nope".split()
SENSIBLE = (
    ["metrics.acc > 0.3", "metrics.loss < 2", "tags.team = 'red'", "params.lr = '0.1'", "name LIKE '%a%'"]
    + ["status = 1", "creation_time > 0", "model_type ILIKE 'AGENT'", "name IN ('ant', 'dog')"]
)


def random_clause(chance):
    """Only what MLflow answers: a text for a number makes it crash, as does a list without IN."""
    if chance.random() < 0.4:
        return chance.choice(SENSIBLE)
    space = chance.choice(["", " ", " ", "  "])
    if chance.random() < 0.4:
        return chance.choice(NUMBERS) + space + chance.choice(COMPARISONS) + space + chance.choice(NUMBER_VALUES)
    if chance.random() < 0.3:
        return chance.choice(TEXTS) + chance.choice([" IN ", " in ", " NOT IN ", "  not  in "]) + chance.choice(LISTS)
    return chance.choice(TEXTS) + space + chance.choice(COMPARISONS) + space + chance.choice(TEXT_VALUES)


def random_filter(chance):
    text = random_clause(chance)
    for _ in range(chance.choice([0, 0, 1, 1, 2])):
        text += chance.choice(JOINTS) + random_clause(chance)
    return text


def random_search(chance):
    datasets = chance.choice([[], [], [{"dataset_name": "d", "dataset_digest": "1"}], [{"dataset_name": "d"}]])
    order = [by(key, chance.random() < 0.5) for key in chance.sample(KEYS, chance.choice([0, 1, 2]))]
    return search(random_filter(chance), order + ["name"] if by("name") not in order else order, datasets=datasets)


def token_of(text):
    return b64encode(text.encode()).decode()


SCENARIOS = [
    scenario(
        "what a search shows",
        ZOO,
        search(),
        search(experiment_ids=["$other"]),
        search(experiment_ids=["$exp", "$other"]),
        search(experiment_ids=["$exp", "$exp"]),
        search(experiment_ids=["999"]),
        search(experiment_ids=["abc"]),
        search(experiment_ids=[]),
        search(experiment_ids=[""]),
    ),
    scenario(
        "by attribute",
        ZOO,
        filters(
            "name = 'ant'",
            "attributes.name = 'ant'",
            "attributes.`name` = 'ant'",
            "`name` = 'ant'",
            "name != 'ant'",
            "name LIKE 'a%'",
            "name like 'a%'",
            "name ILIKE 'A%'",
            "name LIKE 'A%'",
            "name IN ('ant', 'bee')",
            "name in ('ant')",
            "name IN ('ant',)",
            "name NOT IN ('ant', 'bee')",
            "name = ant",
            'name = "ant"',
            "name > 'a'",
            "name = 'ant' AND name = 'bee'",
            "name LIKE '%a%' AND name LIKE '%t%'",
            "model_id = '$ant'",
            "model_id IN ('$ant', '$bee')",
            "model_id NOT IN ('$ant', '$bee')",
            "model_type = 'agent'",
            "model_type ILIKE 'AGENT'",
            "model_type = ''",
            "model_type != 'agent'",
            "source_run_id = '$run'",
            "source_run_id != '$run'",
            "status = 1",
            "status = '2'",
            "status = 'LOGGED_MODEL_READY'",
            "status != 1",
            "status LIKE '1'",
            "status IN ('1', '2')",
            "status > 1",
            "experiment_id = '$exp'",
            "experiment_id = '$other'",
            "lifecycle_stage = 'active'",
            "lifecycle_stage = 'deleted'",
            "artifact_location LIKE '%models%'",
            "status_message = ''",
            "status_message != 'x'",
            "creation_time > 0",
            "creation_timestamp > 0",
            "creation_timestamp_ms > 0",
            "last_updated_timestamp >= 1700000000000",
            "last_updated_timestamp_ms < 5",
            "creation_time > 1.5",
            "creation_time = 1e3",
            "creation_time != -1",
            "creation_time LIKE '1%'",
            "creation_time IN (1)",
        ),
    ),
    scenario(
        "by metric",
        ZOO,
        filters(
            "metrics.acc > 0.65",
            "metrics.acc >= 0.9",
            "metrics.acc = 0.5",
            "metrics.acc != 0.5",
            "metrics.acc < 0.25",
            "metrics.acc <= 0",
            "metrics.acc = 0",
            "metrics.acc > 0.4 AND metrics.acc < 0.6",
            "metrics.acc > 0.8 AND metrics.acc < 0.2",
            "metrics.loss > 1e300",
            "metrics.`a/b` = 3",
            "metrics.`a b` = 4",
            "metrics.a/b = 3",
            "metrics.nope > 0",
            "metrics.nope != 0",
            "metrics.acc > nan",
            "metrics.acc > -inf",
            "metrics.acc LIKE '1'",
            "metrics.acc IN (1)",
            "metrics.acc > 0.1 AND params.lr = '0.1' AND tags.team = 'red' AND name = 'ant'",
        ),
    ),
    scenario(
        "by parameter and tag",
        ZOO,
        filters(
            "params.lr = '0.1'",
            "params.lr != '0.1'",
            "params.lr = 0.1",
            "params.lr LIKE '0%'",
            "params.lr ILIKE 'Ü%'",
            "params.lr IN ('0.1', '1')",
            "params.lr NOT IN ('0.1', '1')",
            "params.lr > '0'",
            "params.k = ''",
            "params.`with space` = '1'",
            "params.nope != 'x'",
            "tags.team = 'red'",
            "tags.team ILIKE 'RED'",
            "tags.team LIKE 'r%'",
            "tags.team != 'red'",
            "tags.team IN ('red', 'Red')",
            "tags.team = 'it''s'",
            "tags.team = \"red\"",
            "tags.team IS NULL",
            "tags.team IS NOT NULL",
            "tags.a.b = 'v'",
            "tags.`a.b` = 'v'",
            "tags.team = 'red' AND tags.team = 'Red'",
            "tags.team = 'Red' AND tags.x = '1'",
        ),
    ),
    scenario(
        "filters that are none",
        ZOO,
        filters(
            "",
            " ",
            "name",
            "name =",
            "= 'x'",
            "name 'x'",
            "name = 'x' OR name = 'y'",
            "(name = 'x')",
            "name = 'x';",
            "name = 'x'; name = 'y'",
            "name = 'ant' AND",
            "AND name = 'ant'",
            "name = 'ant' AND AND name = 'ant'",
            "name = 'a' name = 'b'",
            "metric.acc > 0",
            "param.lr = 'x'",
            "tag.team = 'x'",
            "attribute.name = 'x'",
            "dataset.name = 'x'",
            "Metrics.acc > 0",
            "metrics.acc",
            "name ~ 'x'",
            "name == 'ant'",
            "name <> 'ant'",
        ),
        [
            search(text).differs("400 for a crash")
            for text in (
                "nope = 'x'",
                "run_id = 'x'",
                "metadata = 'x'",
                "'name' = 'ant'",
                "metrics. = '1'",
                "metrics.acc = '0.5'",
                "metrics.acc > abc",
                "creation_time > 'x'",
                "creation_time > '5'",
            )
        ],
        search(5),
        search([]),
    ),
    scenario(
        "datasets",
        ZOO,
        [
            search(text, datasets=datasets)
            for text in (None, "metrics.acc > 0.5", "metrics.acc > 0.5 AND metrics.acc < 0.3", "params.lr = '1'")
            for datasets in (
                [on()],
                [on("e", "2")],
                [on(), on("e", "2")],
                [on("d", "2")],
                [on("d", "1"), on("nope", "1")],
                [{"dataset_name": "d"}],
                [{"dataset_name": "d", "dataset_digest": ""}],
                [],
            )
        ],
        search(datasets=[{}]),
        search(datasets=[{"dataset_digest": "1"}]),
        search(datasets=[on(), {"dataset_name": ""}]),
        search(datasets=None),
        search(datasets="x"),
        search(datasets={}),
        search(datasets=["x"]).differs("refused, not half read"),
        search(datasets=[{"dataset_name": 5}]).differs("refused, not half read"),
        search("nonsense", datasets=[{}]),
    ),
    scenario(
        "orders",
        ZOO,
        orders(
            by("name", False),
            (by("model_type"), "name"),
            (by("model_type", False), "name"),
            (by("status", False), "name"),
            (by("status_message"), "name"),
            (by("source_run_id"), by("name", False)),
            ("experiment_id", "lifecycle_stage", by("name", False)),
            (by("metrics.acc"), "name"),
            (by("metrics.acc", False), "name"),
            (by("metrics.acc", **on()), "name"),
            (by("metrics.acc", False, **on()), "name"),
            (by("metrics.acc", **on("e", "2")), "name"),
            (by("metrics.acc", dataset_name="d"), "name"),
            (by("metrics.acc", dataset_digest="2"), "name"),
            (by("metrics.acc", **on("nope", "1")), "name"),
            (by("metrics.loss"), by("metrics.acc", False), "name"),
            (by("metrics.a/b"), "name"),
            (by("metrics.a b"), "name"),
            (by("metrics.`a b`"), "name"),
            (by("metrics.nope"), "name"),
            (by("metrics."), "name"),
            ({"field_name": "name", "ascending": None},),
            ({"fieldName": "name", "ascending": False},),
            by("nope"),
            by("NAME"),
            by(""),
            {"ascending": True},
            {},
            by("params.lr"),
            by("tags.team"),
            by("metric.acc"),
            by("name.x"),
            by("`name`"),
            by("name DESC"),
            ("name", "name"),
            ("name", by("name", False)),
        ),
        search("metrics.acc > 0.1", [by("metrics.acc"), "name"]),
        search("metrics.acc > 0.1", [by("metrics.acc"), "name"], datasets=[on()]),
        search(order_by=[{"field_name": "name", "ascending": "x"}]).differs("refused, not half read"),
        [search(order_by=[by(name)]).differs("400 for a crash") for name in ("tags", "metrics", "to_mlflow_entity")],
        post("logged-models/search", {"experiment_ids": ["$exp"], "order_by": "name"}),
        post("logged-models/search", {"experiment_ids": ["$exp"], "order_by": ["name"]}).differs(
            "refused, not half read"
        ),
        post("logged-models/search", {"experiment_ids": ["$exp"], "filter": "name = 'ant'", "order_by": []}),
        post("logged-models/search", {"experiment_ids": ["$exp"], "filter": "name = 'ant'", "order_by": None}),
    ),
    scenario(
        "pages",
        ZOO,
        search(max_results=2).keep(token1="next_page_token"),
        search(max_results=2, page_token="$token1").keep(token2="next_page_token"),
        search(max_results=3, page_token="$token2"),
        search(max_results=6),
        search(max_results=5).keep(token3="next_page_token"),
        search(max_results=50, page_token="$token3"),
        search(max_results=0),
        search(max_results=None),
        search(max_results=1000000),
        search(max_results="3").keep(token4="next_page_token"),
        search("metrics.acc > 0.1", max_results=1).keep(token5="next_page_token"),
        search("metrics.acc > 0.1", max_results=1, page_token="$token5"),
        search("metrics.acc > 0.2", page_token="$token5"),
        search(page_token="$token5"),
        search(order_by=[by("name", False)], page_token="$token1"),
        search(order_by=[], page_token="$token1"),
        search(experiment_ids=["$other"], page_token="$token1"),
        search(experiment_ids=["$exp", "$other"], page_token="$token1"),
        search(datasets=[on()], page_token="$token1"),
        search(page_token=""),
        search(page_token=None),
        search(max_results=-1).differs("a page has a size"),
        search(max_results=-7).differs("a page has a size"),
        search(max_results="x"),
        search(max_results=1.5).differs("refused, not half read"),
        search(max_results=2**31).differs("refused, not half read"),
        search(page_token=5),
    ),
    scenario(
        "pages that nobody gave",
        experiment(),
        model("ant"),
        [
            search(page_token=token).differs("a token is this server's or not")
            for token in (FORGED_TOKENS[0], token_of("{"), token_of("x"))
        ],
        [search(page_token=token) for token in FORGED_TOKENS[1:]],
        [search(page_token=token).differs("400 for a crash") for token in FORGED_TOKENS_OF_OTHER_TYPES],
        search(page_token="abc").differs("400 for a crash"),
        search(page_token=token_of('{"experiment_ids": ["1"], "order_by": 5, "offset": 1}')),
        search(page_token=token_of('{"experiment_ids": {"a": null, "b": [1.5, true]}}')),
        post(
            "logged-models/search",
            {"experiment_ids": ["1"], "page_token": token_of('{"experiment_ids": ["1"], "offset": 1}')},
        ),
        post(
            "logged-models/search",
            {"experiment_ids": ["1"], "page_token": token_of('{"experiment_ids": ["1"], "filter_string": ""}')},
        ),
        post(
            "logged-models/search",
            {"experiment_ids": ["1"], "page_token": token_of('{"experiment_ids": ["1"], "offset": "x"}')},
        ).differs("400 for a crash"),
    ),
    scenario(
        "requests that are none",
        experiment(),
        model("ant"),
        post("logged-models/search", {}),
        post("logged-models/search", {"experiment_ids": None}),
        post("logged-models/search", {"experiment_ids": "$exp"}),
        post("logged-models/search", {"experiment_ids": [1]}),
        post("logged-models/search", {"experiment_ids": [""]}),
        post("logged-models/search", {"experimentIds": ["$exp"]}),
        post("logged-models/search", {"experiment_ids": ["$exp"], "unknown": 1}),
        post("logged-models/search", raw="[]").differs("400 for a crash"),
        post("logged-models/search", {"experiment_ids": ["$exp"]}).sent_with(content_type=None),
    ),
    *(
        scenario(f"at random, seed {seed}", ZOO, [random_search(random.Random(f"{seed}.{n}")) for n in range(60)])
        for seed in range(1, 5)
    ),
]
