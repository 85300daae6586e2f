"""What is measured. One entry of ROWS is one row of the table; the functions above them do the measuring.

A measuring function gets the Trial of one running system and returns a Figure, or raises with the reason why not.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode

from bench import goals, registry_seed, seed, transfers, web_app
from bench.api import RequestFailed
from bench.goals import Goal
from bench.trial import BATCH, SEARCHED_MODELS, SEARCHED_RUNS, Trial, bare_sqlite_rate
from bench.units import BYTES, COUNT, KB, MB_PER_SECOND, MIB, MILLISECONDS, PER_SECOND, SECONDS, Unit

WITH_WEB_APP = ("mlflow", "cairn")


class Absent(Exception):
    """The system does not have what is measured."""


@dataclass(frozen=True)
class Row:
    name: str
    work: str
    unit: Unit
    measure: Callable[[Trial], float]
    goals: tuple[Goal, ...]
    only: tuple[str, ...] = ()  # systems; none: all
    after: tuple[str, ...] = ()  # rows that must have run before
    baseline: Callable[[Trial], float] | None = None  # measured just before, for goals.Share


def start(trial: Trial) -> float:
    return trial.restart()


def command(*words: str) -> Callable[[Trial], float]:
    return lambda trial: trial.command_ms(*words)


def memory(trial: Trial) -> float:
    return trial.system.memory_mib()


def log_metric(connections: int) -> Callable[[Trial], float]:
    def measure(trial: Trial) -> float:
        runs = trial.new_runs(connections)
        load = trial.load("log_metric.lua", connections, runs)
        stored = sum(trial.api.count_points(run, "loss") for run in runs)
        if stored < load.requests:
            raise RuntimeError(f"{load.requests} points were acknowledged, {stored} are stored")
        return load.rate

    return measure


def log_batch(trial: Trial) -> float:
    """Also leaves behind, for bytes_a_point, what the stored points cost."""
    runs = trial.new_runs(200)
    before = trial.database_bytes()
    load = trial.load("log_batch.lua", 4, runs)
    grown = trial.database_bytes() - before
    stored = 0
    for run in runs:
        of_run = sum(trial.api.count_points(run, f"metric_{i}") for i in range(10))
        if of_run == 0:
            break
        stored += of_run
    if stored < load.requests * BATCH:
        raise RuntimeError(f"{load.requests * BATCH} points were acknowledged, {stored} are stored")
    trial.bytes_a_point = grown / stored
    return load.rate * BATCH


def bytes_a_point(trial: Trial) -> float:
    if trial.bytes_a_point is None:
        raise RuntimeError("log-batch gave no result")
    return trial.bytes_a_point


def create_run(trial: Trial) -> float:
    return trial.load("create_run.lua", 16, [trial.load_experiment()]).rate


def search(trial: Trial) -> float:
    content, median = trial.median_post("/runs/search", trial.search_request())
    found = content.count(b'"run_uuid"')
    if found != 100:
        raise RuntimeError(f"{found} runs came back instead of 100")
    return median


def search_many(trial: Trial) -> float:
    with trial.beside("many", searched_runs=100_000) as other:
        return search(other)


def recent_runs(trial: Trial) -> float:
    request = {"experiment_ids": [trial.search_experiment], "max_results": 1000}
    content, median = trial.median_post("/runs/search", request)
    found = content.count(b'"metric_19"')
    if found != 1000:
        raise RuntimeError(f"{found} runs came back with their data instead of 1000")
    return median


def models(trial: Trial) -> float:
    """Also leaves behind, for whole_models, what the same search with all points takes."""
    with trial.beside("models", searched_models=SEARCHED_MODELS) as other:
        request = {"experiment_ids": [other.search_experiment], **seed.MODEL_SEARCH}
        trial.whole_models_ms = search_models(other, request, seed.MODEL_POINTS)
        if trial.system.name != "cairn":
            return trial.whole_models_ms
        return search_models(other, request | {"latest_metrics_only": True}, 1)


def search_models(trial: Trial, request: dict, points: int) -> float:
    content, median = trial.median_post("/logged-models/search", request)
    found = content.count(b'"timestamp"')
    due = 100 * len(seed.MODEL_METRICS) * points
    if found != due:
        raise RuntimeError(f"{found} points came back instead of {due}")
    return median


def whole_models(trial: Trial) -> float:
    if trial.whole_models_ms is None:
        raise RuntimeError("models gave no result")
    return trial.whole_models_ms


def history(trial: Trial) -> float:
    query = urlencode({"run_id": trial.run_with_history(50_000), "metric_key": "loss"})
    content, median = trial.median_get(f"/metrics/get-history?{query}")
    found = content.count(b'"timestamp"')
    if found != 50_000:
        raise RuntimeError(f"{found} points came back instead of 50000")
    return median


def interval(points: int) -> Callable[[Trial], float]:
    def measure(trial: Trial) -> float:
        query = urlencode({"run_ids": trial.run_with_history(points), "metric_key": "loss", "max_results": 320})
        try:
            content, median = trial.median_get(f"/metrics/get-history-bulk-interval?{query}")
        except RequestFailed as failure:
            if failure.status in (404, 405):
                raise Absent from failure
            raise
        found = content.count(b'"timestamp"')
        if found != 320:
            raise RuntimeError(f"{found} points came back instead of 320")
        return median

    return measure


def model_versions(trial: Trial) -> float:
    """The slower of the first and the last page."""
    with trial.with_registry() as other:
        return max(
            _registry_page(other, "model-versions", "model_versions", registry_seed.PAGE),
            _registry_page(other, "model-versions", "model_versions", registry_seed.PAGE, registry_seed.LAST_PAGE),
        )


def registered_models(trial: Trial) -> float:
    with trial.with_registry() as other:
        return _registry_page(other, "registered-models", "registered_models", registry_seed.PAGE)


def _registry_page(trial: Trial, kind: str, answer: str, count: int, page_token: str = "") -> float:
    query = urlencode({"max_results": count, "page_token": page_token})
    content, median = trial.median_get(f"/{kind}/search?{query}")
    found = len(json.loads(content).get(answer, []))
    if found != count:
        raise RuntimeError(f"{found} came back instead of {count}")
    return median


def first_row(trial: Trial) -> float:
    """Also leaves behind, for page_bytes and page_requests, what the page took."""
    trial.first_page = web_app.visit(trial.system, trial.search_experiment, trial.pace.visits)
    return trial.first_page["first_row_ms"]


def page_ready(trial: Trial) -> float:
    return _first_page(trial)["ready_ms"]


def first_row_many(trial: Trial) -> float:
    """Also leaves behind, for scroll, how the table scrolled."""
    with trial.beside("many-rows", searched_runs=100_000) as other:
        if trial.system.name == "cairn":
            seconds = trial.pace.scroll_s
            frames = web_app.scroll(other.system, other.search_experiment, seconds)["frames"]
            trial.scroll_frames = frames | {"rate": frames["count"] / seconds}
        return web_app.visit(other.system, other.search_experiment, trial.pace.visits)["first_row_ms"]


def scroll(trial: Trial) -> float:
    return _scrolled(trial)["p95Ms"]


def scroll_rate(trial: Trial) -> float:
    return _scrolled(trial)["rate"]


def _scrolled(trial: Trial) -> dict:
    if trial.scroll_frames is None:
        raise RuntimeError("first-row-many gave no result")
    return trial.scroll_frames


def page_bytes(trial: Trial) -> float:
    return _first_page(trial)["bytes"] / 1000


def page_requests(trial: Trial) -> float:
    return _first_page(trial)["requests"]


def _first_page(trial: Trial) -> dict:
    if trial.first_page is None:
        raise RuntimeError("first-row gave no result")
    return trial.first_page


def chart(trial: Trial) -> float:
    with trial.beside("chart") as other:
        for run in other.new_runs(10):
            other.log_points(run, 100_000)
        return web_app.draw_chart(other.system, other.load_experiment(), "loss", trial.pace.visits)


def served(trial: Trial) -> str:
    """Where the system keeps what clients send it."""
    return trial.system.url + transfers.PREFIX


def upload(trial: Trial) -> float:
    return transfers.upload_rate(served(trial), trial.system.folder, trial.pace.transfers)


def upload_to_nginx(trial: Trial) -> float:
    with transfers.nginx(trial.system.folder) as address:
        return transfers.upload_rate(address, trial.system.folder, trial.pace.transfers)


def download(trial: Trial) -> float:
    return transfers.download_rate(served(trial), trial.system.folder, trial.pace.transfers)


def download_from_nginx(trial: Trial) -> float:
    with transfers.nginx(trial.system.folder) as address:
        return transfers.download_rate(address, trial.system.folder, trial.pace.transfers)


def small_uploads(trial: Trial) -> float:
    return transfers.small_uploads_a_second(served(trial), trial.system.folder)


def memory_in_transfer(trial: Trial) -> float:
    trial.system.settle()
    return transfers.peak_memory_mib(trial.system, lambda: (upload(trial), download(trial)))


# In the order in which they run: what adds runs comes after what searches them.
# Writing as many to the peers would take hours.
VERY_LONG_INTERVAL = Row(
    "interval-of-million",
    "`get-history-bulk-interval`, 320 of 1,000,000 points",
    MILLISECONDS,
    interval(1_000_000),
    (goals.at_most(15),),
    only=("cairn",),
)

ROWS = [
    Row("start", "process start to first answer", SECONDS, start, (goals.at_most(0.03),)),
    Row(
        "command-version",
        "a command without a network: `--version`",
        MILLISECONDS,
        command("--version"),
        (goals.at_most(10),),
        only=("mlflow", "cairn"),
    ),
    Row(
        "command-search",
        "a command that asks the server: `experiments search`",
        MILLISECONDS,
        command("experiments", "search"),
        (goals.fraction_of("mlflow", 20),),
        only=("mlflow", "cairn"),
    ),
    Row("memory-idle", "memory idle (PSS, whole tree)", MIB, memory, (goals.at_most(20),)),
    Row(
        "search",
        f"`runs/search`, {SEARCHED_RUNS:,} runs × 20 metrics × 20 params, filter on metric and param, order by metric,"
        " 100 results",
        MILLISECONDS,
        search,
        (goals.at_most(3),),
    ),
    Row("search-many", "the same over 100,000 runs", MILLISECONDS, search_many, (goals.at_most(30),), only=("cairn",)),
    Row("recent-runs", "1,000 most recent runs with all their data", MILLISECONDS, recent_runs, (goals.at_most(25),)),
    Row(
        "models",
        f"`logged-models/search`, {SEARCHED_MODELS:,} models × {len(seed.MODEL_METRICS)} metrics ×"
        f" {seed.MODEL_POINTS:,} points, filter on metric and param, order by metric, 100 results with the latest point"
        " of each metric (MLflow knows only all points)",
        MILLISECONDS,
        models,
        (goals.at_most(20),),
        only=("mlflow", "cairn"),
    ),
    Row(
        "whole-models",
        "the same with all points",
        MILLISECONDS,
        whole_models,
        (),
        only=("mlflow", "cairn"),
        after=("models",),
    ),
    Row("history", "`get-history` of 50,000 points", MILLISECONDS, history, (goals.at_most(60),)),
    Row("interval", "`get-history-bulk-interval`, 320 of 50,000 points", MILLISECONDS, interval(50_000), ()),
    VERY_LONG_INTERVAL,
    Row(
        "model-versions",
        f"`model-versions/search`, {registry_seed.PAGE} of {registry_seed.VERSIONS:,} versions (the slower of the first"
        " and the last page)",
        MILLISECONDS,
        model_versions,
        (goals.at_most(10),),
        only=("mlflow", "cairn"),
    ),
    Row(
        "registered-models",
        f"`registered-models/search`, {registry_seed.PAGE} of {registry_seed.MODELS} models with their latest versions",
        MILLISECONDS,
        registered_models,
        (goals.at_most(10),),
        only=("mlflow", "cairn"),
    ),
    Row(
        "first-row",
        f"web app, nothing cached: address to first row, {SEARCHED_RUNS:,} runs",
        MILLISECONDS,
        first_row,
        (goals.fraction_of("mlflow", 10),),
        only=WITH_WEB_APP,
    ),
    Row(
        "page-bytes",
        "the same: bytes over the network",
        KB,
        page_bytes,
        (goals.at_most(300),),
        only=WITH_WEB_APP,
        after=("first-row",),
    ),
    Row(
        "page-ready",
        "the same: address to a table that answers",
        MILLISECONDS,
        page_ready,
        (),
        only=("cairn",),
        after=("first-row",),
    ),
    Row("page-requests", "the same: requests", COUNT, page_requests, (), only=WITH_WEB_APP, after=("first-row",)),
    Row(
        "first-row-many",
        "the same: address to first row, 100,000 runs",
        MILLISECONDS,
        first_row_many,
        (goals.fraction_of("mlflow", 10),),
        only=WITH_WEB_APP,
    ),
    Row(
        "scroll",
        "scrolling 100,000 rows: frame time, 95th percentile",
        MILLISECONDS,
        scroll,
        (goals.at_most(17),),
        only=("cairn",),
        after=("first-row-many",),
    ),
    Row("scroll-rate", "the same: frames a second", COUNT, scroll_rate, (), only=("cairn",), after=("first-row-many",)),
    Row(
        "chart",
        "address to a drawn chart of 10 runs × 100,000 points",
        MILLISECONDS,
        chart,
        (goals.at_most(2000),),
        only=("cairn",),
    ),
    Row(
        "log-metric-1",
        "`log-metric`, 1 connection",
        PER_SECOND,
        log_metric(1),
        (goals.times("fasttrackml", 10), goals.share_of_baseline(0.6, "bare SQLite")),
        baseline=bare_sqlite_rate,
    ),
    Row(
        "log-metric-16",
        "`log-metric`, 16 connections",
        PER_SECOND,
        log_metric(16),
        (goals.times("mlflow", 300), goals.times("fasttrackml", 40)),
    ),
    Row(
        "log-batch",
        "`log-batch` of 1,000 metrics, 4 connections (metrics)",
        PER_SECOND,
        log_batch,
        (goals.at_least(500_000),),
    ),
    Row(
        "bytes-a-point",
        "database bytes a logged point",
        BYTES,
        bytes_a_point,
        (goals.at_most(15),),
        after=("log-batch",),
    ),
    Row("create-run", "`runs/create`, 16 connections", PER_SECOND, create_run, (goals.times("fasttrackml", 6),)),
    Row(
        "upload",
        f"a file of {transfers.FILE_MIB} MiB to the server's artifacts, by curl",
        MB_PER_SECOND,
        upload,
        (goals.times("mlflow", 5), goals.share_of_baseline(0.8, "nginx")),
        only=("mlflow", "cairn"),
        baseline=upload_to_nginx,
    ),
    Row(
        "download",
        "the same file back",
        MB_PER_SECOND,
        download,
        (goals.times("mlflow", 5), goals.share_of_baseline(0.8, "nginx")),
        only=("mlflow", "cairn"),
        baseline=download_from_nginx,
    ),
    Row(
        "small-uploads",
        f"{transfers.SMALL_FILES:,} artifacts of {transfers.SMALL_BYTES // 1024} KiB, {transfers.CONNECTIONS} connections",
        PER_SECOND,
        small_uploads,
        (),
        only=("mlflow", "cairn"),
    ),
    Row(
        "memory-transfer",
        "memory while such a file goes in and out, at most",
        MIB,
        memory_in_transfer,
        (goals.at_most(64),),
        only=("mlflow", "cairn"),
    ),
    Row(
        "memory-loaded",
        "memory after all of this load",
        MIB,
        memory,
        (goals.at_most(80),),
        after=("history", "interval-of-million", "log-metric-1", "log-metric-16", "log-batch", "create-run"),
    ),
]
