"""Registered models: create, read, describe, rename, delete; tags and aliases. Searching is in search_registry."""

from conversation import delete, get, patch, post, scenario


def create(name="m", **fields):
    return post("registered-models/create", {"name": name, **fields})


def show(name="m"):
    return get("registered-models/get", name=name)


def update(name="m", **fields):
    return patch("registered-models/update", {"name": name, **fields})


def rename(new_name, name="m"):
    return post("registered-models/rename", {"name": name, "new_name": new_name})


def remove(name="m"):
    return delete("registered-models/delete", {"name": name})


def set_tag(key, value="v", name="m"):
    return post("registered-models/set-tag", {"name": name, "key": key, "value": value})


def delete_tag(key, name="m"):
    return delete("registered-models/delete-tag", {"name": name, "key": key})


def set_alias(alias, version="1", name="m"):
    return post("registered-models/alias", {"name": name, "alias": alias, "version": version})


def delete_alias(alias, name="m"):
    return delete("registered-models/alias", {"name": name, "alias": alias})


def by_alias(alias, name="m"):
    return get("registered-models/alias", name=name, alias=alias)


def latest(name="m", **fields):
    return post("registered-models/get-latest-versions", {"name": name, **fields})


def version(name="m", source="s3://bucket/model", **fields):
    return post("model-versions/create", {"name": name, "source": source, **fields})


def show_version(number="1", name="m"):
    return get("model-versions/get", name=name, version=number)


def to_stage(number, stage, name="m", **fields):
    return post("model-versions/transition-stage", {"name": name, "version": number, "stage": stage, **fields})


def tags(**values):
    return [{"key": key, "value": value} for key, value in values.items()]


NAMES_TO_REFUSE = (" ", "\t\n", "a/b", "a:b", ".", "..", "../a", "./a", "/", "a/../b", "//", "a/")

