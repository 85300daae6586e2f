"""Webhooks with MLflow's own client and a real receiver: what is sent, how it is signed, what comes of failures; and the
same changes to a real MLflow server, which must send the same."""

import json
import os
import re
import subprocess
import sys
import time

import pytest
import requests
from mlflow import MlflowClient
from mlflow.entities.webhook import WebhookEvent, WebhookStatus
from mlflow.exceptions import MlflowException

import servers
from receiver import Receiver

EVENTS = [
    "registered_model.created", "model_version.created", "model_version_tag.set", "model_version_tag.deleted",
    "model_version_alias.created", "model_version_alias.deleted", "prompt.created", "prompt_version.created",
    "prompt_tag.set", "prompt_tag.deleted", "prompt_version_tag.set", "prompt_version_tag.deleted",
    "prompt_alias.created", "prompt_alias.deleted",
]  # fmt: skip
PROMPT = {"mlflow.prompt.is_prompt": "true"}
KEY = "cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4="

only_cairn = pytest.mark.skipif(servers.AGAINST_MLFLOW, reason="MLflow does otherwise")


@pytest.fixture(scope="module")
def receiver():
    with Receiver() as running:
        yield running


@pytest.fixture
def hook(client, receiver, request):
    """A webhook to a path of its own, deleted at the end so that the other tests' changes do not reach it."""
    path = "/" + re.sub(r"\W", "-", request.node.name)
    made = client.create_webhook("hook", receiver.url + path, ["registered_model.created"], secret="s3cret")
    yield made
    client.delete_webhook(made.webhook_id)


def path_of(hook) -> str:
    return "/" + hook.url.rsplit("/", 1)[1]


def unique(name: str) -> str:
    return f"{name} {time.time_ns()}"


def deliveries(server, **query) -> list[dict]:
    response = requests.get(f"{server.url}/api/cairn/1.0/webhooks/deliveries", params=query, timeout=10)
    assert response.status_code == 200, response.text
    return response.json().get("deliveries", [])


def eventually(condition, seconds: float = 20):
    deadline = time.monotonic() + seconds
    while not (found := condition()):
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.05)
    return found


# --- the client's methods


def test_a_webhook_is_created_read_changed_and_deleted(client):
    made = client.create_webhook(
        "first", "https://8.8.8.8/hook", ["model_version.created", "prompt.created"], description="d", secret="s"
    )
    assert made.name == "first" and made.description == "d" and made.status == WebhookStatus.ACTIVE
    assert [str(event) for event in made.events] == ["model_version.created", "prompt.created"]
    assert made.secret is None
    assert vars(client.get_webhook(made.webhook_id)) == vars(made)
    assert made.webhook_id in [one.webhook_id for one in client.list_webhooks()]

    changed = client.update_webhook(
        made.webhook_id, name="second", events=[WebhookEvent("model_version_tag", "set")], status="DISABLED"
    )
    assert changed.name == "second" and changed.status == WebhookStatus.DISABLED and changed.description == "d"
    assert [str(event) for event in changed.events] == ["model_version_tag.set"]
    assert changed.last_updated_timestamp >= changed.creation_timestamp

    client.delete_webhook(made.webhook_id)
    with pytest.raises(MlflowException, match="not found"):
        client.get_webhook(made.webhook_id)


def test_webhooks_are_listed_in_pages(client):
    made = [client.create_webhook(f"page{number}", "https://8.8.8.8/", ["prompt.created"]) for number in range(5)]
    wanted = [one.webhook_id for one in reversed(made)]
    seen, token = [], None
    while len(seen) < 5:
        page = client.list_webhooks(max_results=2, page_token=token)
        seen += [one.webhook_id for one in page]
        token = page.token
    assert seen[:5] == wanted
    for one in made:
        client.delete_webhook(one.webhook_id)


