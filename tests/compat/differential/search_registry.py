"""registered-models/search and model-versions/search: filters, orders, pages. About prompts see prompts."""

from conversation import FORGED_TOKENS, FORGED_TOKENS_OF_OTHER_TYPES, delete, experiment, get, run, scenario
from differential.registered_models import create, set_alias, tags, to_stage, update, version


def models(filter=None, **fields):
    return get("registered-models/search", **({} if filter is None else {"filter": filter}), **fields)


def versions(filter=None, **fields):
    """By name and number if not said otherwise: MLflow's own order is a matter of milliseconds here."""
    given = {"order_by": ["name", "version_number"]} | ({} if filter is None else {"filter": filter}) | fields
    return get("model-versions/search", **given)


def models_by(*filters):
    return [models(text) for text in filters]


def versions_by(*filters):
    return [versions(text) for text in filters]


def tagged(name, **values):
    return create(name, tags=tags(**values))


MODELS = [
    tagged("alpha", team="red", rank="1"),
    tagged("Alpha", team="Red"),
    tagged("beta", team="blue", rank="10"),
    tagged("alpha_beta", rank="2", note="it's"),
    tagged("100%", empty=""),
    tagged("a.b", **{"dotted.key": "v", "with space": "v", "with-dash": "v"}),
    tagged("ÄÖ", team="ü"),
    create("described", description="what it is"),
]

VERSIONS = [
    experiment(),
    run(),
    create("alpha"),
    create("beta"),
    create("ÄÖ"),
    version("alpha", "s3://bucket/a", tags=tags(team="red", rank="1")),
    version("alpha", "runs:/$run/model", run_id="$run", tags=tags(team="blue")),
    version("alpha", "s3://bucket/A", description="d", tags=tags(team="Red", **{"with space": "v", "a.b": "v"})),
    version("beta", "s3://other/b%20c", tags=tags(empty="")),
    version("beta", "s3://bucket/a", run_id="another"),
    version("ÄÖ", "s3://bucket/ü"),
    version("alpha", "s3://bucket/gone", tags=tags(team="red")),
    delete("model-versions/delete", {"name": "alpha", "version": "4"}),
    set_alias("champion", "2", "alpha"),
    to_stage("1", "Production", "alpha"),
]

TAGS = (
    "tags.team = 'red'",
    "tag.team = 'red'",
    "tags.team != 'red'",
    "tags.team LIKE 'r%'",
    "tags.team like 'R%'",
    "tags.team ILIKE 'R%'",
    "tags.team ILIKE 'Ü'",
    "tags.empty = ''",
    "tags.empty LIKE ''",
    "tags.`with space` = 'v'",
    "tags.\"with space\" = 'v'",
    "tags.dotted.key = 'v'",
    "tags.a.b = 'v'",
    "tags.`with-dash` = 'v'",
    'tags.note = "it\'s"',
    "tags.nope = 'x'",
    "tags.Team = 'red'",
    "tags.team = 'red' AND tags.rank = '1'",
    "tags.team = 'red' AND tags.team = 'blue'",
    "tags.team != 'red' AND tags.team != 'blue'",
    "tags.team = 'red' AND name = 'alpha'",
)
TAGS_TO_REFUSE = (
    "tags.team = red",
    "tags.team = 5",
    "tags.team > 'red'",
    "tags.team IN ('red')",
    "tags.with space = 'v'",
    "tags.with-dash = 'v'",
    "Tags.team = 'red'",
    "tags = 'x'",
    "tags. = 'x'",
    "tag.`team = 'x'",
)
NAMES = (
    "name = 'alpha'",
    "name != 'alpha'",
    "name LIKE 'alpha%'",
    "name like 'al%'",
    "name LIKE '%LPHA%'",
    "name ILIKE 'ALPHA%'",
    "name iLike '%lph%'",
    "name ILIKE '%äö%'",
    "name LIKE 'a_pha'",
    "name LIKE '%'",
    "name LIKE '100%'",
    "name = ''",
    'name = "alpha"',
    "attribute.name = 'alpha'",
    "name='alpha'",
    "name IN ('alpha', 'beta')",
    "name IN ('alpha')",
    "name in ('nope')",
    "name NOT IN ('alpha', 'beta')",
    "name not in ('alpha')",
    "name LIKE 'a%' AND name != 'alpha'",
    "name = 'alpha' and name = 'beta'",
    "name = 'alpha' AND",
)
NAMES_TO_REFUSE = (
    "name = alpha",
    "name = 5",
    "name < 'b'",
    "name = `alpha`",
    "`name` = 'alpha'",
    "attribute.`name` = 'alpha'",
    "attributes.name = 'alpha'",
    "NAME = 'alpha'",
    "name IN ()",
    "name IN ('a', 5)",
    "name IN 'a'",
    "name IN ('a'",
    "name = 'a' OR name = 'b'",
    "(name = 'a')",
    "name = 'a'; name = 'b'",
    "name",
    "nope = 'x'",
    "description = 'x'",
    "metrics.x = 1",
    "params.x = '1'",
    " ",
)


