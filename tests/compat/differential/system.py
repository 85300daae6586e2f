"""What a server says about itself."""

from conversation import get, post, request, scenario

SCENARIOS = [
    scenario(
        "health and version",
        get("/health"),
        get("/version"),
        request("HEAD", "/health").differs("HEAD answers as GET does"),
        request("HEAD", "/version"),
        post("/health", {}),
        post("/version", {}),
    ),
    scenario(
        "server-info",
        get("/api/3.0/mlflow/server-info").differs("no gateway"),
        get("/ajax-api/3.0/mlflow/server-info").differs("no gateway"),
        get("/api/2.0/mlflow/server-info"),
        get("/api/3.0/mlflow/server-features"),
        post("/api/3.0/mlflow/server-info", {}),
    ),
    scenario(
        "requests from elsewhere",
        get("experiments/get", experiment_id="0").sent_with(host="evil.example"),
        get("experiments/get", experiment_id="0").sent_with(host="localhost:1"),
        get("experiments/get", experiment_id="0").sent_with(host="192.168.1.1"),
        get("experiments/get", experiment_id="0").sent_with(host="[::1]:5000"),
        get("/health").sent_with(host="evil.example"),
        get("/version").sent_with(host="evil.example"),
        post("experiments/create", {"name": "a"}).sent_with(origin="http://evil.example"),
        post("experiments/create", {"name": "b"}).sent_with(origin="http://localhost:3000"),
        post("experiments/create", {"name": "c"}).sent_with(origin="http://127.0.0.1:9"),
        post("experiments/create", {"name": "d"}).sent_with(origin="null"),
        post("experiments/create", {"name": "e"})
        .sent_with(host="192.168.1.1:5000", origin="http://192.168.1.1:5000")
        .differs("its own pages may change"),
        post("experiments/create", {"name": "f"}).sent_with(host="192.168.1.1:5000", origin="http://192.168.1.1:80"),
        post("experiments/create", {"name": "g"}).sent_with(host="10.evil.example", origin="http://10.evil.example"),
        get("experiments/get", experiment_id="0").sent_with(origin="http://evil.example"),
        get("experiments/get", experiment_id="0").sent_with(origin="http://localhost:3000"),
    ),
    scenario(
        "what a browser asks before it sends",
        [
            request("OPTIONS", "experiments/search")
            .sent_with(
                origin=origin,
                access_control_request_method="POST",
                access_control_request_headers="content-type",
            )
            .differs("a preflight has no body")
            for origin in ("http://localhost:3000", "http://evil.example")
        ],
    ),
    scenario(
        "a workspace where there are none",
        get("experiments/get", experiment_id="0").sent_with(x_mlflow_workspace="team"),
        get("experiments/get", experiment_id="0").sent_with(x_mlflow_workspace=""),
        get("experiments/get", experiment_id="0").sent_with(x_mlflow_workspace="default"),
        get("/api/3.0/mlflow/server-info").sent_with(x_mlflow_workspace="team").differs("no gateway"),
    ),
]
