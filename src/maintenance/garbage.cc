#include "maintenance/garbage.h"

#include <charconv>
#include <fmt/format.h>

#include "tracking/metric_history.h"

namespace cairn::maintenance {
namespace {

// About a tenth of a second of the writer's time.
constexpr std::int64_t kRowsPerBatch = 10'000;

// What belongs to a run and no constraint takes along, its history aside; each with the run's id.
constexpr std::string_view kRunStatements[] = {
    "DELETE FROM latest_metrics WHERE run_uuid = ?1",
    "DELETE FROM params WHERE run_uuid = ?1",
    "DELETE FROM tags WHERE run_uuid = ?1",
    "DELETE FROM input_tags WHERE input_uuid IN (SELECT input_uuid FROM inputs WHERE destination_type = 'RUN' AND "
    "destination_id = ?1)",
    "DELETE FROM inputs WHERE destination_type = 'RUN' AND destination_id = ?1",
    "DELETE FROM inputs WHERE source_type IN ('RUN_INPUT', 'RUN_OUTPUT') AND source_id = ?1",
    "DELETE FROM logged_model_metrics WHERE run_id = ?1",
    "DELETE FROM runs WHERE run_uuid = ?1 AND lifecycle_stage = 'deleted'",
};
constexpr std::string_view kModelStatements[] = {
    "DELETE FROM inputs WHERE destination_type IN ('MODEL_INPUT', 'MODEL_OUTPUT') AND destination_id = ?1",
    "DELETE FROM logged_model_metrics WHERE model_id = ?1",
    "DELETE FROM logged_model_params WHERE model_id = ?1",
    "DELETE FROM logged_model_tags WHERE model_id = ?1",
    "DELETE FROM logged_models WHERE model_id = ?1",
};
// The rollups have no constraint, and SQLite gives an experiment's id to the next one.
constexpr std::string_view kExperimentStatements[] = {
    "DELETE FROM sql_trace_rollup_rebuild_queue WHERE experiment_id = ?1",
    "DELETE FROM sql_trace_metric_daily_rollups WHERE experiment_id = ?1",
    "DELETE FROM sql_span_cost_daily_rollups WHERE experiment_id = ?1",
    "DELETE FROM sql_assessment_daily_rollups WHERE experiment_id = ?1",
    "DELETE FROM trace_info WHERE experiment_id = ?1",
    "DELETE FROM experiment_tags WHERE experiment_id = ?1",
    "DELETE FROM datasets WHERE experiment_id = ?1",
    "DELETE FROM experiments WHERE experiment_id = ?1 AND lifecycle_stage = 'deleted'",
};
constexpr std::string_view kJobStatements[] = {"DELETE FROM jobs WHERE id = ?1"};

std::span<const std::string_view> statements_for(GarbageKind kind) {
  switch (kind) {
    case GarbageKind::kRun:
      return kRunStatements;
    case GarbageKind::kLoggedModel:
      return kModelStatements;
    case GarbageKind::kExperiment:
      return kExperimentStatements;
    case GarbageKind::kJob:
      return kJobStatements;
  }
  return {};
}

// Rows by the batch, key by key; chunks are few.
Status delete_history(db::Database& database, const std::string& run_id) {
  for (;;) {
    const std::string key = TRY(database.read([&](db::Connection& connection) -> Result<std::string> {
      auto rows = TRY(connection.query("SELECT \"key\" FROM metrics WHERE run_uuid = ?1 LIMIT 1", run_id));
      return TRY(rows.next()) ? rows.string(0) : std::string();
    }));
    if (key.empty()) break;
    TRY(database.write([&](db::Connection& connection) -> Status {
      TRY(tracking::take_rows(connection, {run_id, key}, kRowsPerBatch));
      return {};
    }));
  }
  return database.write(
      [&](db::Connection& connection) { return tracking::MetricHistory().remove(connection, run_id); });
}

Status delete_rows(db::Database& database, const GarbageItem& item) {
  if (item.kind == GarbageKind::kRun) TRY(delete_history(database, item.id));
  return database.write([&](db::Connection& connection) -> Status {
    const bool by_number = item.kind == GarbageKind::kExperiment;
    std::int64_t number = 0;
    if (by_number) std::from_chars(item.id.data(), item.id.data() + item.id.size(), number);
    const db::Param id = by_number ? db::Param(number) : db::Param(std::string_view(item.id));
    for (const std::string_view statement : statements_for(item.kind)) TRY(connection.execute(statement, id));
    return {};
  });
}

// What is out of reach is told and does not hold up the rest, as in MLflow.
void delete_artifacts(artifacts::Locations& locations, const GarbageItem& item, std::vector<std::string>& remarks) {
  if (item.artifact_uri.empty()) return;
  const auto location = locations.locate(item.artifact_uri);
  const Status done = location.ok() ? location->repository->remove(location->root) : Status(location.error());
  if (done.ok()) return;
  remarks.push_back(fmt::format("The artifacts of {} {} at '{}' could not be deleted: {}", noun(item.kind), item.id,
                                item.artifact_uri, done.error().message()));
}

}  // namespace

Result<GarbageReport> collect_garbage(db::Database& database, artifacts::Locations& locations, const GarbagePlan& plan,
                                      const GarbageProgress& progress) {
  GarbageReport report;
  for (const GarbageItem& item : plan.items) {
    delete_artifacts(locations, item, report.remarks);
    TRY(delete_rows(database, item));
    report.deleted.push_back(item);
    progress(report.deleted.size(), plan.items.size());
  }
  return report;
}

}  // namespace cairn::maintenance
