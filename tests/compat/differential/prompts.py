"""Prompts: registered models with certain tags, which searches for models leave out."""

from conversation import delete, get, post, scenario
from differential.model_versions import download_uri, set_tag
from differential.registered_models import create, set_alias, show, show_version, tags, version
from differential.registered_models import set_tag as set_model_tag

IS_PROMPT = {"mlflow.prompt.is_prompt": "true"}


def prompt(name="p", **more):
    return create(name, tags=tags(**IS_PROMPT, **more))


def prompt_version(text="Hello {{name}}", name="p", source="dummy-source", **fields):
    return version(name, source, tags=tags(**IS_PROMPT, **{"mlflow.prompt.text": text}), **fields)


def models(filter=None, **fields):
    return get("registered-models/search", **({} if filter is None else {"filter": filter}), **fields)


def versions(filter=None, **fields):
    given = {} if filter is None else {"filter": filter}
    return get("model-versions/search", **given, order_by=["name", "version_number"], **fields)


ABOUT_PROMPTS = (
    None,
    "tags.`mlflow.prompt.is_prompt` = 'true'",
    "tag.`mlflow.prompt.is_prompt` = 'TRUE'",
    "tags.`mlflow.prompt.is_prompt` != 'false'",
    "tags.`mlflow.prompt.is_prompt` != 'true'",
    "tags.`mlflow.prompt.is_prompt` = 'false'",
    "tags.`mlflow.prompt.is_prompt` LIKE '%'",
    "tags.`mlflow.prompt.is_prompt` = 'true' AND tags.team = 'a'",
    "tags.team = 'a'",
    "tags.team = 'a' AND tags.`mlflow.prompt.is_prompt` = 'true'",
    "tags.`mlflow.prompt.is_prompt` = 'true' AND tags.`mlflow.prompt.is_prompt` = 'false'",
    "tags.`mlflow.prompt.is_prompt` = 'false' AND tags.`mlflow.prompt.is_prompt` = 'true'",
    "name = 'p'",
    "name LIKE '%' AND tags.`mlflow.prompt.is_prompt` != 'true'",
)

ZOO = [
    prompt("p", team="a"),
    prompt("q"),
    create("m", tags=tags(team="a")),
    create("n", tags=tags(**{"mlflow.prompt.is_prompt": "false"})),
    create("o", tags=tags(**{"mlflow.prompt.is_prompt": "True"})),
    prompt_version(name="p"),
    prompt_version(name="p"),
    prompt_version(name="q"),
    version("m"),
    version("m", tags=tags(team="a")),
    version("n", tags=tags(**{"mlflow.prompt.is_prompt": "false"})),
    version("n", tags=tags(**{"mlflow.prompt.is_prompt": "True"}), source="dummy-source"),
    version("o"),
]

SCENARIOS = [
    scenario(
        "register and read",
        prompt(team="a"),
        show("p"),
        prompt_version(description="first"),
        prompt_version("Goodbye", source="prompt-template"),
        show_version("1", "p"),
        download_uri("1", "p"),
        set_alias("production", "2", "p"),
        get("registered-models/alias", name="p", alias="production"),
        get("registered-models/alias", name="p", alias="latest"),
        set_tag("a", "1", "1", "p"),
        set_model_tag("b", "2", "p"),
        show("p"),
        prompt_version("x" * 100_000),
        prompt_version("x" * 100_001),
        delete("model-versions/delete", {"name": "p", "version": "2"}),
        delete("registered-models/alias", {"name": "p", "alias": "production"}),
        show("p"),
        delete("registered-models/delete", {"name": "p"}),
        show("p"),
    ),
    scenario(
        "sources of prompts",
        prompt(),
        create("m"),
        [
            prompt_version(source=source)
            for source in ("s3://bucket/x", "/etc/passwd", "runs:/x/y", "models:/m/1", "http://x/y", "", "Dummy-source")
        ],
        version("p", "s3://bucket/x"),
        version("p", "dummy-source"),
        version("m", "dummy-source", tags=tags(**{"mlflow.prompt.is_prompt": "TRUE"})),
        version("m", "dummy-source", tags=tags(**{"mlflow.prompt.is_prompt": "yes"})),
        version("m", "dummy-source", tags=[*tags(**IS_PROMPT), *tags(**{"mlflow.prompt.is_prompt": "false"})]),
        prompt_version(run_id="nope"),
        show("p"),
        show("m"),
    ),
    scenario(
        "a name is a prompt's or a model's",
        prompt("p"),
        create("m"),
        create("p"),
        prompt("m"),
        prompt("p"),
        create("m"),
        create("p", tags=tags(**{"mlflow.prompt.is_prompt": "false"})),
        create("it's"),
        prompt("it's"),
    ),
    scenario("models are listed without prompts", ZOO, [models(text) for text in ABOUT_PROMPTS]),
    scenario("versions are listed without prompts", ZOO, [versions(text) for text in ABOUT_PROMPTS]),
    scenario(
        "a model becomes a prompt and back",
        create(),
        version(),
        set_model_tag("mlflow.prompt.is_prompt", "true"),
        models(),
        versions(),
        set_tag("mlflow.prompt.is_prompt", "true"),
        versions(),
        post("registered-models/set-tag", {"name": "m", "key": "mlflow.prompt.is_prompt", "value": "false"}),
        models(),
        versions(),
        delete("model-versions/delete-tag", {"name": "m", "version": "1", "key": "mlflow.prompt.is_prompt"}),
        versions(),
    ),
]
