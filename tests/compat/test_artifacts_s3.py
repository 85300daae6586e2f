"""Artifacts in S3: through the server, and past it, on two real stores."""

import gzip
import os
import re
import socket
import time
from urllib.parse import parse_qsl, quote, urlsplit, urlunsplit

import mlflow
import pytest
import requests
from botocore.auth import S3SigV4QueryAuth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
from mlflow.store.artifact.artifact_repository_registry import get_artifact_repository

import servers
import stores
from stores import BUCKET, Trouble

MIB = 1024 * 1024

# The smallest parts that S3 allows, so that files need not be huge to have several.
PART = 5 * MIB

of_cairn = pytest.mark.skipif(servers.AGAINST_MLFLOW, reason="cairn's own promise, not MLflow's")


@pytest.fixture(scope="module", params=[stores.Moto, stores.S3rver], ids=["moto", "s3rver"])
def store(request, tmp_path_factory):
    with request.param(tmp_path_factory.mktemp("store")) as running:
        yield running


@pytest.fixture(scope="module")
def proxied(store, tmp_path_factory):
    """A server whose clients send all bytes through it."""
    with proxied_server(tmp_path_factory.mktemp("proxied"), store.environment) as running:
        yield running


@pytest.fixture(scope="module")
def direct(store, tmp_path_factory):
    """A server whose clients read and write the bucket themselves."""
    server = servers.subject(tmp_path_factory.mktemp("direct"), "--no-serve-artifacts", artifact_root=f"s3://{BUCKET}/direct")
    server.environment |= store.environment
    with server as running:
        yield running


@pytest.fixture(autouse=True)
def no_tracking_server_afterwards():
    yield
    mlflow.set_tracking_uri(None)


@pytest.fixture
def store_environment(store, monkeypatch):
    """The variables with which boto3 finds the store, for clients in this process."""
    for name, value in store.environment.items():
        monkeypatch.setenv(name, value)


def proxied_server(folder, environment, destination=f"s3://{BUCKET}/base"):
    server = servers.subject(folder, "--artifacts-destination", destination, artifact_root="mlflow-artifacts:/")
    server.environment |= environment | {"MLFLOW_MULTIPART_UPLOAD_CHUNK_SIZE": str(PART)}
    return server


@pytest.fixture
def folder(tmp_path):
    """Files as users have them: nested, empty, and with names that need encoding."""
    files = {
        "model/MLmodel": b"flavors: {}\n",
        "model/data/weights.bin": os.urandom(300_000),
        "model/data/ü & 100%+1.csv": b"a,b\n1,2\n",
        "empty.txt": b"",
    }
    root = tmp_path / "folder"
    for name, contents in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(contents)
    return root


def contents_of(root):
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def log_run(server, folder):
    """A run of its own with everything logged into it."""
    mlflow.set_tracking_uri(server.url)
    with mlflow.start_run() as run:
        mlflow.log_artifacts(str(folder), "all")
        mlflow.log_artifact(str(folder / "model/MLmodel"))
        mlflow.log_text("hello", "notes/a b.txt")
        mlflow.log_dict({"k": [1, 2]}, "config.json")
    return mlflow.get_run(run.info.run_id)


def check_run(server, run, folder, tmp_path):
    """The client finds everything in the run that log_run() logged."""
    client = mlflow.MlflowClient(server.url)

    def listed(path=None):
        return [(f.path, f.is_dir, f.file_size) for f in client.list_artifacts(run.info.run_id, path)]

    assert listed() == [
        ("MLmodel", False, 12),
        ("all", True, None),
        ("config.json", False, len('{\n  "k": [\n    1,\n    2\n  ]\n}')),
        ("notes", True, None),
    ]
    assert [name for name, _, _ in listed("all")] == ["all/empty.txt", "all/model"]
    assert listed("notes/a b.txt") == []
    assert listed("nothing") == []

    target = tmp_path / "downloaded"
    target.mkdir()
    client.download_artifacts(run.info.run_id, "all", str(target))
    assert contents_of(target / "all") == contents_of(folder)
    assert mlflow.artifacts.load_text(f"{run.info.artifact_uri}/notes/a b.txt") == "hello"


