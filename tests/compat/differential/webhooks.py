"""Webhooks: create, read, list, change, delete. What they send is in test_webhooks."""

from conversation import FORGED_TOKENS, FORGED_TOKENS_OF_OTHER_TYPES, delete, get, patch, post, request, scenario

URL = "http://127.0.0.1:9/hook"
CREATED = {"entity": "MODEL_VERSION", "action": "CREATED"}
ENTITIES = [
    "REGISTERED_MODEL", "MODEL_VERSION", "MODEL_VERSION_TAG", "MODEL_VERSION_ALIAS", "PROMPT", "PROMPT_VERSION",
    "PROMPT_TAG", "PROMPT_VERSION_TAG", "PROMPT_ALIAS", "BUDGET_POLICY",
]  # fmt: skip
ACTIONS = ["CREATED", "UPDATED", "DELETED", "SET", "EXCEEDED"]


def create(keep=None, **fields):
    step = post("webhooks", {"name": "w", "url": URL, "events": [CREATED]} | fields)
    return step.keep(**{keep: "webhook.webhook_id"}) if keep else step


def change(**fields):
    return patch("webhooks/$hook", fields)


def event(entity, action):
    return {"entity": entity, "action": action}


SHOW = get("webhooks/$hook")
LIST = get("webhooks")

