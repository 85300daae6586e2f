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

struct KindStatements {
  std::string_view claim;
  std::span<const std::string_view> deletes;
};
KindStatements statements_for(GarbageKind kind) {
  switch (kind) {
    case GarbageKind::kRun:
      return {"SELECT 1 FROM runs WHERE run_uuid = ?1 AND lifecycle_stage = 'deleted' /*pg FOR UPDATE SKIP LOCKED */",
              kRunStatements};
    case GarbageKind::kLoggedModel:
      return {"SELECT 1 FROM logged_models WHERE model_id = ?1 /*pg FOR UPDATE SKIP LOCKED */", kModelStatements};
    case GarbageKind::kExperiment:
      // While another process is at what lies in it, the experiment is that one's to delete.
      return {
          "SELECT 1 FROM experiments WHERE experiment_id = ?1 AND lifecycle_stage = 'deleted' AND NOT EXISTS "
          "(SELECT 1 FROM runs WHERE experiment_id = ?1) AND NOT EXISTS (SELECT 1 FROM logged_models WHERE "
          "experiment_id = ?1) /*pg FOR UPDATE SKIP LOCKED */",
          kExperimentStatements};
    case GarbageKind::kJob:
      return {"SELECT 1 FROM jobs WHERE id = ?1 /*pg FOR UPDATE SKIP LOCKED */", kJobStatements};
  }
  return {};
}

// A batch of rows of one key, or all chunks, which are few. False after the last.
Result<bool> delete_some_history(db::Connection& connection, const std::string& run_id) {
  std::string key;
  {
    auto rows = TRY(connection.query("SELECT \"key\" FROM metrics WHERE run_uuid = ?1 LIMIT 1", run_id));
    if (TRY(rows.next())) key = rows.string(0);
  }
  if (key.empty()) {
    TRY(tracking::MetricHistory().remove(connection, run_id));
    return false;
  }
  TRY(tracking::take_rows(connection, {run_id, key}, kRowsPerBatch));
  return true;
}

// An id as its table has it.
db::Param id_of(const GarbageItem& item) {
  if (item.kind != GarbageKind::kExperiment) return std::string_view(item.id);
  std::int64_t number = 0;
  std::from_chars(item.id.data(), item.id.data() + item.id.size(), number);
  return number;
}

// False where it is gone, or was restored, or where another process is at it.
Result<bool> claim(db::Connection& connection, const GarbageItem& item) {
  auto rows = TRY(connection.query(statements_for(item.kind).claim, id_of(item)));
  return TRY(rows.next());
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

Status delete_rows(db::Connection& connection, const GarbageItem& item) {
  for (const std::string_view statement : statements_for(item.kind).deletes) {
    TRY(connection.execute(statement, id_of(item)));
  }
  return {};
}

// Deletes one thing with its artifacts, on one engine; false where it was not there to be claimed.
using DeleteItem = Result<bool> (*)(db::Database& database, artifacts::Locations& locations, const GarbageItem& item,
                                    std::vector<std::string>& remarks);

// In many transactions, so that others write in between.
Result<bool> delete_step_by_step(db::Database& database, artifacts::Locations& locations, const GarbageItem& item,
                                 std::vector<std::string>& remarks) {
  if (!TRY(database.read([&](db::Connection& connection) { return claim(connection, item); }))) return false;
  delete_artifacts(locations, item, remarks);
  bool more = item.kind == GarbageKind::kRun;
  while (more) {
    more = TRY(database.write([&](db::Connection& connection) { return delete_some_history(connection, item.id); }));
  }
  TRY(database.write([&](db::Connection& connection) { return delete_rows(connection, item); }));
  return true;
}

// In one transaction that holds its row, so that other processes take the next. Nobody else waits for it.
Result<bool> delete_while_claimed(db::Database& database, artifacts::Locations& locations, const GarbageItem& item,
                                  std::vector<std::string>& remarks) {
  return database.write([&, remarks_before = remarks.size()](db::Connection& connection) -> Result<bool> {
    remarks.resize(remarks_before);
    if (!TRY(claim(connection, item))) return false;
    delete_artifacts(locations, item, remarks);
    bool more = item.kind == GarbageKind::kRun;
    while (more) more = TRY(delete_some_history(connection, item.id));
    TRY(delete_rows(connection, item));
    return true;
  });
}

}  // namespace

Result<GarbageReport> collect_garbage(db::Database& database, artifacts::Locations& locations, const GarbagePlan& plan,
                                      const GarbageProgress& progress) {
  GarbageReport report;
  const DeleteItem delete_item =
      database.dialect().engine == db::Engine::kPostgres ? delete_while_claimed : delete_step_by_step;
  std::uint64_t done = 0;
  for (const GarbageItem& item : plan.items) {
    if (TRY(delete_item(database, locations, item, report.remarks))) report.deleted.push_back(item);
    progress(++done, plan.items.size());
  }
  return report;
}

}  // namespace cairn::maintenance