def test_the_client_works_through_the_server(store, proxied, folder, tmp_path):
    run = log_run(proxied, folder)
    check_run(proxied, run, folder, tmp_path)

    assert run.info.artifact_uri.startswith("mlflow-artifacts:/")
    prefix = f"base/0/{run.info.run_id}/artifacts"
    assert sorted(store.keys(prefix)) == sorted(
        [f"{prefix}/MLmodel", f"{prefix}/config.json", f"{prefix}/notes/a b.txt"]
        + [f"{prefix}/all/{name}" for name in contents_of(folder)]
    )


def test_the_client_works_past_the_server(direct, folder, tmp_path, store_environment):
    run = log_run(direct, folder)
    assert run.info.artifact_uri == f"s3://{BUCKET}/direct/0/{run.info.run_id}/artifacts"
    check_run(direct, run, folder, tmp_path)


def test_the_server_shows_what_clients_stored_themselves(direct, folder, store_environment):
    run = log_run(direct, folder)
    listed = requests.get(
        f"{direct.url}/api/2.0/mlflow/artifacts/list", params={"run_id": run.info.run_id, "path": "notes"}, timeout=30
    ).json()
    assert listed["files"] == [{"path": "notes/a b.txt", "is_dir": False, "file_size": 5}]
    shown = requests.get(
        f"{direct.url}/get-artifact", params={"run_uuid": run.info.run_id, "path": "notes/a b.txt"}, timeout=30
    )
    assert (shown.status_code, shown.text) == (200, "hello")


def test_objects_get_the_types_that_boto3_would_give_them(store, proxied, folder):
    run = log_run(proxied, folder)
    key = f"base/0/{run.info.run_id}/artifacts/config.json"
    assert store.client().head_object(Bucket=BUCKET, Key=key)["ContentType"] == "application/json"


@of_cairn
@pytest.mark.parametrize("encoding", ["", "gzip"])
def test_packed_files_stay_packed(encoding, store, proxied, tmp_path):
    """MLflow names their compression, and then its own client unpacks what it downloads by a signed URL."""
    mlflow.set_tracking_uri(proxied.url)
    packed = gzip.compress(b"contents")
    with mlflow.start_run() as run:
        pass
    key = f"base/0/{run.info.run_id}/artifacts/archive.tar.gz"
    if encoding:  # as MLflow has stored it
        store.client().put_object(Bucket=BUCKET, Key=key, Body=packed, ContentEncoding=encoding)
    else:
        (tmp_path / "archive.tar.gz").write_bytes(packed)
        mlflow.MlflowClient().log_artifact(run.info.run_id, str(tmp_path / "archive.tar.gz"))
    target = tmp_path / "downloaded"
    target.mkdir()
    downloaded = mlflow.MlflowClient().download_artifacts(run.info.run_id, "archive.tar.gz", str(target))
    with open(downloaded, "rb") as copy:
        assert copy.read() == packed


@pytest.mark.parametrize("way", ["proxied", "direct"])
def test_artifacts_are_deleted_with_all_below_them(way, request, store, folder, store_environment):
    server = request.getfixturevalue(way)
    run = log_run(server, folder)
    repository = get_artifact_repository(run.info.artifact_uri, tracking_uri=server.url)
    repository.delete_artifacts("all/model")
    repository.delete_artifacts("MLmodel")
    repository.delete_artifacts("nothing")
    prefix = f"{'base' if way == 'proxied' else 'direct'}/0/{run.info.run_id}/artifacts"
    assert sorted(key.removeprefix(prefix) for key in store.keys(prefix)) == [
        "/all/empty.txt",
        "/config.json",
        "/notes/a b.txt",
    ]


def artifact_url(server, name):
    return f"{server.url}/api/2.0/mlflow-artifacts/artifacts/{name}"