SCENARIOS = [
    scenario(
        "create, read, list",
        LIST,
        create("hook", description="d", secret="s", status="DISABLED"),
        SHOW,
        LIST,
        create("bare", name="bare"),
        get("webhooks/$bare"),
        create("named_alike", name="bare"),
        create(description="", secret="", status="ACTIVE"),
        create(description="x" * 1001, secret="é" * 2000),
    ),
    scenario(
        "every pair of an entity and an action",
        [create(events=[event(entity, action)]) for entity in ENTITIES for action in ACTIONS],
        create(
            "hook",
            events=[
                event("MODEL_VERSION_TAG", "SET"), event("PROMPT", "CREATED"), event("REGISTERED_MODEL", "CREATED"),
                event("BUDGET_POLICY", "EXCEEDED"), event("MODEL_VERSION_TAG", "DELETED"), event("MODEL_VERSION", "CREATED"),
            ],
        ),  # fmt: skip
        SHOW,
    ),
    scenario(
        "events that are none",
        create(events=[]),
        create(events=None),
        create(events="x"),
        create(events=3),
        create(events=[CREATED, event("MODEL_VERSION", "DELETED")]),
        create(events=[event(2, 1)]),
        create(events=[event("2", "1")]),
        create(events=[CREATED, CREATED]).differs("no SQL in messages"),
        [
            create(events=[wrong]).differs("400 for a crash")
            for wrong in (
                {}, {"entity": "MODEL_VERSION"}, {"action": "CREATED"}, event("NOPE", "CREATED"), event("PROMPT", "NOPE"),
                event("model_version", "created"), event(0, 1), event(99, 1), event("ENTITY_UNSPECIFIED", "CREATED"),
                event("PROMPT", "ACTION_UNSPECIFIED"), "x", None,
            )
        ],
        LIST,
    ),  # fmt: skip
    scenario(
        "what must be there, and of which type",
        post("webhooks", {}),
        post("webhooks", {"name": "w"}),
        post("webhooks", {"name": "w", "url": URL}),
        create(name=None),
        create(name=""),
        create(name=3),
        create(url=None),
        create(url=""),
        create(url=3),
        create(description=3),
        create(secret=3),
        create(status=2),
        create(status=0),
        create(status=3),
        create(status="DISABLED"),
        create(status="NOPE"),
        create(status=[]),
        post("webhooks", raw="{"),
        create().sent_with(content_type="text/plain"),
        create().sent_with(content_type=None),
    ),
    scenario(
        "names",
        [create(name=name) for name in ("a", "7", "A.b_c-9", "a" * 63, "a..b")],
        [create(name=name) for name in ("-a", "a-", ".a", "a b", " a", "a\n", "é", "a" * 64, "a/b", "a'b", 'a"b', " ")],
    ),
    scenario(
        "addresses",
        [
            create(url=url)
            for url in (
                "http://host", "HTTP://host/", "https://host:99999/", "http://u:p@host/a?b#c", "http://a b/",
                "http://[::1]/", "http://u:p@[::1]:80/", "http://[fe80::1%25eth0]/", "http://[v1.a]/", " http://host/",
                "http://\nhost/", "http://host/\t\n", "http://host?x", "http://host#x", "http://u@h@host/",
                "http://host\\@x/", "https://" + "x" * 600, "http://1.2.3.4:x/",
            )
        ],
        [
            create(url=url)
            for url in (
                "ftp://host", "x", "//host", "1http://host", "ht!tp://host/", "mailto:a@b", "http://", "http:///a",
                "http://:80/", "http://@/", "http:/x", "http:x", "http://?x", " ", "\t\n", "http://[::1", "http://[zz]/",
                "http://[::1]x/", "http://x[::1]/", "http://a]b/", "http://ab[/", "http://[127.0.0.1]/", "http://[]/",
            )
        ],
    ),  # fmt: skip
    scenario(
        "change one thing after the other",
        create("hook", description="d", secret="s"),
        change(),
        change(name="other"),
        SHOW,
        change(description="other"),
        change(url="http://other/"),
        change(status="DISABLED"),
        change(secret="t"),
        change(secret=""),
        change(events=[event("PROMPT", "CREATED"), event("PROMPT_TAG", "SET")]),
        change(name="all", description="of", url="http://it/", events=[CREATED], secret="u", status="ACTIVE"),
        SHOW,
        change(name="", url="", events=[]),
        change(description=None, name=None),
        change(description=""),
        SHOW,
        change(webhook_id="other", name="n2"),
        change(status="NOPE"),
        patch("webhooks/$hook", {"name": "plain"}).sent_with(content_type="text/plain"),
        patch("webhooks/$hook", raw="{"),
        SHOW,
    ),
    scenario(
        "changes that are refused change nothing",
        create("hook"),
        change(name="bad name"),
        change(name=3),
        change(url="ftp://x"),
        change(url="http://"),
        change(url=3),
        change(events=[event("PROMPT", "SET")]),
        change(events=3),
        change(events=[CREATED, CREATED]).differs("no SQL in messages"),
        change(events=[{}]).differs("400 for a crash"),
        change(status=3),
        change(description=3),
        change(name="good", url="ftp://x"),
        SHOW,
    ),
    scenario(
        "what does not exist",
        get("webhooks/nope"),
        patch("webhooks/nope", {"name": "x"}),
        patch("webhooks/nope", {"name": "bad name"}),
        patch("webhooks/nope", {"events": [event("PROMPT", "SET")]}),
        delete("webhooks/nope"),
        post("webhooks/nope/test", {}),
        get("webhooks/"),
        get("webhooks/a/b"),
        get("webhooks/a%2Fb"),
        request("PUT", "webhooks/nope"),
        request("DELETE", "webhooks"),
        create("hook"),
        get("webhooks/$hook/"),
        delete("webhooks/$hook"),
        delete("webhooks/$hook"),
        SHOW,
        change(name="x"),
        post("webhooks/$hook/test", {}),
        LIST,
    ),
    scenario(
        "pages",
        [create(name=f"w{number}") for number in range(5)],
        get("webhooks", max_results=5),
        get("webhooks", max_results=2).keep(token_2="next_page_token"),
        get("webhooks", max_results=2, page_token="$token_2").keep(token_4="next_page_token"),
        get("webhooks", max_results=2, page_token="$token_4"),
        get("webhooks", page_token="$token_2"),
        get("webhooks", page_token=""),
        get("webhooks", max_results=0),
        get("webhooks", max_results=1000),
        get("webhooks", max_results=1001),
        get("webhooks", max_results=-1),
        get("webhooks", max_results="x"),
        get("webhooks", max_results=99999999999).differs("refused, not half read"),
        [get("webhooks", page_token=token) for token in FORGED_TOKENS],
        [get("webhooks", page_token=token).differs("400 for a crash") for token in FORGED_TOKENS_OF_OTHER_TYPES],
    ),
    scenario(
        "tests that cannot be sent",
        create("hook"),
        post("webhooks/$hook/test", {"event": event("PROMPT", "SET")}),
        post("webhooks/$hook/test", {"event": {}}).differs("400 for a crash"),
        post("webhooks/$hook/test", {"event": "x"}).differs("400 for a crash"),
    ),
]