SCENARIOS = [
    scenario(
        "create and read",
        create("plain"),
        show("plain"),
        create("full", tags=tags(a="1", empty=""), description="what it is"),
        show("full"),
        create("described with nothing", description=""),
        show("described with nothing"),
        create("a tag twice", tags=[*tags(a="1"), *tags(a="2", b="3")]),
        show("a tag twice"),
        create("null", tags=None, description=None),
        show("null"),
        show("nope"),
        show(""),
        get("registered-models/get"),
    ),
    scenario(
        "names that are good",
        [
            create(name)
            for name in ("ünïcödé ☃", 'it\'s "quoted"', " spaces ", "x" * 256, "x" * 600, "%_\\", "0", "a.b")
        ],
        [show(name) for name in ("ünïcödé ☃", " spaces ", "spaces", "A.B", "x" * 600)],
    ),
    scenario(
        "names that are not",
        create(""),
        create(None),
        post("registered-models/create", {}),
        [create(name) for name in NAMES_TO_REFUSE],
        [show(name) for name in NAMES_TO_REFUSE],
        create(5),
        create("m", tags=[{"key": "a/../b", "value": "x"}]),
        create("m", tags=[{"key": "", "value": "x"}]),
        create("m", tags=[{"value": "x"}]),
        create("m", tags=[{"key": "a"}]),
        show("m"),
    ),
    scenario(
        "a name is taken",
        create("m"),
        create("m"),
        create("m", description="another", tags=tags(a="1")),
        create("M"),
        show(),
        remove(),
        create("m", description="again"),
        show(),
    ),
    scenario(
        "describe",
        create(description="first"),
        update(description="second"),
        show(),
        update(),
        show(),
        update(description="third"),
        update(description=None),
        update(description="ünïcödé ☃" * 1000),
        update("nope", description="x"),
        update("", description="x"),
        update("a/b", description="x"),
        patch("registered-models/update", {}),
    ),
    scenario(
        "rename",
        create("m", tags=tags(a="1"), description="d"),
        version(tags=tags(b="2")),
        version(),
        to_stage("2", "Staging"),
        set_alias("champion"),
        create("other"),
        rename("n"),
        show("n"),
        show("m"),
        show_version("1", "n"),
        show_version("1", "m"),
        by_alias("champion", "n"),
        latest("n"),
        rename("other", name="n").differs("no SQL in messages about a taken name"),
        rename("n", name="n"),
        rename("x", name="nope"),
        rename("", name="n"),
        rename("  ", name="n"),
        rename("a/b", name="n"),
        rename(".", name="n"),
        post("registered-models/rename", {"name": "n"}),
        post("registered-models/rename", {"new_name": "n"}),
        version("n"),
        show("n"),
    ),
    scenario(
        "delete",
        create("m", tags=tags(a="1")),
        version(tags=tags(b="2")),
        set_alias("champion"),
        remove(),
        show(),
        show_version(),
        by_alias("champion"),
        remove(),
        create("m"),
        show(),
        version(),
        show(),
        remove(""),
        remove("a/b"),
        delete("registered-models/delete", {}),
        delete("registered-models/delete?name=m"),
    ),
    scenario(
        "tags",
        create(),
        set_tag("a", "1"),
        set_tag("a", "2"),
        set_tag("empty", ""),
        post("registered-models/set-tag", {"name": "m", "key": "absent"}),
        set_tag("with space", "x"),
        set_tag("dotted.key/and-slash:colon", "x"),
        set_tag("long", "x" * 100_000),
        set_tag("k" * 250),
        show(),
        set_tag("long", "é" * 100_000),
        delete_tag("long"),
        delete_tag("a"),
        delete_tag("a"),
        delete_tag("nope"),
        show(),
    ),
    scenario(
        "tags that are refused",
        create(),
        set_tag("x" * 251),
        set_tag("a", "x" * 100_001),
        [set_tag(key) for key in ("", "a//b", "../a", "/a", "a/", "a+b", "a,b", "ä*", ".", "a\n\n")],
        [delete_tag(key) for key in ("", "a//b", "a+b", "x" * 251)],
        set_tag("a", name="nope"),
        delete_tag("a", name="nope"),
        set_tag("a", name="a/b"),
        delete_tag("a", name="a/b"),
        set_tag("a+b", name="nope"),
        post("registered-models/set-tag", {"name": "m"}),
        post("registered-models/set-tag", {}),
        delete("registered-models/delete-tag", {"name": "m"}),
        show(),
    ),
    scenario(
        "aliases",
        create(),
        [version() for _ in range(3)],
        set_alias("champion", "1"),
        set_alias("challenger", "2"),
        set_alias("a-b_c", "2"),
        set_alias("ünï", "2"),
        set_alias("Champion", "3"),
        show(),
        [show_version(number) for number in ("1", "2", "3")],
        by_alias("champion"),
        by_alias("Champion"),
        by_alias("CHAMPION"),
        set_alias("champion", "2"),
        by_alias("champion"),
        show_version("1"),
        show_version("2"),
        latest(),
        delete_alias("challenger"),
        delete_alias("challenger"),
        delete_alias("nope"),
        by_alias("challenger"),
        show(),
    ),
    scenario(
        "aliases that are refused",
        create(),
        version(),
        [
            set_alias(alias)
            for alias in ("", "latest", "Latest", "LATEST", "v1", "V12", "a b", "a.b", "a/b", "a@b", "a:b")
        ],
        [set_alias(alias) for alias in ("x" * 255, "x" * 256, "v1x", "v", "1", "-", "a\n")],
        [delete_alias(alias) for alias in ("", "a b", "latest", "v1", "x" * 256)],
        [by_alias(alias) for alias in ("", "a b", "v1", "x" * 256)],
        set_alias("a", "2"),
        set_alias("a", "x"),
        set_alias("a", ""),
        set_alias("a", "1.0"),
        set_alias("a", " 1 "),
        set_alias("a", name="nope"),
        set_alias("a", name="a/b"),
        delete_alias("a", name="nope"),
        delete_alias("a", name="a/b"),
        by_alias("a", name="nope"),
        by_alias("a", name="a/b"),
        by_alias("latest", name="nope"),
        post("registered-models/alias", {"name": "m", "alias": "a"}),
        post("registered-models/alias", {"name": "m", "version": "1"}),
        get("registered-models/alias", name="m"),
        post("registered-models/alias", {"name": "m", "alias": "a", "version": 1}),
        show(),
    ),
    scenario(
        "the alias of the highest version",
        create(),
        by_alias("latest"),
        [version() for _ in range(4)],
        by_alias("latest"),
        by_alias("LaTeSt"),
        to_stage("4", "Archived"),
        to_stage("2", "Production"),
        by_alias("latest"),
        delete("model-versions/delete", {"name": "m", "version": "4"}),
        by_alias("latest"),
        set_alias("champion", "3"),
        by_alias("latest"),
    ),
    scenario(
        "latest versions",
        create(),
        latest(),
        [version(tags=tags(n=str(number))) for number in range(6)],
        latest(),
        to_stage("2", "Staging"),
        to_stage("3", "Production"),
        to_stage("5", "Production"),
        to_stage("4", "Archived"),
        set_alias("champion", "5"),
        latest(),
        show(),
        latest(stages=["Production"]),
        latest(stages=["production", "STAGING"]),
        latest(stages=["None", "None"]),
        latest(stages=[]),
        latest(stages=None),
        latest(stages=["nope"]),
        latest(stages=["Production", ""]),
        latest(stages=["Deleted_Internal"]),
        latest(stages="Production"),
        get("registered-models/get-latest-versions", name="m"),
        get("registered-models/get-latest-versions", name="m", stages=["Production", "Staging"]),
        get("registered-models/get-latest-versions", name="m", stages="archived"),
        latest("nope"),
        latest("a/b"),
        latest("nope", stages=["nope"]),
        post("registered-models/get-latest-versions", {}),
        delete("model-versions/delete", {"name": "m", "version": "5"}),
        latest(stages=["Production"]),
        show(),
    ),
]