@pytest.mark.parametrize("event", [None, *EVENTS, "budget_policy.exceeded"])
def test_a_test_sends_mlflows_example(client, receiver, hook, event):
    from mlflow.webhooks.types import get_example_payload_for_event

    result = client.test_webhook(hook.webhook_id, event and WebhookEvent.from_str(event))
    assert (result.success, result.response_status, result.response_body) == (True, 200, "answer 200")
    (sent,) = receiver.received(path_of(hook))
    assert sent.is_signed_with("s3cret")
    body = json.loads(sent.body)
    wanted = WebhookEvent.from_str(event or "registered_model.created")
    assert f"{body['entity']}.{body['action']}" == str(wanted)
    assert json.dumps(body["data"]) == json.dumps(get_example_payload_for_event(wanted))
    assert json.dumps(body) == sent.body


def test_a_test_tells_of_failure(client, receiver, hook):
    receiver.answer(path_of(hook), 404)
    result = client.test_webhook(hook.webhook_id)
    assert (result.success, result.response_status, result.response_body) == (False, 404, "answer 404")

    client.update_webhook(hook.webhook_id, url="http://127.0.0.1:9/")
    result = client.test_webhook(hook.webhook_id)
    assert not result.success and result.error_message.startswith("Failed to test webhook: ")
    assert "refused" in result.error_message and result.response_status is None


# --- delivery


def test_an_event_is_delivered_with_its_signature(client, receiver, hook):
    name = unique("model")
    client.create_registered_model(name, tags={"k": "v"}, description="d")
    (sent,) = receiver.wait_for(path_of(hook), 1)
    assert sent.is_signed_with("s3cret") and not sent.is_signed_with("other")
    assert sent.headers["Content-Type"] == "application/json"
    body = json.loads(sent.body)
    assert body["data"] == {"name": name, "tags": {"k": "v"}, "description": "d"}
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{6})?\+00:00", body["timestamp"])


def test_secrets_can_be_changed_and_taken_away(client, receiver, hook):
    client.update_webhook(hook.webhook_id, secret="other")
    client.create_registered_model(unique("model"))
    assert receiver.wait_for(path_of(hook), 1)[0].is_signed_with("other")
    client.update_webhook(hook.webhook_id, secret="")
    client.create_registered_model(unique("model"))
    assert "X-MLflow-Signature" not in receiver.wait_for(path_of(hook), 2)[1].headers


def test_disabled_and_deleted_webhooks_hear_nothing(client, receiver):
    options = [receiver.url + "/silent", ["registered_model.created"]]
    disabled = client.create_webhook("disabled", *options, status="DISABLED")
    deleted = client.create_webhook("deleted", *options)
    client.delete_webhook(deleted.webhook_id)
    other = client.create_webhook("other", receiver.url + "/heard", ["registered_model.created"])
    client.create_registered_model(unique("model"))
    receiver.wait_for("/heard", 1)
    assert receiver.received("/silent") == []
    for one in (disabled, other):
        client.delete_webhook(one.webhook_id)


def test_what_is_refused_is_not_announced(client, receiver, hook):
    name = unique("model")
    client.create_registered_model(name)
    with pytest.raises(MlflowException, match="already exists"):
        client.create_registered_model(name)
    client.create_registered_model(name + " after")
    sent = receiver.wait_for(path_of(hook), 2)
    assert [json.loads(one.body)["data"]["name"] for one in sent] == [name, name + " after"]


def test_a_busy_receiver_is_asked_again(client, receiver, hook):
    for status in (503, 429):
        receiver.answer(path_of(hook), status)
    client.create_registered_model(unique("model"))
    sent = receiver.wait_for(path_of(hook), 3)
    assert len(sent) == 3
    assert len({one.delivery_id for one in sent}) == 1
    assert len({one.body for one in sent}) == 1
    assert all(one.is_signed_with("s3cret") for one in sent)


def test_the_receiver_says_when_to_come_back(client, receiver, hook):
    receiver.answer(path_of(hook), 503, {"Retry-After": "2"})
    client.create_registered_model(unique("model"))
    receiver.wait_for(path_of(hook), 1)
    time.sleep(1)
    assert len(receiver.received(path_of(hook))) == 1
    assert len(receiver.wait_for(path_of(hook), 2)) == 2


@pytest.mark.parametrize("status", [400, 401, 404, 410, 501])
def test_a_refusal_is_final(client, receiver, hook, status):
    receiver.answer(path_of(hook), status)
    client.create_registered_model(unique("model"))
    receiver.wait_for(path_of(hook), 1)
    client.create_registered_model(unique("model"))
    sent = receiver.wait_for(path_of(hook), 2)
    assert len({one.delivery_id for one in sent}) == 2


