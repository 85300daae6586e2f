"""The Helm chart. No Kubernetes runs here: the chart is held against its schema and the program, and where `helm` is
installed it is linted and rendered."""

import copy
import json
import re
import shutil

import jsonschema
import pytest
import yaml

import servers
import surface

CHART = surface.DEPLOY / "helm" / "cairn"
ABOUT = yaml.safe_load((CHART / "Chart.yaml").read_text())
VALUES = yaml.safe_load((CHART / "values.yaml").read_text())
SCHEMA = json.loads((CHART / "values.schema.json").read_text())
TEMPLATES = {path.name: path.read_text() for path in (CHART / "templates").rglob("*") if path.is_file()}

MUST_BE_SET = {
    "database": {"uri": "postgresql://cairn@postgres:5432/cairn"},
    "artifacts": {"destination": "s3://bucket/prefix"},
}
EVERYTHING = MUST_BE_SET | {
    "replicaCount": 3,
    "database": MUST_BE_SET["database"] | {"passwordSecret": {"name": "cairn-database"}},
    "artifacts": {
        "destination": "s3://bucket",
        "s3": {
            "endpointUrl": "https://s3.example.com",
            "region": "eu-central-1",
            "credentialsSecret": {"name": "cairn-s3"},
        },
    },
    "webhooks": {"encryptionKeySecret": {"name": "cairn-webhooks"}},
    "server": {"staticPrefix": "/mlflow", "corsAllowedOrigins": ["https://tools.example.com"]},
    "ingress": {"enabled": True, "className": "nginx", "hosts": ["mlflow.example.com"]},
    "autoscaling": {"enabled": True},
}


def merged(values: dict, changes: dict) -> dict:
    result = copy.deepcopy(values)
    for key, value in changes.items():
        both_are_maps = isinstance(value, dict) and isinstance(result.get(key), dict)
        result[key] = merged(result[key], value) if both_are_maps else value
    return result


def has_path(values: object, path: list[str]) -> bool:
    return not path or (isinstance(values, dict) and path[0] in values and has_path(values[path[0]], path[1:]))


def test_the_chart_is_of_this_version():
    (version,) = re.findall(r"project\(cairn VERSION ([\d.]+)", (servers.ROOT / "CMakeLists.txt").read_text())
    assert ABOUT["appVersion"] == version


@pytest.mark.parametrize("changes", [{}, MUST_BE_SET, EVERYTHING], ids=["defaults", "least", "everything"])
def test_the_schema_takes_good_values(changes):
    jsonschema.validate(merged(VALUES, changes), SCHEMA)


@pytest.mark.parametrize(
    "changes",
    [
        {"database": {"uri": "postgresql://cairn:password@postgres/cairn"}},
        {"database": {"uri": "sqlite:///mlflow.db"}},
        {"artifacts": {"destination": "./mlartifacts"}},
        {"ingress": {"enabled": True}},
        {"server": {"staticPrefix": "mlflow/"}},
        {"replicaCount": -1},
        {"replicas": 2},
    ],
    ids=json.dumps,
)
def test_the_schema_refuses_what_would_not_work(changes):
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(merged(VALUES, changes), SCHEMA)


def test_templates_ask_only_for_values_that_there_are():
    asked = {path for text in TEMPLATES.values() for path in re.findall(r"\.Values\.([A-Za-z0-9.]+)", text)}
    assert [path for path in asked if not has_path(VALUES, path.split("."))] == []


def test_every_value_is_asked_for():
    asked = {
        path.split(".")[0] for text in TEMPLATES.values() for path in re.findall(r"\.Values\.([A-Za-z0-9.]+)", text)
    }
    assert set(VALUES) == asked
    assert set(VALUES) | {"global"} == set(SCHEMA["properties"])


@pytest.mark.parametrize("name", sorted(set(re.findall(r"- name: ([A-Z][A-Z0-9_]+)", TEMPLATES["deployment.yaml"]))))
def test_the_server_knows_each_variable(name):
    assert surface.has_variable(name)


def test_the_server_knows_each_flag():
    flags = re.findall(r"- (--[a-z-]+)", TEMPLATES["deployment.yaml"])
    assert flags
    assert [flag for flag in flags if not surface.has_flag(flag, "server")] == []


def test_the_chart_holds_no_secret():
    assert not [name for name, text in TEMPLATES.items() if re.search(r"^kind: Secret", text, re.MULTILINE)]


