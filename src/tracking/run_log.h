// What a running run logs: metrics, parameters, tags, inputs and outputs.
//
// Any thread may call; each call is one write of the database: all of it is on disk when the call returns, or none.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "db/database.h"
#include "tracking/run_logging.h"
#include "tracking/types.h"

namespace cairn::tracking {

struct Batch {
  std::string run_id;
  std::vector<MetricEntry> metrics;
  std::vector<Param> params;
  std::vector<Tag> tags;
};

class RunLog {
 public:
  RunLog(db::Database& database, MetricHistory history)
      : database_(database), history_(history), logging_(history.mode()) {}

  Status log_metric(std::string_view run_id, const MetricEntry& metric);
  Status log_param(std::string_view run_id, Param param);
  Status log_batch(Batch batch);
  Status set_tag(std::string_view run_id, Tag tag);
  Status delete_tag(std::string_view run_id, std::string_view key);
  // Datasets are kept once for each name and digest in an experiment; a run's first link to one fixes the link's tags.
  Status log_inputs(std::string_view run_id, const std::vector<DatasetInput>& datasets,
                    const std::vector<ModelInput>& models);
  Status log_outputs(std::string_view run_id, const std::vector<ModelOutput>& models);
  // Adds an entry, a JSON object, to the list in the run's tag mlflow.log-model.history.
  Status log_model(std::string_view run_id, std::string_view entry);

 private:
  Status log_grouped(std::string_view run_id, std::span<const MetricEntry> metrics, std::span<const Tag> tags);
  Status write_metrics(db::Connection& connection, std::string_view run_id, std::int64_t experiment_id,
                       std::span<const MetricEntry> entries) const;

  db::Database& database_;
  MetricHistory history_;
  RunLogging logging_;
};

}  // namespace cairn::tracking