def test_redirects_that_keep_the_method_are_followed(client, receiver, hook):
    receiver.answer(path_of(hook), 307, {"Location": path_of(hook) + "-there"})
    client.create_registered_model(unique("model"))
    (sent,) = receiver.wait_for(path_of(hook) + "-there", 1)
    assert sent.is_signed_with("s3cret")


@only_cairn
def test_events_arrive_in_their_order(client, receiver, hook):
    names = [unique(f"model {number}") for number in range(30)]
    receiver.answer(path_of(hook), 200, after=0.3)
    for name in names:
        client.create_registered_model(name)
    sent = receiver.wait_for(path_of(hook), 30)
    assert [json.loads(one.body)["data"]["name"] for one in sent] == names


@only_cairn
def test_a_new_webhook_hears_of_the_next_change(server, receiver):
    """MLflow looks up once a minute who listens."""
    client = MlflowClient(server.url)
    client.create_registered_model(unique("model"))
    made = client.create_webhook("new", receiver.url + "/new", ["registered_model.created"])
    client.create_registered_model(unique("model"))
    assert len(receiver.wait_for("/new", 1)) == 1
    client.delete_webhook(made.webhook_id)


# --- the state of deliveries


@only_cairn
def test_the_state_of_deliveries_can_be_seen(server, client, receiver, hook):
    receiver.answer(path_of(hook), 503)
    receiver.answer(path_of(hook), 410)
    client.create_registered_model(unique("model"))
    client.create_registered_model(unique("model"))
    receiver.wait_for(path_of(hook), 3)
    eventually(lambda: len(deliveries(server, webhook_id=hook.webhook_id)) == 2 and not _pending(server, hook))
    done = deliveries(server, webhook_id=hook.webhook_id)
    assert sorted((one["state"], one["response_status"]) for one in done) == [("delivered", 200), ("failed", 410)]
    assert sum(one["attempts"] for one in done) == 3
    assert {one["event"] for one in done} == {"registered_model.created"}
    assert [one["state"] for one in deliveries(server, webhook_id=hook.webhook_id, state="failed")] == ["failed"]
    assert deliveries(server, webhook_id="nope") == []

    metrics = requests.get(f"{server.url}/metrics", timeout=10).text
    for outcome in ("delivered", "retried", "failed"):
        assert float(re.search(rf'cairn_webhook_attempts_total{{outcome="{outcome}"}} (\S+)', metrics)[1]) >= 1
    assert "cairn_webhook_deliveries_pending 0" in metrics


def _pending(server, hook):
    return deliveries(server, webhook_id=hook.webhook_id, state="pending")


@only_cairn
def test_deliveries_are_listed_in_pages(server, client, receiver, hook):
    for _ in range(5):
        client.create_registered_model(unique("model"))
    seen, token = [], ""
    for _ in range(3):
        page = requests.get(
            f"{server.url}/api/cairn/1.0/webhooks/deliveries",
            params={"webhook_id": hook.webhook_id, "max_results": 2, "page_token": token},
            timeout=10,
        ).json()
        seen += [one["delivery_id"] for one in page["deliveries"]]
        token = page.get("next_page_token", "")
    assert len(seen) == len(set(seen)) == 5 and token == ""
    url = f"{server.url}/api/cairn/1.0/webhooks/deliveries"
    for wrong in ({"state": "lost"}, {"max_results": 0}, {"max_results": 1001}, {"page_token": "!!"}):
        assert requests.get(url, params=wrong, timeout=10).status_code == 400


# --- against the real server


def test_the_same_changes_send_the_same_as_from_mlflow(tmp_path, receiver):
    ours, theirs = (_sent_by(program, tmp_path / name, receiver, name)
                    for name, program in (("cairn", servers.subject), ("mlflow", servers.mlflow)))  # fmt: skip
    assert len(ours) == len(theirs) == CHANGES_TOLD
    assert [one.body for one in ours] == [one.body for one in theirs]
    ignored = {"Host", "User-Agent", "Accept", "Accept-Encoding", "Connection", "Content-Length"}
    for mine, real in zip(ours, theirs, strict=True):
        assert mine.headers.keys() - ignored == real.headers.keys() - ignored
        assert mine.headers["Content-Type"] == real.headers["Content-Type"]


