"""The compose file and its .env. No Docker runs here: they are held against the program, and MLflow's own file."""

import pytest

import surface
from compose_file import COMPOSE, EXAMPLE, FOLDER, REFERENCE, SECRETS, SERVICES, TEXT, environment_of, filled

SETTINGS = EXAMPLE | dict.fromkeys(SECRETS, "secret")  # an .env that somebody filled in


def test_env_example_lists_exactly_the_variables_of_the_compose_file():
    assert {name for name, _, _ in REFERENCE.findall(TEXT)} == set(EXAMPLE)


def test_defaults_in_the_compose_file_are_those_of_env_example():
    defaults = {(name, text) for name, kind, text in REFERENCE.findall(TEXT) if kind == "-"}
    assert defaults == {(name, EXAMPLE[name]) for name, _ in defaults}


def test_secrets_have_no_default_and_no_value_in_the_repository():
    assert all(EXAMPLE[name] == "" for name in SECRETS)
    assert not [name for name, kind, text in REFERENCE.findall(TEXT) if name in SECRETS and kind == "-" and text]
    with pytest.raises(AssertionError, match="POSTGRES_PASSWORD must be set"):
        filled(SERVICES["postgres"]["environment"]["POSTGRES_PASSWORD"], EXAMPLE)


@pytest.mark.parametrize(
    ("service", "published"),
    [("cairn", "127.0.0.1:5001:5001"), ("postgres", "127.0.0.1:5432:5432"), ("storage", "127.0.0.1:9000:9000")],
)
def test_ports_are_those_of_mlflow_users_and_open_to_this_machine_only(service, published):
    assert [filled(port, SETTINGS) for port in SERVICES[service]["ports"]] == [published]


def test_ports_agree_with_what_the_programs_are_told():
    environment = environment_of("cairn", SETTINGS)
    assert environment["MLFLOW_PORT"] == "5001"
    assert environment["MLFLOW_TRACKING_URI"] == "http://127.0.0.1:5001"
    assert environment["MLFLOW_BACKEND_STORE_URI"] == "postgresql://mlflow@postgres:5432/mlflow"
    assert environment["MLFLOW_S3_ENDPOINT_URL"] == "http://storage:9000"
    assert SERVICES["create-bucket"]["environment"]["AWS_ENDPOINT_URL"] == environment["MLFLOW_S3_ENDPOINT_URL"]
    assert {"cairn:*", "localhost:*"} <= set(environment["MLFLOW_SERVER_ALLOWED_HOSTS"].split(","))


@pytest.mark.parametrize("name", SERVICES["cairn"]["environment"])
def test_the_server_knows_each_variable(name):
    assert surface.has_variable(name)


def test_the_server_knows_each_flag():
    subcommand, *flags = SERVICES["cairn"]["command"]
    assert all(surface.has_flag(flag, subcommand) for flag in flags if flag.startswith("-"))
    _, program, check, *check_flags = SERVICES["cairn"]["healthcheck"]["test"]
    assert program == "/usr/bin/cairn"
    assert all(surface.has_flag(flag, check) for flag in check_flags)


@pytest.mark.parametrize("service", [name for name in SERVICES if name != "create-bucket"])
def test_what_stays_up_is_watched_and_started_again(service):
    assert SERVICES[service]["healthcheck"]["test"]
    assert SERVICES[service]["restart"] == "unless-stopped"


def test_images_have_versions():
    assert all(not filled(service["image"], SETTINGS).endswith(":latest") for service in SERVICES.values())
    assert all(":" in filled(service["image"], SETTINGS) for service in SERVICES.values())
    assert SERVICES["backup"]["image"] == SERVICES["postgres"]["image"]  # pg_dump must not be older than the server


def test_what_is_depended_on_and_mounted_is_there():
    for service in SERVICES.values():
        assert set(service.get("depends_on", {})) <= set(SERVICES)
        for volume in service.get("volumes", []):
            source = volume.split(":")[0]
            assert (FOLDER / source).is_file() if source.startswith("./") else source in COMPOSE["volumes"]