def orders_of(search, *orders):
    return [search(order_by=order) for order in orders]


SCENARIOS = [
    scenario("models by name", MODELS, models(), models(""), models_by(*NAMES)),
    scenario(
        "models by name, and refused",
        MODELS,
        models_by(*NAMES_TO_REFUSE),
        models("name LIKE ('a')").differs("400 for a crash"),
    ),
    scenario("models by tag", MODELS, models_by(*TAGS)),
    scenario(
        "models by tag, and refused",
        MODELS,
        models_by(*TAGS_TO_REFUSE),
        models("tags.team IS NULL").differs("400 for a crash"),
        models("name IS NOT NULL").differs("400 for a crash"),
    ),
    scenario(
        "models with their versions",
        VERSIONS,
        models(),
        to_stage("3", "Staging", "alpha"),
        to_stage("2", "Archived", "alpha"),
        version("alpha"),
        models(),
        models("name = 'alpha'"),
    ),
    scenario(
        "orders of models",
        MODELS,
        orders_of(models, ["name"], ["name ASC"], ["name DESC"], ["name desc"], "name", ["name  DESC"], [" name "]),
        orders_of(
            models, ["nope"], ["creation_timestamp"], ["tags.team"], ["attribute.name"], ["name UP"], [""], ["`name`"]
        ),
        orders_of(models, ["timestamp", "nope"], ["name;"], ["name, timestamp"]),
        models(order_by=["name", "name DESC"]).differs("the same order twice is an error of the caller's"),
        models(order_by=["timestamp", "last_updated_timestamp"]).differs(
            "the same order twice is an error of the caller's"
        ),
    ),
    scenario(
        "pages of models",
        MODELS,
        models(max_results=3).keep(token="next_page_token"),
        models(max_results=3, page_token="$token").keep(token2="next_page_token"),
        models(max_results=3, page_token="$token2"),
        models(max_results=8),
        models(max_results=7),
        models(max_results=1000),
        models(max_results=1001),
        models(max_results=0),
        models(max_results=""),
        models(max_results="x"),
        models(max_results="2.0").differs("400 for a crash"),
        models("name LIKE 'a%'", max_results=1).keep(token3="next_page_token"),
        models("name LIKE 'a%'", max_results=1, page_token="$token3"),
        models(page_token=""),
        models(max_results=-1).differs("400 for a negative number of results"),
        [models(max_results=2, page_token=token) for token in FORGED_TOKENS],
        [models(max_results=2, page_token=token).differs("400 for a crash") for token in FORGED_TOKENS_OF_OTHER_TYPES],
    ),
    scenario("versions by name", VERSIONS, versions(), versions(""), versions_by(*NAMES)),
    scenario(
        "versions by name, and refused",
        VERSIONS,
        versions_by(*NAMES_TO_REFUSE),
        versions("name LIKE ('a')").differs("400 for a crash"),
    ),
    scenario("versions by tag", VERSIONS, versions_by(*TAGS)),
    scenario(
        "versions by tag, and refused",
        VERSIONS,
        versions_by(*TAGS_TO_REFUSE),
        versions("tags.team IS NULL").differs("400 for a crash"),
    ),
    scenario(
        "versions by run, source and number",
        VERSIONS,
        versions_by(
            "run_id = '$run'",
            "run_id = 'nope'",
            "run_id = ''",
            "run_id != 'another'",
            "run_id LIKE 'an%'",
            "run_id ILIKE 'AN%'",
            "run_id IN ('$run', 'another')",
            "run_id NOT IN ('another')",
            "attribute.run_id = 'another'",
            "source_path = 's3://bucket/a'",
            "source_path != 's3://bucket/a'",
            "source_path LIKE 's3://bucket/%'",
            "source_path ILIKE 'S3://BUCKET/A'",
            "version_number = 1",
            "version_number = '1'",
            "version_number != 1",
            "version_number > 1",
            "version_number >= 2",
            "version_number < 2",
            "version_number <= 2",
            "version_number > -5",
            "version_number = 1 AND name = 'alpha' AND tags.team = 'red'",
            "name = 'alpha' AND run_id = '$run'",
        ),
    ),
    scenario(
        "versions by run, source and number, and refused",
        VERSIONS,
        versions_by(
            "run_id = 5",
            "run_id > 'a'",
            "run_id IN ()",
            "source_path IN ('a')",
            "source_path > 'a'",
            "source_path = 5",
            "source = 's3://bucket/a'",
            "version_number = 1.0",
            "version_number = 'x'",
            "version_number = '1.0'",
            "version_number LIKE '1'",
            "version_number IN (1)",
            "version_number IN ('1')",
            "version_number = x",
            "version = 1",
            "current_stage = 'Production'",
            "creation_timestamp > 5",
            "user_id = 'x'",
        ),
    ),
    scenario(
        "orders of versions",
        VERSIONS,
        orders_of(
            versions,
            ["name"],
            ["name DESC"],
            ["version_number", "name"],
            ["version_number DESC", "name DESC"],
            ["version_number"],
            ["name DESC", "version_number ASC"],
            "name",
            ["attribute.name DESC"],
            ["`name`"],
        ),
        orders_of(
            versions,
            ["nope"],
            ["run_id"],
            ["source_path"],
            ["timestamp"],
            ["tags.team"],
            ["version"],
            ["name UP"],
            [""],
            ["name;"],
        ),
        versions(order_by=["name", "name DESC"]).differs("the same order twice is an error of the caller's"),
    ),
    scenario(
        "pages of versions",
        VERSIONS,
        versions(max_results=2).keep(token="next_page_token"),
        versions(max_results=2, page_token="$token").keep(token2="next_page_token"),
        versions(max_results=2, page_token="$token2"),
        versions(max_results=6),
        versions(max_results=5),
        versions(max_results=200_000),
        versions(max_results=200_001),
        versions(max_results=0),
        versions(max_results=-1),
        versions(max_results="x"),
        versions("name = 'alpha'", max_results=1).keep(token3="next_page_token"),
        versions("name = 'alpha'", max_results=1, page_token="$token3"),
        [versions(max_results=2, page_token=token) for token in FORGED_TOKENS],
        [
            versions(max_results=2, page_token=token).differs("400 for a crash")
            for token in FORGED_TOKENS_OF_OTHER_TYPES
        ],
    ),
    scenario(
        "what changed last comes first",
        [create(name) for name in ("first", "second", "third")],
        [[version(name)] * 2 for name in ("first", "second", "third")],
        update("second", description="touched"),
        models(order_by=["last_updated_timestamp DESC"], max_results=1),
        models(order_by=["timestamp DESC"], max_results=1),
        to_stage("2", "Staging", "first"),
        versions(order_by=[], max_results=1),
        versions(order_by=["last_updated_timestamp DESC"], max_results=1),
        versions(order_by=["creation_timestamp", "name", "version_number"], max_results=1),
        models(order_by=["timestamp DESC"], max_results=1),
    ),
]
