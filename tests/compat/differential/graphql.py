"""GraphQL: the documents of MLflow's web app, word for word, and what else a client may ask."""

from conversation import Step, experiment, post, run, scenario

RUN = """
      info { runName status runUuid experimentId artifactUri endTime lifecycleStage startTime userId }
      experiment { experimentId name tags { key value } artifactLocation lifecycleStage lastUpdateTime }
      data { metrics { key value step timestamp } params { key value } tags { key value } }
      inputs {
        datasetInputs { dataset { digest name profile schema source sourceType } tags { key value } }
        modelInputs { modelId }
      }
      outputs { modelOutputs { modelId step } }
"""
GET_RUN = (
    "query GetRun($data: MlflowGetRunInput!) @component(name: \"MLflow.ExperimentRunTracking\") {"
    " mlflowGetRun(input: $data) { apiError { helpUrl code message } run {"
    + RUN
    + " modelVersions { status version name source } } } }"
)
GET_EXPERIMENT = """
  query MlflowGetExperimentQuery($input: MlflowGetExperimentInput!) @component(name: "MLflow.ExperimentRunTracking") {
    mlflowGetExperiment(input: $input) {
      apiError { code message }
      experiment {
        artifactLocation creationTime effectiveTraceArchivalRetention experimentId lastUpdateTime lifecycleStage name
        tags { key value }
      }
    }
  }
"""
SEARCH_RUNS = (
    "query SearchRuns($data: MlflowSearchRunsInput!) { mlflowSearchRuns(input: $data) {"
    " apiError { helpUrl code message } runs {" + RUN + " modelVersions { version name status source } } } }"
)
HISTORY = """
  query GetMetricHistoryBulkInterval($data: MlflowGetMetricHistoryBulkIntervalInput!)
  @component(name: "MLflow.ExperimentRunTracking") {
    mlflowGetMetricHistoryBulkInterval(input: $data) {
      __typename
      metrics { timestamp step runId key value }
      apiError { code message }
    }
  }
"""


def ask(query: str, operation: str | None = None, **variables: object) -> Step:
    return post("/graphql", {"query": query, "variables": variables, "operationName": operation})


def metric(key, value, step=0):
    return post("runs/log-metric", {"run_id": "$run", "key": key, "value": value, "timestamp": 7, "step": step})


SCENARIOS = [
    scenario(
        "a run's page",
        experiment(),
        run(user_id="ada", tags=[{"key": "t", "value": 'quote " and ☃'}]),
        ask(GET_RUN, "GetRun", data={"runId": "$run"}),
        metric("m", 0.5),
        metric("m", 1, 3),
        metric("nan", "NaN"),
        metric("huge", "Infinity"),
        post("runs/log-parameter", {"run_id": "$run", "key": "p", "value": "1"}),
        post(
            "runs/log-inputs",
            {
                "run_id": "$run",
                "datasets": [
                    {
                        "tags": [{"key": "mlflow.data.context", "value": "train"}],
                        "dataset": {"name": "d", "digest": "x", "source_type": "local", "source": "{}"},
                    }
                ],
            },
        ),
        post("runs/update", {"run_id": "$run", "status": "FINISHED", "end_time": 2000}),
        ask(GET_RUN, "GetRun", data={"runId": "$run"}),
        ask(GET_RUN, data={"runUuid": "$run"}),
        ask(GET_RUN, "GetRun", data={"runId": "nope"}),
    ),
    scenario(
        "what a run was registered as",
        experiment(),
        run(),
        post("registered-models/create", {"name": "model"}),
        post("model-versions/create", {"name": "model", "source": "runs:/$run/m", "run_id": "$run"}),
        ask("query ($id: String) { mlflowGetRun(input: {runId: $id}) { run { modelVersions { name version status } } } }",
            id="$run"),
        ask("{ mlflowSearchModelVersions(input: {filter: \"name='model'\"}) { modelVersions { version runId } } }"),
    ),
    scenario(
        "an experiment",
        experiment(tags=[{"key": "k", "value": "v"}]),
        ask(GET_EXPERIMENT, "MlflowGetExperimentQuery", input={"experimentId": "$exp"}),
        ask(GET_EXPERIMENT, "MlflowGetExperimentQuery", input={"experimentId": "999"}),
    ),
    scenario(
        "searching runs",
        experiment(),
        run("first"),
        run("second", start_time=2000),
        ask(SEARCH_RUNS, "SearchRuns", data={"experimentIds": ["$exp"]}),
        ask(SEARCH_RUNS, "SearchRuns", data={"experimentIds": ["$exp"], "filter": "attributes.run_name = 'first'"}),
        ask(SEARCH_RUNS, "SearchRuns", data={"experimentIds": ["$exp"], "filter": "not a filter"}),
        ask("{ mlflowSearchRuns(input: {experimentIds: [\"$exp\"], maxResults: 1}) { runs { info { runName } } } }"),
    ),
    scenario(
        "a metric's history",
        experiment(),
        run(),
        [metric("m", value, step) for step, value in enumerate((1, 0.25, 3))],
        ask(HISTORY, data={"runIds": ["$run"], "metricKey": "m"}),
    ),
    scenario(
        "the language",
        experiment(),
        run(),
        ask("{ a: mlflowGetRun(input: {runId: \"$run\"}) { __typename run { __typename info { name: runName } } } }"),
        ask("{ mlflowGetRun(input: {runId: \"$run\"}) { run { info { runName @skip(if: true) } } } }"),
        ask("{ mlflowGetRun(input: {runId: \"$run\"}) { run { ...R info { status } } } }"
            " fragment R on MlflowRunExtension { info { ... on MlflowRunInfo { runName } } }"),
        ask("query A { mlflowGetRun(input: {runId: \"$run\"}) { run { info { runName } } } }"
            " query B { mlflowGetRun(input: {runId: \"$run\"}) { run { info { status } } } }", "B"),
        ask("{ mlflowGetRun(input: {runId: \"$run\"}) { run { info { colour } } } }"),
        ask("{ nothing }"),
        ask("{" + "a{" * 11 + "b" + "}" * 11 + "}"),
    ),
]
