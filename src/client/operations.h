// What can be asked of a tracking server: a row an endpoint.
#pragma once

#include "api/artifacts/artifact_messages.h"
#include "api/own/cairn_messages.h"
#include "api/registry/registry_messages.h"
#include "api/tracking/logged_model_messages.h"
#include "api/tracking/tracking_messages.h"
#include "client/connection.h"

namespace cairn::client {

using enum http::Method;

// ---- experiments

inline constexpr Operation<api::CreateExperimentRequest, api::CreateExperimentResponse> kCreateExperiment{
    kPost, "/api/2.0/mlflow/experiments/create", Repeat::kUnsafe};
inline constexpr Operation<api::ExperimentIdRequest, api::ExperimentResponse> kGetExperiment{
    kGet, "/api/2.0/mlflow/experiments/get"};
inline constexpr Operation<api::GetExperimentByNameRequest, api::ExperimentResponse> kGetExperimentByName{
    kGet, "/api/2.0/mlflow/experiments/get-by-name"};
inline constexpr Operation<api::SearchExperimentsRequest, api::SearchExperimentsResponse> kSearchExperiments{
    kPost, "/api/2.0/mlflow/experiments/search"};
inline constexpr Operation<api::UpdateExperimentRequest, api::Empty> kUpdateExperiment{
    kPost, "/api/2.0/mlflow/experiments/update"};
inline constexpr Operation<api::ExperimentIdRequest, api::Empty> kDeleteExperiment{
    kPost, "/api/2.0/mlflow/experiments/delete", Repeat::kUnsafe};
inline constexpr Operation<api::ExperimentIdRequest, api::Empty> kRestoreExperiment{
    kPost, "/api/2.0/mlflow/experiments/restore", Repeat::kUnsafe};
inline constexpr Operation<api::ExperimentTagRequest, api::Empty> kSetExperimentTag{
    kPost, "/api/2.0/mlflow/experiments/set-experiment-tag"};

// ---- runs

inline constexpr Operation<api::CreateRunRequest, api::RunResponse> kCreateRun{kPost, "/api/2.0/mlflow/runs/create",
                                                                               Repeat::kUnsafe};
inline constexpr Operation<api::RunIdRequest, api::RunResponse> kGetRun{kGet, "/api/2.0/mlflow/runs/get"};
inline constexpr Operation<api::UpdateRunRequest, api::UpdateRunResponse> kUpdateRun{kPost,
                                                                                     "/api/2.0/mlflow/runs/update"};
inline constexpr Operation<api::RunIdRequest, api::Empty> kDeleteRun{kPost, "/api/2.0/mlflow/runs/delete",
                                                                     Repeat::kUnsafe};
inline constexpr Operation<api::RunIdRequest, api::Empty> kRestoreRun{kPost, "/api/2.0/mlflow/runs/restore",
                                                                      Repeat::kUnsafe};
inline constexpr Operation<api::SearchRunsRequest, api::SearchRunsResponse> kSearchRuns{kPost,
                                                                                        "/api/2.0/mlflow/runs/search"};
inline constexpr Operation<api::LogMetricRequest, api::Empty> kLogMetric{kPost, "/api/2.0/mlflow/runs/log-metric"};
inline constexpr Operation<api::KeyValueRequest, api::Empty> kLogParam{kPost, "/api/2.0/mlflow/runs/log-parameter"};
inline constexpr Operation<api::KeyValueRequest, api::Empty> kSetTag{kPost, "/api/2.0/mlflow/runs/set-tag"};
inline constexpr Operation<api::KeyValueRequest, api::Empty> kDeleteTag{kPost, "/api/2.0/mlflow/runs/delete-tag",
                                                                        Repeat::kUnsafe};
inline constexpr Operation<api::LogBatchRequest, api::Empty> kLogBatch{kPost, "/api/2.0/mlflow/runs/log-batch"};
inline constexpr Operation<api::LogInputsRequest, api::Empty> kLogInputs{kPost, "/api/2.0/mlflow/runs/log-inputs"};
inline constexpr Operation<api::LogOutputsRequest, api::Empty> kLogOutputs{kPost, "/api/2.0/mlflow/runs/outputs"};
inline constexpr Operation<api::GetMetricHistoryRequest, api::GetMetricHistoryResponse> kGetMetricHistory{
    kGet, "/api/2.0/mlflow/metrics/get-history"};
// At most 2,500 points of a run, evenly chosen.
inline constexpr Operation<api::GetMetricHistoryBulkIntervalRequest, api::GetMetricHistoryBulkIntervalResponse>
    kSampleMetricHistory{kGet, "/api/2.0/mlflow/metrics/get-history-bulk-interval"};

// ---- artifacts (their bytes: artifact_store.h)

inline constexpr Operation<api::ListArtifactsRequest, api::ListArtifactsResponse> kListArtifacts{
    kGet, "/api/2.0/mlflow/artifacts/list"};

// ---- logged models

inline constexpr Operation<api::SearchLoggedModelsRequest, api::SearchLoggedModelsResponse> kSearchLoggedModels{
    kPost, "/api/2.0/mlflow/logged-models/search"};

// ---- the registry

inline constexpr Operation<api::CreateRegisteredModelRequest, api::RegisteredModelResponse> kCreateRegisteredModel{
    kPost, "/api/2.0/mlflow/registered-models/create", Repeat::kUnsafe};
inline constexpr Operation<api::RegisteredModelRequest, api::RegisteredModelResponse> kGetRegisteredModel{
    kGet, "/api/2.0/mlflow/registered-models/get"};
inline constexpr Operation<api::UpdateRegisteredModelRequest, api::RegisteredModelResponse> kUpdateRegisteredModel{
    kPatch, "/api/2.0/mlflow/registered-models/update"};
inline constexpr Operation<api::RegisteredModelRequest, api::Empty> kDeleteRegisteredModel{
    kDelete, "/api/2.0/mlflow/registered-models/delete", Repeat::kUnsafe};
inline constexpr Operation<api::SearchRegisteredModelsRequest, api::SearchRegisteredModelsResponse>
    kSearchRegisteredModels{kGet, "/api/2.0/mlflow/registered-models/search"};
inline constexpr Operation<api::RegisteredModelTagRequest, api::Empty> kSetRegisteredModelTag{
    kPost, "/api/2.0/mlflow/registered-models/set-tag"};
inline constexpr Operation<api::RegisteredModelTagRequest, api::Empty> kDeleteRegisteredModelTag{
    kDelete, "/api/2.0/mlflow/registered-models/delete-tag"};
inline constexpr Operation<api::RegisteredModelAliasRequest, api::Empty> kSetAlias{
    kPost, "/api/2.0/mlflow/registered-models/alias"};
inline constexpr Operation<api::RegisteredModelAliasRequest, api::Empty> kDeleteAlias{
    kDelete, "/api/2.0/mlflow/registered-models/alias"};
inline constexpr Operation<api::RegisteredModelAliasRequest, api::ModelVersionResponse> kGetVersionByAlias{
    kGet, "/api/2.0/mlflow/registered-models/alias"};
inline constexpr Operation<api::CreateModelVersionRequest, api::ModelVersionResponse> kCreateModelVersion{
    kPost, "/api/2.0/mlflow/model-versions/create", Repeat::kUnsafe};
inline constexpr Operation<api::ModelVersionRequest, api::ModelVersionResponse> kGetModelVersion{
    kGet, "/api/2.0/mlflow/model-versions/get"};
inline constexpr Operation<api::UpdateModelVersionRequest, api::ModelVersionResponse> kUpdateModelVersion{
    kPatch, "/api/2.0/mlflow/model-versions/update"};
inline constexpr Operation<api::ModelVersionRequest, api::Empty> kDeleteModelVersion{
    kDelete, "/api/2.0/mlflow/model-versions/delete", Repeat::kUnsafe};
inline constexpr Operation<api::TransitionStageRequest, api::ModelVersionResponse> kTransitionStage{
    kPost, "/api/2.0/mlflow/model-versions/transition-stage"};
inline constexpr Operation<api::SearchModelVersionsRequest, api::ModelVersionsResponse> kSearchModelVersions{
    kGet, "/api/2.0/mlflow/model-versions/search"};
inline constexpr Operation<api::ModelVersionRequest, api::DownloadUriResponse> kGetDownloadUri{
    kGet, "/api/2.0/mlflow/model-versions/get-download-uri"};
inline constexpr Operation<api::ModelVersionTagRequest, api::Empty> kSetModelVersionTag{
    kPost, "/api/2.0/mlflow/model-versions/set-tag"};
inline constexpr Operation<api::ModelVersionTagRequest, api::Empty> kDeleteModelVersionTag{
    kDelete, "/api/2.0/mlflow/model-versions/delete-tag"};

}  // namespace cairn::client
