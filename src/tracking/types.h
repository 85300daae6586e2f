// What the tracking server keeps, in MLflow's words.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cairn::tracking {

enum class RunStatus : std::int32_t { kRunning = 1, kScheduled = 2, kFinished = 3, kFailed = 4, kKilled = 5 };
enum class ViewType : std::int32_t { kActiveOnly = 1, kDeletedOnly = 2, kAll = 3 };

// The lifecycle stages that a view shows, as a list for SQL's IN.
[[nodiscard]] inline std::string_view stages(ViewType view) {
  switch (view) {
    case ViewType::kActiveOnly:
      return "'active'";
    case ViewType::kDeletedOnly:
      return "'deleted'";
    case ViewType::kAll:
      return "'active', 'deleted'";
  }
  return {};
}

struct Tag {
  std::string key;
  std::string value;
};

struct Param {
  std::string key;
  std::string value;
};

struct Metric {
  std::string key;
  double value = 0;  // NaN stands for itself
  std::int64_t timestamp = 0;
  std::int64_t step = 0;
};

// A metric as a client logs it: it may also belong to a logged model, measured on a dataset.
struct MetricEntry {
  Metric metric;
  std::optional<std::string> model_id;
  std::optional<std::string> dataset_name;
  std::optional<std::string> dataset_digest;
};

struct Experiment {
  std::string experiment_id;
  std::string name;
  std::string artifact_location;
  std::string lifecycle_stage;
  std::optional<std::int64_t> last_update_time;
  std::optional<std::int64_t> creation_time;
  std::vector<Tag> tags;
  std::string workspace;
};

struct RunInfo {
  std::string run_id;
  std::string run_name;
  std::string experiment_id;
  std::string user_id;
  RunStatus status = RunStatus::kRunning;
  std::int64_t start_time = 0;
  std::optional<std::int64_t> end_time;
  std::string artifact_uri;
  std::string lifecycle_stage;
};

struct RunData {
  std::vector<Metric> metrics;
  std::vector<Param> params;
  std::vector<Tag> tags;
};

struct Dataset {
  std::string name;
  std::string digest;
  std::string source_type;
  std::string source;
  std::optional<std::string> schema;
  std::optional<std::string> profile;
};

struct DatasetInput {
  std::vector<Tag> tags;
  Dataset dataset;
};

struct ModelInput {
  std::string model_id;
};

struct ModelOutput {
  std::string model_id;
  std::int64_t step = 0;
};

struct RunInputs {
  std::vector<DatasetInput> dataset_inputs;
  std::vector<ModelInput> model_inputs;
};

struct RunOutputs {
  std::vector<ModelOutput> model_outputs;
};

struct Run {
  RunInfo info;
  RunData data;
  RunInputs inputs;
  std::optional<RunOutputs> outputs;
};

struct DatasetSummary {
  std::string experiment_id;
  std::string name;
  std::string digest;
  std::optional<std::string> context;
};

template <class T>
struct Page {
  std::vector<T> items;
  std::string next_token;  // empty: there is no next page
};

}  // namespace cairn::tracking