@of_cairn
def test_a_large_file_passes_in_parts_through_little_memory(store, proxied):
    name = "large.bin"
    contents = os.urandom(110 * MIB)
    requests.put(artifact_url(proxied, name), data=contents, timeout=120).raise_for_status()
    head = store.client().head_object(Bucket=BUCKET, Key=f"base/{name}")
    assert head["ContentLength"] == len(contents)

    with requests.get(artifact_url(proxied, name), stream=True, timeout=120) as answer:
        assert answer.headers["Content-Length"] == str(len(contents))
        assert b"".join(answer.iter_content(MIB)) == contents
    for first, last in [(0, 1), (PART - 1, PART), (12_345_678, 98_765_432), (len(contents) - 5, len(contents) - 1)]:
        answer = requests.get(artifact_url(proxied, name), headers={"Range": f"bytes={first}-{last}"}, timeout=120)
        assert answer.status_code == 206
        assert answer.content == contents[first : last + 1]
    assert proxied.most_memory() < 64 * MIB


@of_cairn
def test_a_body_of_unknown_length_is_stored_too(store, proxied):
    pieces = [os.urandom(3 * MIB) for _ in range(5)]
    requests.put(artifact_url(proxied, "chunked.bin"), data=iter(pieces), timeout=60).raise_for_status()
    stored = store.client().get_object(Bucket=BUCKET, Key="base/chunked.bin")["Body"].read()
    assert stored == b"".join(pieces)


def test_the_client_uploads_and_downloads_parts_by_signed_urls(store, proxied, tmp_path, monkeypatch):
    for direction in ["UPLOAD", "DOWNLOAD"]:
        monkeypatch.setenv(f"MLFLOW_ENABLE_PROXY_MULTIPART_{direction}", "true")
        monkeypatch.setenv(f"MLFLOW_MULTIPART_{direction}_MINIMUM_FILE_SIZE", str(6 * MIB))
        monkeypatch.setenv(f"MLFLOW_MULTIPART_{direction}_CHUNK_SIZE", str(PART))
    file = tmp_path / "parts.bin"
    file.write_bytes(os.urandom(12 * MIB))
    mlflow.set_tracking_uri(proxied.url)
    with mlflow.start_run() as run:
        mlflow.log_artifact(str(file), "sub folder")
    key = f"base/0/{run.info.run_id}/artifacts/sub folder/parts.bin"
    assert store.client().get_object(Bucket=BUCKET, Key=key)["Body"].read() == file.read_bytes()

    asked = requests.get(f"{proxied.url}/api/2.0/mlflow-artifacts/presigned/{key.removeprefix('base/')}", timeout=30)
    signed = asked.json()
    assert signed["url"].startswith(store.url)
    assert int(signed["file_size"]) == 12 * MIB
    saved = requests.get(signed["url"], headers=signed.get("headers"), timeout=30)
    assert saved.content == file.read_bytes()
    assert saved.headers["Content-Disposition"] == 'attachment; filename="parts.bin"'

    target = tmp_path / "downloaded"
    target.mkdir()
    client = mlflow.MlflowClient(proxied.url)
    downloaded = client.download_artifacts(run.info.run_id, "sub folder/parts.bin", str(target))
    with open(downloaded, "rb") as copy:
        assert copy.read() == file.read_bytes()


def test_an_upload_in_parts_may_be_given_up(store, proxied):
    if not isinstance(store, stores.Moto):
        pytest.skip("s3rver cannot")

    def post(action, body):
        return requests.post(f"{proxied.url}/api/2.0/mlflow-artifacts/mpu/{action}/given", json=body, timeout=30)

    created = post("create", {"path": "up.bin", "num_parts": 2}).json()
    assert [part["part_number"] for part in created["credentials"]] == [1, 2]
    requests.put(created["credentials"][0]["url"], data=b"x" * PART, timeout=30).raise_for_status()
    aborted = post("abort", {"path": "up.bin", "upload_id": created["upload_id"]})
    assert (aborted.status_code, aborted.json()) == (200, {})
    assert store.keys("base/given") == []


