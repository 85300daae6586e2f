// The requests and responses of cairn's own endpoints: docs/api.md says what they mean.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "api/wire/message.h"
#include "tracking/experiment_activity.h"
#include "tracking/run_vocabulary.h"

namespace cairn::api {

struct ExperimentActivityRequest {
  std::vector<std::string> experiment_ids;
};
struct ExperimentActivityResponse {
  std::vector<tracking::ExperimentActivity> experiments;
};

struct MetricSummariesRequest {
  std::vector<std::string> run_ids;
  std::vector<std::string> metric_keys;
  std::optional<std::int64_t> step;
};
struct MetricSummaryEntry {
  std::string run_id;
  std::string key;
  std::int64_t count = 0;
  std::int64_t nan_count = 0;
  std::optional<double> min;
  std::optional<double> max;
  std::optional<double> mean;
  std::optional<double> value_at_step;
  std::optional<std::int64_t> step;  // of value_at_step: the one asked for, or the last before it
};
struct MetricSummariesResponse {
  std::vector<MetricSummaryEntry> summaries;
};

struct RunKeysRequest {
  std::vector<std::string> experiment_ids;
  std::string contains;
  std::int64_t max_results = 100;
};
struct RunValuesRequest {
  std::vector<std::string> experiment_ids;
  std::string entity;
  std::string key;
  std::string contains;
  std::int64_t max_results = 100;
};
struct RunValuesResponse {
  std::vector<tracking::RunValue> values;
};

struct ExperimentChanged {
  std::string experiment_id;
  std::vector<std::string> run_ids;
};
struct RunsChanged {
  std::vector<ExperimentChanged> experiments;
};

}  // namespace cairn::api
