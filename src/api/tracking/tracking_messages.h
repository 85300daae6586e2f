// The requests and responses of the tracking endpoints, as MLflow's protocol has them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "api/wire/message.h"
#include "tracking/types.h"

namespace cairn::api {

struct Empty {};

struct ExperimentIdRequest {
  std::string experiment_id;
};

struct CreateExperimentRequest {
  std::string name;
  std::string artifact_location;
  std::vector<tracking::Tag> tags;
};
struct CreateExperimentResponse {
  std::string experiment_id;
};

struct GetExperimentByNameRequest {
  std::string experiment_name;
};
struct ExperimentResponse {
  tracking::Experiment experiment;
};

struct SearchExperimentsRequest {
  std::int64_t max_results = 0;
  std::string page_token;
  std::string filter;
  std::vector<std::string> order_by;
  tracking::ViewType view_type = tracking::ViewType::kActiveOnly;
};
struct SearchExperimentsResponse {
  std::vector<tracking::Experiment> experiments;
  std::optional<std::string> next_page_token;
};

struct UpdateExperimentRequest {
  std::string experiment_id;
  std::string new_name;
};

struct ExperimentTagRequest {
  std::string experiment_id;
  std::string key;
  std::string value;
};

struct SearchDatasetsRequest {
  std::vector<std::string> experiment_ids;
};
struct SearchDatasetsResponse {
  std::vector<tracking::DatasetSummary> dataset_summaries;
};

struct CreateRunRequest {
  std::string experiment_id;
  std::string user_id;
  std::string run_name;
  std::int64_t start_time = 0;
  std::vector<tracking::Tag> tags;
};
struct RunResponse {
  tracking::Run run;
};

struct RunIdRequest {
  std::string run_id;
  std::string run_uuid;
};

struct UpdateRunRequest {
  std::string run_id;
  std::string run_uuid;
  std::optional<tracking::RunStatus> status;
  std::optional<std::int64_t> end_time;
  std::optional<std::string> run_name;
};
struct UpdateRunResponse {
  tracking::RunInfo run_info;
};

struct SearchRunsRequest {
  std::vector<std::string> experiment_ids;
  std::string filter;
  tracking::ViewType run_view_type = tracking::ViewType::kActiveOnly;
  std::int32_t max_results = 1000;
  std::vector<std::string> order_by;
  std::string page_token;
};
struct SearchRunsResponse {
  std::vector<tracking::Run> runs;
  std::optional<std::string> next_page_token;
};

struct LogMetricRequest {
  std::string run_id;
  std::string run_uuid;
  std::string key;
  double value = 0;
  std::int64_t timestamp = 0;
  std::int64_t step = 0;
  std::string model_id;
  std::string dataset_name;
  std::string dataset_digest;
};

struct KeyValueRequest {  // log-parameter, set-tag, delete-tag
  std::string run_id;
  std::string run_uuid;
  std::string key;
  std::string value;
};

struct BatchMetric {
  std::string key;
  double value = 0;
  std::int64_t timestamp = 0;
  std::int64_t step = 0;
  std::string model_id;
  std::string dataset_name;
  std::string dataset_digest;
};
struct BatchEntry {
  std::string key;
  std::string value;
};
struct LogBatchRequest {
  std::string run_id;
  std::string run_uuid;  // passes for a run_id that is there, and is then not looked at: MLflow's
  std::vector<BatchMetric> metrics;
  std::vector<BatchEntry> params;
  std::vector<BatchEntry> tags;
};

struct LogModelRequest {
  std::string run_id;
  std::string run_uuid;  // as in LogBatchRequest
  std::string model_json;
};

struct LogInputsRequest {
  std::string run_id;
  std::string run_uuid;  // as in LogBatchRequest
  std::vector<tracking::DatasetInput> datasets;
  std::vector<tracking::ModelInput> models;
};

struct LogOutputsRequest {
  std::string run_id;
  std::string run_uuid;  // as in LogBatchRequest
  std::vector<tracking::ModelOutput> models;
};

struct GetMetricHistoryRequest {
  std::string run_id;
  std::string run_uuid;
  std::string metric_key;
  std::string page_token;
  std::optional<std::int32_t> max_results;
};
struct GetMetricHistoryResponse {
  std::vector<tracking::Metric> metrics;
  std::optional<std::string> next_page_token;
};

struct GetMetricHistoryBulkIntervalRequest {
  std::vector<std::string> run_ids;
  std::string metric_key;
  std::optional<std::int32_t> start_step;
  std::optional<std::int32_t> end_step;
  std::optional<std::int32_t> max_results;
};
struct MetricWithRunId {
  std::string key;
  double value = 0;
  std::int64_t timestamp = 0;
  std::int64_t step = 0;
  std::string run_id;
};
struct GetMetricHistoryBulkIntervalResponse {
  std::vector<MetricWithRunId> metrics;
};

}  // namespace cairn::api