@of_cairn
def test_a_dropped_connection_leaves_nothing(store, proxied):
    if not isinstance(store, stores.Moto):
        pytest.skip("s3rver lists no unfinished uploads")
    with socket.create_connection(("127.0.0.1", proxied.port)) as connection:
        head = "PUT /api/2.0/mlflow-artifacts/artifacts/dropped.bin HTTP/1.1\r\nHost: localhost\r\n"
        connection.sendall(f"{head}Content-Length: {60 * MIB}\r\n\r\n".encode())
        connection.sendall(bytes(20 * MIB))
        wait_for(lambda: unfinished(store) == ["base/dropped.bin"])
    wait_for(lambda: unfinished(store) == [])
    assert store.keys("base/dropped") == []


def unfinished(store):
    found = store.client().list_multipart_uploads(Bucket=BUCKET).get("Uploads", [])
    return [upload["Key"] for upload in found if "dropped" in upload["Key"]]


def wait_for(condition):
    deadline = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < deadline, "it did not come to be"
        time.sleep(0.05)


@of_cairn
def test_a_store_in_trouble_is_asked_again(store, tmp_path):
    plan = stores.every(
        3, [Trouble(status=503), Trouble(reset=True), Trouble(cut=True), Trouble(status=500, delay=0.2)]
    )
    with stores.TroubledStore(store, plan) as troubled:
        environment = store.environment | {"MLFLOW_S3_ENDPOINT_URL": troubled.url}
        with proxied_server(tmp_path, environment, f"s3://{BUCKET}/troubled") as server:
            contents = os.urandom(32 * MIB)
            requests.put(artifact_url(server, "file.bin"), data=contents, timeout=120).raise_for_status()
            answer = requests.get(artifact_url(server, "file.bin"), timeout=120)
            assert answer.status_code == 200, answer.text
            assert answer.content == contents
            requests.put(artifact_url(server, "small.txt"), data=b"small", timeout=120).raise_for_status()
            assert requests.get(artifact_url(server, "small.txt"), timeout=120).text == "small"
        assert len(troubled.troubles) >= 5


def refused(server, status, code):
    """The message with which the server refuses to store an artifact."""
    answer = requests.put(artifact_url(server, "file.txt"), data=b"bytes", timeout=60)
    assert (answer.status_code, answer.json()["error_code"]) == (status, code)
    return answer.json()["message"]


@of_cairn
def test_a_missing_bucket_is_named(store, tmp_path):
    with proxied_server(tmp_path, store.environment, "s3://no-such-bucket/base") as server:
        message = refused(server, 404, "RESOURCE_DOES_NOT_EXIST")
        assert re.match(f"The bucket 'no-such-bucket' does not exist at {store.url}. Create it", message)


@pytest.fixture(scope="module")
def strict_store(tmp_path_factory):
    with stores.StrictMoto(tmp_path_factory.mktemp("strict")) as running:
        yield running


@of_cairn
def test_every_kind_of_request_is_signed_right(strict_store, tmp_path):
    with proxied_server(tmp_path, strict_store.environment) as server:
        for name, size in [("plain.txt", 5), ("ü & 100%+1/~(a)!'*;=@.bin", 7), ("parts.bin", PART + 1)]:
            url = artifact_url(server, quote(name))
            contents = os.urandom(size)
            requests.put(url, data=contents, timeout=60).raise_for_status()
            assert requests.get(url, timeout=60).content == contents
        listed = requests.get(f"{server.url}/api/2.0/mlflow-artifacts/artifacts", timeout=60).json()
        assert [file["path"] for file in listed["files"]] == ["parts.bin", "plain.txt", "ü & 100%+1"]
        for name in ["plain.txt", quote("ü & 100%+1")]:
            requests.delete(artifact_url(server, name), timeout=60).raise_for_status()
        assert strict_store.keys() == ["base/parts.bin"]


