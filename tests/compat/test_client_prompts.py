"""Prompts, which MLflow keeps in the model registry: registered, versioned, found and loaded by the real client."""

import mlflow
import pytest
from mlflow.exceptions import MlflowException


@pytest.fixture
def prompts(server):
    mlflow.set_tracking_uri(server.url)
    yield mlflow.genai
    mlflow.set_tracking_uri(None)


@pytest.fixture
def name(request):
    return f"prompt-{request.node.name}"


def test_versions_and_aliases(prompts, name):
    first = prompts.register_prompt(name, "Hello {{who}}", commit_message="the first", tags={"author": "ada"})
    second = prompts.register_prompt(name, [{"role": "user", "content": "Goodbye {{who}}"}])
    assert (first.version, second.version) == (1, 2)
    assert first.tags == {"author": "ada"}
    prompts.set_prompt_alias(name, "production", 1)

    assert prompts.load_prompt(name, version=1).format(who="you") == "Hello you"
    assert prompts.load_prompt(f"prompts:/{name}@production").version == 1
    assert prompts.load_prompt(f"prompts:/{name}/2").format(who="you") == [{"role": "user", "content": "Goodbye you"}]
    assert prompts.load_prompt(name).version == 2
    assert prompts.load_prompt(f"prompts:/{name}@latest").version == 2
    assert prompts.load_prompt(name, version=1).commit_message == "the first"

    prompts.delete_prompt_alias(name, "production")
    with pytest.raises(MlflowException, match="alias production not found"):
        prompts.load_prompt(f"prompts:/{name}@production")
    assert prompts.load_prompt(f"prompts:/{name}/3", allow_missing=True) is None


def test_tags(prompts, name):
    prompts.register_prompt(name, "x")
    prompts.set_prompt_tag(name, "team", "red")
    prompts.set_prompt_version_tag(name, 1, "state", "good")
    assert prompts.get_prompt_tags(name)["team"] == "red"
    assert prompts.load_prompt(name).tags["state"] == "good"
    prompts.delete_prompt_tag(name, "team")
    prompts.delete_prompt_version_tag(name, 1, "state")
    assert "team" not in prompts.get_prompt_tags(name)
    assert "state" not in prompts.load_prompt(name, version=1).tags


def test_searches_keep_prompts_and_models_apart(prompts, name, client):
    prompts.register_prompt(name, "x", tags={"team": "red"})
    client.create_registered_model(f"{name}-model")
    client.create_model_version(f"{name}-model", "s3://bucket/x")
    of_this_test = f"name LIKE '{name}%'"
    assert [one.name for one in prompts.search_prompts(of_this_test)] == [name]
    assert [one.name for one in client.search_registered_models(of_this_test)] == [f"{name}-model"]
    assert [one.name for one in client.search_model_versions(of_this_test)] == [f"{name}-model"]
    found = [one for one in mlflow.search_registered_models() if one.name.startswith(name)]
    assert [one.name for one in found] == [f"{name}-model"]
    with pytest.raises(MlflowException, match="already taken by a prompt|registered as a prompt"):
        client.create_registered_model(name)


def test_versions_are_found(prompts, name, client):
    for number in range(3):
        prompts.register_prompt(name, f"text {number}")
    assert [one.version for one in client.search_prompt_versions(name)] == [3, 2, 1]
    client.delete_prompt_version(name, "2")
    assert [one.version for one in client.search_prompt_versions(name)] == [3, 1]


def test_delete(prompts, name, client):
    prompts.register_prompt(name, "x")
    client.delete_prompt_version(name, "1")
    client.delete_prompt(name)
    assert prompts.load_prompt(name, allow_missing=True) is None


def test_a_run_knows_the_prompts_that_it_used(prompts, name, client, experiment):
    prompts.register_prompt(name, "x")
    with mlflow.start_run() as active:
        prompts.load_prompt(f"prompts:/{name}/1")
    assert name in client.get_run(active.info.run_id).data.tags.get("mlflow.linkedPrompts", "")
