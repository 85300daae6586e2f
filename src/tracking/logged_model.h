// A logged model, in MLflow's words: what a run (or nobody) made, with the metrics that were measured of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "tracking/types.h"

namespace cairn::tracking {

enum class LoggedModelStatus : std::int32_t { kUnspecified = 0, kPending = 1, kReady = 2, kUploadFailed = 3 };

struct LoggedModelMetric {
  std::string key;
  double value = 0;  // a NaN is 0 here: MLflow keeps no flag for it
  std::int64_t timestamp = 0;
  std::int64_t step = 0;
  std::optional<std::string> dataset_name;
  std::optional<std::string> dataset_digest;
  std::string model_id;
  std::string run_id;
};

struct LoggedModelInfo {
  std::string model_id;
  std::string experiment_id;
  std::string name;
  std::int64_t creation_timestamp_ms = 0;
  std::int64_t last_updated_timestamp_ms = 0;
  std::string artifact_uri;
  LoggedModelStatus status = LoggedModelStatus::kPending;
  std::optional<std::string> model_type;
  std::optional<std::string> source_run_id;
  std::optional<std::string> status_message;
  std::vector<Tag> tags;
};

struct LoggedModelData {
  std::vector<Param> params;
  std::vector<LoggedModelMetric> metrics;
};

struct LoggedModel {
  LoggedModelInfo info;
  LoggedModelData data;
};

}  // namespace cairn::tracking