@of_cairn
def test_signed_urls_are_what_botocore_signs(strict_store, tmp_path):
    with proxied_server(tmp_path, strict_store.environment) as server:
        requests.put(artifact_url(server, "a%20b.txt"), data=b"x", timeout=60).raise_for_status()
        asked = requests.get(f"{server.url}/api/2.0/mlflow-artifacts/presigned/a%20b.txt", timeout=60).json()
    parts = urlsplit(asked["url"])
    query = dict(parse_qsl(parts.query))
    signature = query.pop("X-Amz-Signature")
    credentials = Credentials(strict_store.access_key, strict_store.secret_key)
    request = AWSRequest("GET", urlunsplit(parts._replace(query="")), params=query)
    request.context["timestamp"] = query["X-Amz-Date"]
    signer = S3SigV4QueryAuth(credentials, "s3", "us-east-1")
    to_sign = signer.string_to_sign(request, signer.canonical_request(request))
    assert signer.signature(to_sign, request) == signature


@of_cairn
def test_wrong_credentials_are_named(strict_store, tmp_path):
    wrong = strict_store.environment | {"AWS_SECRET_ACCESS_KEY": "wrong-secret"}
    with proxied_server(tmp_path, wrong) as server:
        message = refused(server, 401, "UNAUTHENTICATED")
        assert "does not accept the credentials from the environment (AWS_ACCESS_KEY_ID)" in message
        assert "wrong-secret" not in message + server.log_tail()


@of_cairn
def test_a_missing_permission_is_named(strict_store, tmp_path):
    key, secret = strict_store.reader
    reader = strict_store.environment | {"AWS_ACCESS_KEY_ID": key, "AWS_SECRET_ACCESS_KEY": secret}
    with proxied_server(tmp_path, reader) as server:
        message = refused(server, 403, "PERMISSION_DENIED")
        assert f"Access to s3://{BUCKET}/base/file.txt was denied" in message
        assert "need the permission s3:PutObject" in message


@of_cairn
def test_a_store_that_is_away_is_named(store, tmp_path):
    away = f"http://127.0.0.1:{servers.free_port()}"
    with proxied_server(tmp_path, store.environment | {"MLFLOW_S3_ENDPOINT_URL": away}) as server:
        message = refused(server, 503, "TEMPORARILY_UNAVAILABLE")
        assert f"The store at {away} cannot be reached" in message
        assert "Check MLFLOW_S3_ENDPOINT_URL" in message


@of_cairn
def test_credentials_come_from_a_profile_too(store, tmp_path):
    (tmp_path / "credentials").write_text(
        f"[mine]\naws_access_key_id = {store.access_key}\naws_secret_access_key = {store.secret_key}\n"
    )
    environment = {
        "AWS_SHARED_CREDENTIALS_FILE": str(tmp_path / "credentials"),
        "AWS_PROFILE": "mine",
        "MLFLOW_S3_ENDPOINT_URL": store.url,
    }
    with proxied_server(tmp_path, environment, f"s3://{BUCKET}/profile") as server:
        requests.put(artifact_url(server, "x.txt"), data=b"x", timeout=60).raise_for_status()
    assert store.keys("profile") == ["profile/x.txt"]


@of_cairn
@pytest.mark.parametrize("scheme, name", [("gs", "Google Cloud Storage"), ("wasbs", "Azure Blob Storage")])
def test_a_store_that_is_not_supported_is_named(scheme, name, tmp_path):
    with pytest.raises(RuntimeError, match=f"{name} is not supported yet"):
        proxied_server(tmp_path, {}, f"{scheme}://bucket/base").start()


@of_cairn
def test_extra_arguments_go_with_every_object(store, tmp_path):
    extra = '{"ContentType": "text/x-special", "Metadata": {"owner": "me"}}'
    with proxied_server(tmp_path, store.environment | {"MLFLOW_S3_UPLOAD_EXTRA_ARGS": extra}) as server:
        for name, size in [("small.txt", 5), ("parts.txt", 2 * PART)]:
            requests.put(artifact_url(server, f"extra/{name}"), data=bytes(size), timeout=60).raise_for_status()
            head = store.client().head_object(Bucket=BUCKET, Key=f"base/extra/{name}")
            assert (head["ContentType"], head["Metadata"]) == ("text/x-special", {"owner": "me"})
