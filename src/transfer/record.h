// What moves between stores: an experiment, a run, a logged model, a registered model, each with all that belongs to
// it.
//
// A row's members are the columns of MLflow's table of the same name. Their one list of fields (record.cc) gives the
// rows' JSON in exports and the statements that read and write them (row_sql.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "tracking/metric_point.h"
#include "tracking/types.h"

namespace cairn::transfer {

using tracking::Param;
using tracking::Point;
using tracking::Tag;

struct ExperimentRow {
  std::int64_t experiment_id = 0;
  std::string name;
  std::optional<std::string> artifact_location;
  std::optional<std::string> lifecycle_stage;
  std::optional<std::int64_t> creation_time;
  std::optional<std::int64_t> last_update_time;
};

struct ExperimentRecord {
  ExperimentRow experiment;
  std::vector<Tag> tags;
};

struct RunRow {
  std::string run_uuid;
  std::optional<std::string> name;
  std::optional<std::string> source_type;
  std::optional<std::string> source_name;
  std::optional<std::string> entry_point_name;
  std::optional<std::string> user_id;
  std::optional<std::string> status;
  std::optional<std::int64_t> start_time;
  std::optional<std::int64_t> end_time;
  std::optional<std::string> source_version;
  std::optional<std::string> lifecycle_stage;
  std::optional<std::string> artifact_uri;
  std::optional<std::int64_t> experiment_id;
  std::optional<std::int64_t> deleted_time;
};

struct DatasetRow {
  std::string dataset_uuid;
  std::string name;
  std::string digest;
  std::string dataset_source_type;
  std::string dataset_source;
  std::optional<std::string> dataset_schema;
  std::optional<std::string> dataset_profile;
};

struct DatasetUse {
  DatasetRow dataset;
  std::vector<Tag> tags;
};

struct ModelUse {
  std::string model_id;
  std::int64_t step = 0;
};

struct History {
  std::string key;
  std::vector<Point> points;
};

struct RunRecord {
  RunRow run;
  std::vector<Param> params;
  std::vector<Tag> tags;
  std::vector<DatasetUse> datasets;
  std::vector<ModelUse> model_inputs;
  std::vector<ModelUse> model_outputs;
  std::vector<History> histories;  // not in the JSON: an export keeps them in a file beside it

  [[nodiscard]] std::size_t point_count() const;
};

struct LoggedModelRow {
  std::string model_id;
  std::int64_t experiment_id = 0;
  std::string name;
  std::string artifact_location;
  std::int64_t creation_timestamp_ms = 0;
  std::int64_t last_updated_timestamp_ms = 0;
  std::int64_t status = 0;
  std::optional<std::string> lifecycle_stage;
  std::optional<std::string> model_type;
  std::optional<std::string> source_run_id;
  std::optional<std::string> status_message;
};

struct LoggedModelMetricRow {
  std::string metric_name;
  std::int64_t metric_timestamp_ms = 0;
  std::int64_t metric_step = 0;
  std::optional<double> metric_value;
  std::string run_id;
  std::optional<std::string> dataset_uuid;
  std::optional<std::string> dataset_name;
  std::optional<std::string> dataset_digest;
};

struct LoggedModelRecord {
  LoggedModelRow model;
  std::vector<Param> params;
  std::vector<Tag> tags;
  std::vector<LoggedModelMetricRow> metrics;
};

struct RegisteredModelRow {
  std::string name;
  std::optional<std::int64_t> creation_time;
  std::optional<std::int64_t> last_updated_time;
  std::optional<std::string> description;
};

struct VersionRow {
  std::int64_t version = 0;
  std::optional<std::int64_t> creation_time;
  std::optional<std::int64_t> last_updated_time;
  std::optional<std::string> description;
  std::optional<std::string> user_id;
  std::optional<std::string> current_stage;
  std::optional<std::string> source;
  std::optional<std::string> run_id;
  std::optional<std::string> status;
  std::optional<std::string> status_message;
  std::optional<std::string> run_link;
  std::optional<std::string> storage_location;
};

struct VersionRecord {
  VersionRow version;
  std::vector<Tag> tags;
};

struct AliasRow {
  std::string alias;
  std::int64_t version = 0;
};

struct RegisteredModelRecord {
  RegisteredModelRow model;
  std::vector<Tag> tags;
  std::vector<AliasRow> aliases;
  std::vector<VersionRecord> versions;
};

// Puts what has no order of its own into one, so that records of two stores can be compared.
void normalise(RunRecord& record);
void normalise(LoggedModelRecord& record);
void normalise(RegisteredModelRecord& record);

}  // namespace cairn::transfer