def _sent_by(program, folder, receiver, name):
    with program(folder) as server:
        client = MlflowClient(server.url)
        client.create_webhook("all", f"{receiver.url}/{name}", EVENTS, secret="s3cret")
        _change_everything(server.url)
        sent = receiver.wait_for(f"/{name}", CHANGES_TOLD)
        time.sleep(0.5)
        assert len(sent) == len(receiver.received(f"/{name}"))
    assert all(one.is_signed_with("s3cret") for one in sent)
    assert len({one.delivery_id for one in sent}) == len(sent)
    # MLflow sends with ten threads, and says when it sent.
    return sorted((_at_the_same_time(one) for one in sent), key=lambda one: one.body)


def _at_the_same_time(received):
    body, count = re.subn(r'"timestamp": "[^"]+"', '"timestamp": "then"', received.body)
    assert count == 1
    return type(received)(received.path, received.headers, body)


CHANGES_TOLD = 19  # of those that follow


def _change_everything(url):
    def send(method, path, **body):
        response = requests.request(method, f"{url}/api/2.0/mlflow/{path}", json=body, timeout=30)
        assert response.status_code == 200, response.text

    def tags(**pairs):
        return [{"key": key, "value": value} for key, value in pairs.items()]

    prompt = [{"key": key, "value": value} for key, value in PROMPT.items()]
    odd = [{"key": "a", "value": "1"}, {"key": "b", "value": 'é"\n☃\U0001f600'}, {"key": "a", "value": "2"}]
    send("POST", "registered-models/create", name="m", tags=odd)
    send("POST", "registered-models/create", name="m2", description="dé")
    send("POST", "registered-models/set-tag", name="m", key="k", value="v")
    send("DELETE", "registered-models/delete-tag", name="m", key="k")
    send("POST", "model-versions/create", name="m", source="s3://b/m")
    send("POST", "model-versions/create", name="m", source="s3://b/m", description="d", tags=tags(z="1"), run_link="l")
    send("PATCH", "model-versions/update", name="m", version="1", description="new")
    send("POST", "model-versions/set-tag", name="m", version="1", key="k", value="v")
    send("POST", "model-versions/set-tag", name="m", version="1", key="bare")
    send("DELETE", "model-versions/delete-tag", name="m", version="1", key="k")
    send("DELETE", "model-versions/delete-tag", name="m", version="1", key="absent")
    send("POST", "registered-models/alias", name="m", alias="champion", version="1")
    send("DELETE", "registered-models/alias", name="m", alias="champion")
    send("DELETE", "registered-models/alias", name="m", alias="absent")

    typed = prompt + tags(_mlflow_prompt_type="text", x="y")
    send("POST", "registered-models/create", name="p", tags=typed, description="d")
    send("POST", "registered-models/set-tag", name="p", key="k", value="v")
    send("DELETE", "registered-models/delete-tag", name="p", key="k")
    text = [{"key": "mlflow.prompt.text", "value": "Hello {{name}}"}]
    send("POST", "model-versions/create", name="p", source="prompt-template", tags=typed + text)
    send("POST", "model-versions/set-tag", name="p", version="1", key="k", value="v")
    send("DELETE", "model-versions/delete-tag", name="p", version="1", key="k")
    send("POST", "registered-models/alias", name="p", alias="champion", version="1")
    send("DELETE", "registered-models/alias", name="p", alias="champion")
    send("DELETE", "registered-models/delete", name="p")


REFUSED = [
    "http://8.8.8.8/", "https://127.0.0.1/", "https://localhost/", "https://10.0.0.1/", "https://169.254.169.254/latest",
    "https://[::1]/", "https://[::ffff:10.0.0.1]/", "https://2130706433/", "https://0x7f.1/", "https://0/",
    "https://100.64.0.1/", "https://[64:ff9b::a00:1]/", "https://[2002:a00:1::]/", "https://192.168.0.1:8443/x",
    "https://no-such-host.invalid/", "https://u:p@127.0.0.1/", "https://[fd00::1]/", "https://[fe80::1]/",
]  # fmt: skip


