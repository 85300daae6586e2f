"""Artifacts: of runs and of logged models, and the proxy. Its folder outlives a scenario, so each has one of its own."""

from conversation import AJAX, ARTIFACTS, delete, experiment, get, post, put, request, run, scenario, verbatim

FILES = ARTIFACTS + "artifacts"


def files(path):
    return f"{FILES}/{path}"


def fetch(path, **headers):
    return verbatim("GET", files(path), **headers)


def listed(path=None):
    return get(FILES) if path is None else get(FILES, path=path)


def upload(path, body="x", run="$run", **headers):
    return post(f"{AJAX}upload-artifact?run_uuid={run}&path={path}", raw=body).sent_with(
        **{"content_type": None} | headers
    )


def of_run(path, run="$run", **headers):
    return verbatim("GET", f"/get-artifact?run_id={run}&path={path}", **headers)


# Ways out of a folder, and what else cannot be a path.
WAYS_OUT = [
    "..", "../x", "a/../x", "a/../../x", "%2e%2e/x", "%2E%2E/x", "a/%2e%2e/x", "%252e%252e/x", "a/%252e%252e%252fx",
    "%25252e%25252e/x", "..%2fx", "..%252fx", "%2fetc/passwd", "%252fetc/passwd", "C:/x", "C:%5Cx", "%5C%5Chost%5Cshare",
    "file:/etc/passwd", "file:x", "a%23b", "a%2523b",
]  # fmt: skip
NULS = ["a%00b", "a%2500b", "%00", "../%00"]
RANGES = [
    "bytes=0-3", "bytes=2-", "bytes=-3", "bytes=0-100", "bytes=0-1,4-5", "bytes=4-5,0-1", "bytes=0-3,2-5", "bytes=0-1,0-1",
    "bytes=0-0,-1", "bytes= 0-3", "bytes=11-", "bytes=20-30", "bytes=-0", "bytes=-100", "bytes=5-2", "bytes=x", "bytes=",
    "chars=0-1", "bytes=0-1,90-", "bytes=-", "bytes",
]  # fmt: skip
# Of these MLflow's two frameworks think alike, but for the page that the second answers.
RANGES_ALIKE = ["bytes=0-3", "bytes=2-", "bytes=-3", "bytes=0-100", "bytes= 0-3"]
RANGES_PAST_THE_END = ["bytes=11-", "bytes=20-30", "bytes=-0", "bytes=0-1,90-"]
RANGES_MALFORMED = ["bytes=5-2", "bytes=x", "bytes=", "chars=0-1", "bytes=-", "bytes"]