# ---- with helm


def rendered(values: dict, folder, kubernetes: str = "1.31.0") -> list[dict]:
    path = folder / "values.yaml"
    path.write_text(yaml.safe_dump(values))
    done = surface.run(
        "helm", "template", "lab", CHART, "--namespace", "ml", "--kube-version", kubernetes, "--values", path
    )
    assert done.returncode == 0, done.stderr
    return [document for document in yaml.safe_load_all(done.stdout) if document]


needs_helm = pytest.mark.skipif(shutil.which("helm") is None, reason="helm is not installed")


@needs_helm
def test_helm_finds_nothing_to_complain_of(tmp_path):
    path = tmp_path / "values.yaml"
    path.write_text(yaml.safe_dump(EVERYTHING))
    done = surface.run("helm", "lint", "--strict", CHART, "--values", path)
    assert done.returncode == 0, done.stdout


@needs_helm
def test_helm_asks_for_what_must_be_set(tmp_path):
    done = surface.run("helm", "template", "lab", CHART, "--kube-version", "1.31.0")
    assert done.returncode == 1
    assert "database.uri: postgresql://user@host:5432/database" in done.stderr


@needs_helm
@pytest.mark.parametrize("values", [MUST_BE_SET, EVERYTHING], ids=["least", "everything"])
def test_what_helm_makes_is_of_a_piece(values, tmp_path):
    made = {document["kind"]: document for document in rendered(values, tmp_path)}
    assert {"Deployment", "Service", "ServiceAccount", "PodDisruptionBudget", "Pod"} <= set(made)
    assert ("Ingress" in made) == ("HorizontalPodAutoscaler" in made) == (values is EVERYTHING)

    deployment = made["Deployment"]["spec"]
    pod = deployment["template"]
    (container,) = pod["spec"]["containers"]
    environment = {variable["name"]: variable for variable in container["env"]}
    labels = deployment["selector"]["matchLabels"]
    assert labels.items() <= pod["metadata"]["labels"].items()
    assert (
        made["Service"]["spec"]["selector"] == labels == made["PodDisruptionBudget"]["spec"]["selector"]["matchLabels"]
    )

    (port,) = container["ports"]
    assert environment["MLFLOW_PORT"]["value"] == str(port["containerPort"])
    assert made["Service"]["spec"]["ports"][0]["targetPort"] == port["name"]
    prefix = values.get("server", {}).get("staticPrefix", "")
    for probe in ("startupProbe", "readinessProbe", "livenessProbe"):
        assert container[probe]["httpGet"] == {"path": f"{prefix}/health", "port": port["name"]}

    assert pod["spec"]["securityContext"]["runAsNonRoot"] is True
    assert container["securityContext"] == VALUES["securityContext"]
    allowed = environment["MLFLOW_SERVER_ALLOWED_HOSTS"]["value"].split(",")
    assert "lab-cairn.ml:*" in allowed
    assert ("mlflow.example.com" in allowed) == (values is EVERYTHING)


@needs_helm
def test_secrets_are_referred_to_by_name(tmp_path):
    (deployment,) = [document for document in rendered(EVERYTHING, tmp_path) if document["kind"] == "Deployment"]
    (container,) = deployment["spec"]["template"]["spec"]["containers"]
    secrets = {v["name"]: v["valueFrom"]["secretKeyRef"] for v in container["env"] if "valueFrom" in v}
    assert secrets == {
        "PGPASSWORD": {"name": "cairn-database", "key": "password"},
        "AWS_ACCESS_KEY_ID": {"name": "cairn-s3", "key": "AWS_ACCESS_KEY_ID"},
        "AWS_SECRET_ACCESS_KEY": {"name": "cairn-s3", "key": "AWS_SECRET_ACCESS_KEY"},
        "MLFLOW_WEBHOOK_SECRET_ENCRYPTION_KEY": {"name": "cairn-webhooks", "key": "key"},
    }


@needs_helm
@pytest.mark.parametrize(("kubernetes", "pauses"), [("1.25.0", False), ("1.30.0", True)])
def test_a_pod_pauses_before_it_stops_where_kubernetes_can(kubernetes, pauses, tmp_path):
    documents = rendered(MUST_BE_SET, tmp_path, kubernetes)
    (deployment,) = [document for document in documents if document["kind"] == "Deployment"]
    (container,) = deployment["spec"]["template"]["spec"]["containers"]
    assert ("lifecycle" in container) == pauses