def test_addresses_are_refused_as_by_mlflow(tmp_path):
    def answers(server):
        server.environment |= {"MLFLOW_WEBHOOK_ALLOWED_SCHEMES": "https", "MLFLOW_WEBHOOK_ALLOW_PRIVATE_IPS": "false"}
        with server:
            kept = _create(server, "https://8.8.8.8/")["webhook"]["webhook_id"]
            changes = f"{server.url}/api/2.0/mlflow/webhooks/{kept}"
            refused = [_create(server, url) for url in REFUSED]
            refused += [requests.patch(changes, json={"url": url}, timeout=30).json() for url in REFUSED[:3]]
            # Python spells some IPv6 addresses otherwise than the C library.
            return [one | {"message": one["message"].split(" resolves to ")[0]} for one in refused]

    ours = answers(servers.subject(tmp_path / "cairn"))
    assert ours == answers(servers.mlflow(tmp_path / "mlflow"))
    assert all(one["error_code"] == "INVALID_PARAMETER_VALUE" for one in ours)


def _create(server, url):
    body = {"name": "w", "url": url, "events": [{"entity": "PROMPT", "action": "CREATED"}]}
    return requests.post(f"{server.url}/api/2.0/mlflow/webhooks", json=body, timeout=30).json()


# --- one database for both


def _in_mlflow(code: str, store_uri: str) -> str:
    """Runs a line with `store`, MLflow's own registry over the database; what it prints."""
    program = f"from mlflow.store.model_registry.sqlalchemy_store import SqlAlchemyStore\n" \
              f"from mlflow.entities.webhook import WebhookEvent\n" \
              f"store = SqlAlchemyStore({store_uri!r})\n{code}"  # fmt: skip
    environment = os.environ | servers.MLFLOW_ENVIRONMENT | {"MLFLOW_WEBHOOK_SECRET_ENCRYPTION_KEY": KEY}
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=120, env=environment, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_a_webhook_of_mlflows_is_signed_for_by_cairn(tmp_path, receiver):
    server = servers.subject(tmp_path)
    server.environment["MLFLOW_WEBHOOK_SECRET_ENCRYPTION_KEY"] = KEY
    url = receiver.url + "/theirs"
    event = 'WebhookEvent("registered_model", "created")'
    hook = _in_mlflow(
        f'print(store.create_webhook("theirs", {url!r}, [{event}], "d", "ünder us").webhook_id)', server.store_uri
    )
    with server:
        client = MlflowClient(server.url)
        client.create_registered_model("m")
        assert receiver.wait_for("/theirs", 1)[0].is_signed_with("ünder us")
        assert client.get_webhook(hook).description == "d"


def test_a_webhook_of_cairns_has_its_secret_in_mlflow(tmp_path):
    server = servers.subject(tmp_path)
    server.environment["MLFLOW_WEBHOOK_SECRET_ENCRYPTION_KEY"] = KEY
    with server:
        client = MlflowClient(server.url)
        made = client.create_webhook("ours", "https://8.8.8.8/", EVENTS, description="d", secret="ünder us")
        bare = client.create_webhook("bare", "https://8.8.8.8/", ["prompt.created"], status="DISABLED")
    show = "w = store.get_webhook({!r}); print(w.secret, w.description, w.status, len(w.events))"
    assert _in_mlflow(show.format(made.webhook_id), server.store_uri) == f"ünder us d ACTIVE {len(EVENTS)}"
    assert _in_mlflow(show.format(bare.webhook_id), server.store_uri) == "None None DISABLED 1"


@only_cairn
def test_secrets_outlive_a_restart_without_a_key_of_ones_own(tmp_path, receiver):
    server = servers.subject(tmp_path)
    with server:
        MlflowClient(server.url).create_webhook(
            "kept", receiver.url + "/kept", ["registered_model.created"], secret="s3cret"
        )
    key_file = tmp_path / "mlflow.db.webhook-key"
    assert key_file.stat().st_mode & 0o777 == 0o600
    with server:
        MlflowClient(server.url).create_registered_model("m")
        assert receiver.wait_for("/kept", 1)[0].is_signed_with("s3cret")
