"""MLflow's own client against the model registry: every method of MlflowClient that has to do with models."""

import json
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import mlflow
import pytest
from mlflow.exceptions import MlflowException, RestException
from mlflow.store.artifact.models_artifact_repo import ModelsArtifactRepository
from sklearn.linear_model import LinearRegression


@pytest.fixture
def model(client, request):
    """The name of a new registered model, of this test alone."""
    return client.create_registered_model(request.node.name).name


@pytest.fixture
def resolved(server):
    """Where a models:/ URI leads, as the client resolves it before it downloads."""
    mlflow.set_tracking_uri(server.url)
    yield ModelsArtifactRepository.get_underlying_uri
    mlflow.set_tracking_uri(None)


def register(client, name, number=1, **fields):
    """So many versions, each from a place of its own."""
    return [
        client.create_model_version(name, f"s3://bucket/{name}/{place}", **fields).version for place in range(number)
    ]


class TestRegisteredModels:
    def test_from_creation_to_deletion(self, client):
        created = client.create_registered_model("of a whole life", tags={"a": "1"}, description="what it is")
        assert (created.name, created.tags, created.description) == ("of a whole life", {"a": "1"}, "what it is")
        assert created.creation_timestamp == created.last_updated_timestamp
        assert created.latest_versions == []

        client.update_registered_model("of a whole life", description="something else")
        client.set_registered_model_tag("of a whole life", "b", 2)
        client.delete_registered_model_tag("of a whole life", "a")
        client.rename_registered_model("of a whole life", "renamed")
        renamed = client.get_registered_model("renamed")
        assert (renamed.name, renamed.tags, renamed.description) == ("renamed", {"b": "2"}, "something else")

        client.delete_registered_model("renamed")
        for name in ("of a whole life", "renamed"):
            with pytest.raises(RestException, match=f"name={name} not found") as raised:
                client.get_registered_model(name)
            assert raised.value.error_code == "RESOURCE_DOES_NOT_EXIST"

    def test_a_name_is_taken_once(self, client, model):
        with pytest.raises(RestException, match="already exists") as raised:
            client.create_registered_model(model)
        assert raised.value.error_code == "RESOURCE_ALREADY_EXISTS"

    def test_search_in_pages(self, client):
        names = [f"paged {number}" for number in range(7)]
        for name in names:
            client.create_registered_model(name, tags={"paged": "yes"})
        found, token = [], None
        while True:
            page = client.search_registered_models(
                "tags.paged = 'yes'", max_results=3, order_by=["name DESC"], page_token=token
            )
            found += [one.name for one in page]
            token = page.token
            if not token:
                break
        assert found == names[::-1]
        assert len(client.search_registered_models("name LIKE 'paged%'")) == 7


class TestVersions:
    def test_from_creation_to_deletion(self, client, model, experiment, run_id):
        created = client.create_model_version(
            model, f"runs:/{run_id}/model", run_id, tags={"a": "1"}, run_link="http://x/y", description="the first"
        )
        assert (created.version, created.status, created.current_stage) == ("1", "READY", "None")
        assert (created.run_id, created.run_link, created.tags) == (run_id, "http://x/y", {"a": "1"})

        client.update_model_version(model, "1", "another text")
        client.set_model_version_tag(model, "1", "b", 2)
        client.delete_model_version_tag(model, "1", "a")
        read = client.get_model_version(model, "1")
        assert (read.description, read.tags) == ("another text", {"b": "2"})
        assert client.get_model_version_download_uri(model, "1") == f"runs:/{run_id}/model"

        client.delete_model_version(model, "1")
        with pytest.raises(RestException, match="not found"):
            client.get_model_version(model, "1")
        assert register(client, model) == ["2"]

    def test_search(self, client, model, experiment, run_id):
        register(client, model, 3)
        client.create_model_version(model, f"runs:/{run_id}/model", run_id, tags={"kind": "best"})

        def found(filter_string, **fields):
            return [one.version for one in client.search_model_versions(filter_string, **fields)]

        by_number = {"order_by": ["version_number ASC"]}
        assert found(f"name = '{model}'", **by_number) == ["1", "2", "3", "4"]
        assert found(f"name = '{model}'", order_by=["version_number DESC"]) == ["4", "3", "2", "1"]
        assert found(f"run_id = '{run_id}'") == ["4"]
        assert found(f"name = '{model}' AND tags.kind = 'best'") == ["4"]
        assert found(f"source_path LIKE '%/{model}/1'") == ["2"]
        first = client.search_model_versions(f"name = '{model}'", max_results=3, **by_number)
        rest = client.search_model_versions(f"name = '{model}'", max_results=3, page_token=first.token, **by_number)
        assert [one.version for one in [*first, *rest]] == ["1", "2", "3", "4"]

    def test_copy(self, client, model):
        client.create_registered_model(f"{model} copy")
        register(client, model, 2)
        copy = client.copy_model_version(f"models:/{model}/2", f"{model} copy")
        assert (copy.name, copy.version, copy.source) == (f"{model} copy", "1", f"models:/{model}/2")
        assert client.get_model_version_download_uri(copy.name, "1") == f"s3://bucket/{model}/1"
        copy_of_copy = client.copy_model_version(f"models:/{model} copy/1", f"{model} another copy")
        assert client.get_model_version_download_uri(copy_of_copy.name, "1") == f"s3://bucket/{model}/1"

    def test_only_what_lies_in_the_run(self, client, model, run_id):
        inside = client.get_run(run_id).info.artifact_uri + "/model"
        assert client.create_model_version(model, inside, run_id).source == inside
        for source in ("/etc/passwd", inside + "/../../../x", "file:///etc", f"runs:/{'0' * 32}/model"):
            with pytest.raises(MlflowException, match="Invalid model version source"):
                client.create_model_version(model, source, run_id)

    def test_no_number_is_given_twice_or_left_out(self, server, model):
        """32 clients, each with a connection of its own, let go at the same moment."""
        clients, each = 32, 10
        together = threading.Barrier(clients)

        def register_some(number):
            own = mlflow.MlflowClient(server.url)
            own.get_registered_model(model)
            together.wait(timeout=30)
            return [own.create_model_version(model, f"s3://bucket/{number}/{place}").version for place in range(each)]

        with ThreadPoolExecutor(clients) as pool:
            answered = [version for versions in pool.map(register_some, range(clients)) for version in versions]
        assert Counter(answered) == Counter(str(number) for number in range(1, clients * each + 1))
        stored = mlflow.MlflowClient(server.url).search_model_versions(f"name = '{model}'", max_results=1000)
        assert sorted(int(one.version) for one in stored) == list(range(1, clients * each + 1))
        assert len({one.source for one in stored}) == clients * each