SCENARIOS = [
    scenario(
        "the proxy writes, reads, lists and removes",
        put(files("basic/d/a.txt"), "hello world"),
        put(files("basic/d/empty")),
        put(files("basic/d/e/model.pkl"), "binary"),
        put(files("basic/d/a.txt"), "another text"),
        fetch("basic/d/a.txt"),
        fetch("basic/d/empty"),
        fetch("basic/d/e/model.pkl"),
        fetch("basic/d//a.txt"),
        request("HEAD", files("basic/d/a.txt")),
        listed("basic"),
        listed("basic/d"),
        listed("basic/d/"),
        listed("basic/d//"),
        listed("basic/./d"),
        listed("basic/d/a.txt"),
        listed("basic/nope"),
        fetch("basic/nope"),
        fetch("basic/d/nope/deep"),
        delete(files("basic/d/a.txt")),
        delete(files("basic/d/a.txt")),
        delete(files("basic/d/e")),
        listed("basic/d"),
        delete(files("basic/")),
        listed("basic"),
        delete(files("basic/nope/below")),
    ),
    scenario(
        "the proxy under its other prefix",
        put("/ajax-api/2.0/mlflow-artifacts/artifacts/ajax/a.txt", "x"),
        get("/ajax-api/2.0/mlflow-artifacts/artifacts/ajax/a.txt"),
        get("/ajax-api/2.0/mlflow-artifacts/artifacts", path="ajax"),
        delete("/ajax-api/2.0/mlflow-artifacts/artifacts/ajax"),
        get("/api/2.0/preview/mlflow-artifacts/artifacts"),
    ),
    scenario(
        "types and names of what is downloaded",
        [
            [put(files(f"types/{name}"), "x"), fetch(f"types/{name}")]
            for name in (
                "MLmodel", "mlproject", "conda.yaml", "a.json", "a.JSON", "a.html", "a.png", "a.svg", "a.js", "a.css", "a.pkl",
                "a.tar.gz", "a.tgz", "a.gz", "a.csv", "a.ipynb", "noextension", ".hidden", ".txt", "a.b.c.txt", "a.",
                "sp%20ace.txt", "%C3%A9%20%E2%98%83.txt", "%E6%97%A5%E6%9C%AC.csv", "quo%22te.txt", "semi;colon.txt",
                "a(1).txt", "back%5Cslash", "a'b.txt", "100%25.txt", "a+b.txt", "a=b&c.txt", "Model:v1", "a%3Fb.txt",
            )
        ],
        listed("types"),
    ),
    scenario(
        "paths are decoded again and again",
        put(files("codes/%2541.txt"), "1"),
        put(files("codes/%252542.txt"), "2"),
        put(files("codes/a%252Fb.txt"), "3"),
        put(files("codes/a%ffb"), "4"),
        put(files("codes/a%0Bb"), "5"),
        put(files("codes/trailing%3F"), "6"),
        put(files("codes/...")),
        put(files("codes/..x")),
        listed("codes"),
        listed("codes/a"),
        fetch("codes/A.txt"),
        fetch("codes/%41.txt"),
        fetch("codes/a%2525252Fb.txt"),
        listed("codes%252Fa"),
    ),
    scenario(
        "no way out of the proxy",
        put(files("safe/x"), "x"),
        [
            [
                put(files(f"safe/{way}" if way.startswith(("a", "..")) else way), "x"),
                fetch(way),
                verbatim("GET", f"{FILES}?path={way}"),
            ]
            for way in WAYS_OUT
        ],
        # A slash that is encoded once makes MLflow's other framework redirect.
        [
            [verbatim("DELETE", files(way)), verbatim("GET", f"{ARTIFACTS}presigned/{way}")]
            for way in WAYS_OUT
            if not way.startswith("%2f")
        ],
        put(files("/etc/x"), "x"),
        fetch("/etc/passwd"),
        verbatim("GET", f"{FILES}?path=/etc"),
    ),
    scenario(
        "no NULs in the proxy",
        [
            [
                put(files(way), "x").differs("no NUL in a path"),
                fetch(way).differs("no NUL in a path"),
                verbatim("GET", f"{FILES}?path={way}").differs("no NUL in a path"),
            ]
            for way in NULS[:2]
        ],
    ),
    scenario(
        "what cannot be uploaded to the proxy",
        put(files("bad/file"), "x"),
        put(files("bad/")).differs("errors of artifacts have one form"),
        put(files("")).differs("errors of artifacts have one form"),
        put(FILES),
        # After which MLflow closes the connection.
        [
            put(files(path)).sent_with(connection="close").differs("400 for a crash")
            for path in ("bad", "bad/file/below", "bad/./x", "bad//deep//x", "bad/file/.", "bad/" + "n" * 300)
        ],
        put(files("bad/.artifact.uploading.x")),
        fetch("bad").differs("errors of artifacts have one form"),
        fetch("").differs("errors of artifacts have one form"),
        post(files("bad/file"), {}),
        listed("bad"),
    ),
    scenario(
        "ranges of the proxy",
        put(files("ranges/a.txt"), "hello world"),
        put(files("ranges/empty")),
        [fetch("ranges/a.txt", range=text) for text in RANGES],
        fetch("ranges/empty", range="bytes=0-"),
        fetch("ranges/a.txt", range="bytes=0-1", if_range='"another"'),
        fetch("ranges/a.txt", range="bytes=0-1", if_range="Thu, 01 Jan 1970 00:00:00 GMT"),
    ),
    scenario(
        "conditions of the proxy",
        put(files("conditions/a.txt"), "hello world"),
        fetch("conditions/a.txt", if_none_match='"another"'),
        fetch("conditions/a.txt", if_modified_since="Thu, 01 Jan 1970 00:00:00 GMT"),
        fetch("conditions/a.txt", if_none_match="*").differs("conditions hold everywhere"),
    ),
    scenario(
        "uploads in parts and addresses, of which a folder has none",
        [
            [
                post(f"{ARTIFACTS}mpu/{step}/d", {"path": "x", "num_parts": 2, "upload_id": "u", "parts": []}),
                post(f"{ARTIFACTS}mpu/{step}/d", {}),
                post(f"{ARTIFACTS}mpu/{step}/d", {"path": 1}),
                post(f"{ARTIFACTS}mpu/{step}/d", {"path": "x", "num_parts": "many", "parts": 1, "upload_id": 3}),
                post(f"{ARTIFACTS}mpu/{step}/d", raw="").sent_with(content_type=None),
                post(f"{ARTIFACTS}mpu/{step}/%252e%252e/d", {"path": "x"}),
                post(f"{ARTIFACTS}mpu/{step}", {"path": "x"}),
                get(f"{ARTIFACTS}mpu/{step}/d"),
            ]
            for step in ("create", "complete", "abort")
        ],
        get(f"{ARTIFACTS}presigned/d/a.txt"),
        get(f"{ARTIFACTS}presigned/"),
    ),
    scenario(
        "artifacts of a run beside the server",
        experiment(),
        run(),
        get("artifacts/list", run_id="$run"),
        upload("u/a.txt", "hello world"),
        upload("b.json", "{}", content_type="application/json"),
        get("artifacts/list", run_id="$run"),
        get("artifacts/list", run_uuid="$run"),
        get("artifacts/list", run_id="$run", path="u"),
        get("artifacts/list", run_id="$run", path="u/"),
        get("artifacts/list", run_id="$run", path="./u/."),
        get("artifacts/list", run_id="$run", path=""),
        get("artifacts/list", run_id="$run", path="u/a.txt"),
        get("artifacts/list", run_id="$run", path="nope"),
        of_run("u/a.txt"),
        of_run("b.json"),
        of_run("u"),
        of_run("nope"),
        verbatim("GET", "/get-artifact?run_uuid=$run&path=u/a.txt"),
        request("HEAD", "/get-artifact?run_id=$run&path=u/a.txt"),
        post("runs/delete", {"run_id": "$run"}),
        of_run("u/a.txt"),
        get("artifacts/list", run_id="$run"),
    ),
    scenario(
        "artifacts of a run behind the proxy",
        experiment(artifact_location="mlflow-artifacts:/behind"),
        run(),
        get("artifacts/list", run_id="$run"),
        put(files("behind/$run/artifacts/u/a.txt"), "hello world"),
        put(files("behind/$run/artifacts/MLmodel"), "flavors: {}"),
        get("artifacts/list", run_id="$run"),
        get("artifacts/list", run_id="$run", path="u"),
        get("artifacts/list", run_id="$run", path="u//"),
        get("artifacts/list", run_id="$run", path="./u"),
        get("artifacts/list", run_id="$run", path="u/a.txt"),
        of_run("u/a.txt"),
        of_run("MLmodel"),
        of_run("u"),
        of_run("nope"),
    ),
    scenario(
        "a run's artifacts, asked for badly",
        experiment(),
        run(),
        upload("a.txt", "hello world"),
        get("artifacts/list"),
        get("artifacts/list", run_id=""),
        get("artifacts/list", run_id="nope"),
        get("artifacts/list", run_id="nope", path=".."),
        get("artifacts/list", path=".."),
        get("artifacts/list", run_id="$run", page_token="abc"),
        post("artifacts/list", {"run_id": "$run"}),
        verbatim("GET", "/get-artifact"),
        verbatim("GET", "/get-artifact?path=a"),
        verbatim("GET", "/get-artifact?run_id=$run"),
        of_run("a", run="nope"),
        of_run("../a", run="nope"),
        post("/get-artifact?run_id=$run&path=a.txt", {}),
        [[of_run(way), verbatim("GET", f"/api/2.0/mlflow/artifacts/list?run_id=$run&path={way}")] for way in WAYS_OUT],
    ),
    scenario(
        "ranges and conditions of a run's artifacts",
        experiment(),
        run(),
        upload("a.txt", "hello world"),
        [of_run("a.txt", range=text) for text in RANGES_ALIKE],
        [of_run("a.txt", range=text).differs("words for a malformed range everywhere") for text in RANGES_MALFORMED],
        [
            of_run("a.txt", range=text).differs("several ranges everywhere")
            for text in RANGES
            if text not in RANGES_ALIKE + RANGES_PAST_THE_END + RANGES_MALFORMED
        ],
        of_run("a.txt", if_none_match="*"),
        of_run("a.txt", if_none_match='"another"'),
        of_run("a.txt", range="bytes=0-1", if_range='"another"'),
    ),
    scenario(
        "what the web app cannot upload",
        experiment(),
        run(),
        upload("a", ""),
        upload("a", "a=1", content_type="application/x-www-form-urlencoded"),
        upload("a", "--x\r\n\r\n--x--", content_type="multipart/form-data; boundary=x"),
        upload("", "x"),
        post(f"{AJAX}upload-artifact?run_uuid=$run", raw="x"),
        post(f"{AJAX}upload-artifact?run_id=$run&path=a", raw="x"),
        post(f"{AJAX}upload-artifact?path=a", raw="x"),
        upload("a", "x", run="nope"),
        upload("../a", "x", run="nope"),
        upload("a", "x" * (10 * 1024 * 1024 + 1)),
        upload("d/").differs("400 for a crash"),
        upload("d/a"),
        upload("d").differs("400 for a crash"),
        upload("d/a/below").differs("400 for a crash"),
        upload("./a").differs("400 for a crash"),
        [upload(way) for way in WAYS_OUT if "%5C" not in way],
        post("upload-artifact?run_uuid=$run&path=a", raw="x"),
        get(f"{AJAX}upload-artifact", run_uuid="$run", path="a"),
    ),
    scenario(
        "addresses for a run's artifacts",
        experiment(),
        experiment("proxied", keep="proxied", artifact_location="mlflow-artifacts:/p"),
        run(),
        run("far", experiment_id="$proxied"),
        [
            [
                post(path, {}),
                post(path, {"run_id": "$run"}),
                post(path, {"run_id": "$run", "path": "a"}),
                post(path, {"run_id": "$far", "path": "a"}),
                post(path, {"run_id": "nope", "path": "a"}),
                post(path, {"run_id": "nope", "path": "../a"}),
                post(path, {"run_id": "$run", "path": "%252e%252e/a"}),
                post(path, {"run_id": "$run", "path": "a", "expiration": 0}),
                post(path, {"run_id": "$run", "path": "a", "expiration": 604801}),
                post(path, {"run_id": "$run", "path": "a", "expiration": "x"}),
                post(path, {"model_id": "m-nope", "path": "a"}),
                post(path, {"run_id": "$run", "model_id": "m-nope", "path": "a"}),
                post(path, {"path": "a"}),
            ]
            for path in ("artifacts/presigned-upload-url", "artifacts/presigned-download-url")
        ],
    ),
    scenario(
        "artifacts of a logged model",
        experiment(artifact_location="mlflow-artifacts:/models-of"),
        post("logged-models", {"experiment_id": "$exp", "name": "m"}).keep(model="model.info.model_id"),
        put(files("models-of/models/$model/artifacts/MLmodel"), "flavors: {}"),
        put(files("models-of/models/$model/artifacts/sub/x.txt"), "12345"),
        get("logged-models/$model/artifacts/directories"),
        get("logged-models/$model/artifacts/directories", artifact_directory_path="sub"),
        get("logged-models/$model/artifacts/directories", artifact_directory_path="./sub"),
        get("logged-models/$model/artifacts/directories", artifact_directory_path="nope"),
        get("logged-models/$model/artifacts/directories", artifact_directory_path=""),
        get("logged-models/m-nope/artifacts/directories"),
        get(f"{AJAX}logged-models/$model/artifacts/directories"),
        get(f"{AJAX}logged-models/$model/artifacts/files"),
        get(f"{AJAX}logged-models/$model/artifacts/files", artifact_file_path=""),
        get(f"{AJAX}logged-models/$model/artifacts/files", artifact_file_path="MLmodel"),
        get(f"{AJAX}logged-models/$model/artifacts/files", artifact_file_path="sub/x.txt"),
        get(f"{AJAX}logged-models/$model/artifacts/files", artifact_file_path="sub"),
        get(f"{AJAX}logged-models/$model/artifacts/files", artifact_file_path="nope"),
        get(f"{AJAX}logged-models/m-nope/artifacts/files", artifact_file_path="MLmodel"),
        get("logged-models/$model/artifacts/files", artifact_file_path="MLmodel"),
        post("artifacts/presigned-upload-url", {"model_id": "$model", "path": "a"}),
        [
            [
                verbatim("GET", f"/api/2.0/mlflow/logged-models/$model/artifacts/directories?artifact_directory_path={way}"),
                verbatim("GET", f"{AJAX}logged-models/$model/artifacts/files?artifact_file_path={way}"),
            ]
            for way in WAYS_OUT[:9]
        ],
    ),
    scenario(
        "artifacts of a model version",
        experiment(artifact_location="mlflow-artifacts:/versions-of"),
        run(),
        put(files("versions-of/$run/artifacts/model/MLmodel"), "flavors: {}"),
        post("registered-models/create", {"name": "registered"}),
        post(
            "model-versions/create",
            {
                "name": "registered",
                "source": "mlflow-artifacts:/versions-of/$run/artifacts/model",
                "run_id": "$run",
            },
        ),
        get("/model-versions/get-artifact", name="registered", version="1", path="MLmodel"),
        get("/model-versions/get-artifact", name="registered", version="1", path="nope"),
        get("/model-versions/get-artifact", name="registered", version="2", path="MLmodel"),
        get("/model-versions/get-artifact", name="registered", version="x", path="MLmodel"),
        get("/model-versions/get-artifact", name="nope", version="1", path="MLmodel"),
        get("/model-versions/get-artifact", name="registered", version="1"),
        get("/model-versions/get-artifact", version="1", path="MLmodel"),
        get("/model-versions/get-artifact", name="registered", path="MLmodel").differs("400 for a crash"),
        [
            verbatim("GET", f"/model-versions/get-artifact?name=registered&version=1&path={way}")
            for way in WAYS_OUT[:9]
        ],
    ),
]