@pytest.mark.filterwarnings("ignore::FutureWarning")
def test_a_model_from_training_to_production(client, model, experiment):
    """As in every tutorial: log, register, name, load by each of its names."""
    trained = LinearRegression().fit([[1.0], [2.0]], [1.0, 2.0])
    with mlflow.start_run() as active:
        logged = mlflow.sklearn.log_model(trained, name="model", registered_model_name=model)
    version = client.get_model_version(model, "1")
    assert (version.run_id, version.source) == (active.info.run_id, f"models:/{logged.model_id}")
    of_versions = json.loads(client.get_logged_model(logged.model_id).tags["mlflow.modelVersions"])
    assert {"name": model, "version": 1} in of_versions

    client.set_registered_model_alias(model, "champion", "1")
    client.transition_model_version_stage(model, "1", "Production")
    assert mlflow.register_model(f"runs:/{active.info.run_id}/model", model).version == "2"
    client.copy_model_version(f"models:/{model}@champion", f"{model}-copy")
    uris = [f"models:/{model}{suffix}" for suffix in ("/1", "/2", "/latest", "@champion", "/Production", "-copy/1")]
    for uri in [*uris, logged.model_uri]:
        assert mlflow.pyfunc.load_model(uri).predict([[3.0]]) == pytest.approx([3.0]), uri


class TestAliasesAndStages:
    def test_aliases(self, client, model):
        register(client, model, 3)
        client.set_registered_model_alias(model, "champion", "1")
        client.set_registered_model_alias(model, "challenger", "2")
        client.set_registered_model_alias(model, "champion", 3)
        assert client.get_model_version_by_alias(model, "champion").version == "3"
        assert client.get_model_version_by_alias(model, "latest").version == "3"
        assert client.get_model_version(model, "3").aliases == ["champion"]
        assert client.get_registered_model(model).aliases == {"champion": "3", "challenger": "2"}
        client.delete_registered_model_alias(model, "champion")
        with pytest.raises(MlflowException, match="alias champion not found"):
            client.get_model_version_by_alias(model, "champion")
        client.delete_model_version(model, "2")
        assert client.get_registered_model(model).aliases == {}

    @pytest.mark.filterwarnings("ignore::FutureWarning")
    def test_stages(self, client, model):
        register(client, model, 3)
        client.transition_model_version_stage(model, "1", "Production")
        client.transition_model_version_stage(model, "2", "staging")
        moved = client.transition_model_version_stage(model, "3", "production", archive_existing_versions=True)
        assert moved.current_stage == "Production"
        stages = {one.version: one.current_stage for one in client.get_latest_versions(model)}
        assert stages == {"1": "Archived", "2": "Staging", "3": "Production"}
        assert [one.version for one in client.get_latest_versions(model, ["Staging"])] == ["2"]

    @pytest.mark.filterwarnings("ignore::FutureWarning")
    def test_uris_lead_to_a_version(self, client, model, resolved):
        register(client, model, 3)
        client.set_registered_model_alias(model, "champion", "2")
        client.transition_model_version_stage(model, "1", "Production")
        places = {"/1": 0, "/3": 2, "@champion": 1, "/Production": 0, "/production": 0, "/latest": 2}
        for suffix, place in places.items():
            assert resolved(f"models:/{model}{suffix}") == f"s3://bucket/{model}/{place}", suffix
        for suffix in ("/4", "@nobody", "/Staging"):
            with pytest.raises(MlflowException):
                resolved(f"models:/{model}{suffix}")
