#include "transfer/database_source.h"

#include <fmt/format.h>

#include "db/schema.h"
#include "tracking/metric_history.h"
#include "transfer/row_sql.h"
#include "transfer/tables.h"

namespace cairn::transfer {
namespace {

Result<std::vector<std::string>> read_texts(db::Rows rows) {
  std::vector<std::string> texts;
  while (TRY(rows.next())) texts.push_back(rows.string(0));
  return texts;
}

Result<std::vector<Point>> read_history(db::Connection& connection, tracking::HistoryId id, Chunks chunks) {
  if (chunks == Chunks::kNone) return tracking::read_rows(connection, id, {});
  return TRY(tracking::MetricHistory().read(connection, id)).points;
}

// Every history has a latest point.
Result<std::vector<History>> read_histories(db::Connection& connection, std::string_view run_id, Chunks chunks) {
  std::vector<History> histories;
  for (std::string& key : TRY(read_texts(
           TRY(connection.query("SELECT \"key\" FROM latest_metrics WHERE run_uuid = ?1 ORDER BY \"key\"", run_id))))) {
    auto points = TRY(read_history(connection, {run_id, key}, chunks));
    histories.push_back({std::move(key), std::move(points)});
  }
  return histories;
}

Result<std::vector<DatasetUse>> read_datasets(db::Connection& connection, std::string_view run_id) {
  const api::MessageType& type = *api::message_type<DatasetRow>();
  auto rows = TRY(connection.query("SELECT i.input_uuid, " + select_columns(type, "d.") +
                                       " FROM inputs AS i JOIN datasets AS d ON d.dataset_uuid = i.source_id WHERE "
                                       "i.source_type = 'DATASET' AND i.destination_type = 'RUN' AND "
                                       "i.destination_id = ?1 ORDER BY d.name, d.digest",
                                   run_id));
  std::vector<DatasetUse> uses;
  while (TRY(rows.next())) {
    DatasetUse& use = uses.emplace_back();
    read_message(rows, 1, type, &use.dataset);
    use.tags = TRY(select_pairs<Tag>(connection, kInputTags, {{"input_uuid", rows.text(0)}}));
  }
  return uses;
}

Result<std::vector<ModelUse>> read_models(db::Connection& connection, std::string_view run_id, const ModelLink& link) {
  auto rows = TRY(connection.query(
      "SELECT destination_id, step FROM inputs WHERE source_type = ?1 AND source_id = ?2 AND destination_type = ?3 "
      "ORDER BY destination_id",
      link.source_type, run_id, link.destination_type));
  std::vector<ModelUse> uses;
  while (TRY(rows.next())) uses.push_back({rows.string(0), rows.int64(1)});
  return uses;
}

Result<SourceExperiment> read_experiment(db::Connection& connection, ExperimentRow row) {
  SourceExperiment found;
  const std::int64_t id = row.experiment_id;
  found.record.experiment = std::move(row);
  found.record.tags = TRY(select_pairs<Tag>(connection, kExperimentTags, {{"experiment_id", id}}));
  found.run_ids = TRY(read_texts(
      TRY(connection.query("SELECT run_uuid FROM runs WHERE experiment_id = ?1 ORDER BY start_time, run_uuid", id))));
  found.model_ids = TRY(read_texts(TRY(connection.query(
      "SELECT model_id FROM logged_models WHERE experiment_id = ?1 ORDER BY creation_timestamp_ms, model_id", id))));
  return found;
}

// What MLflow keeps and nothing here moves.
constexpr std::pair<std::string_view, std::string_view> kLeftOut[] = {
    {"trace_info", "traces"},
    {"evaluation_datasets", "evaluation datasets"},
    {"scorers", "scorers"},
    {"webhooks", "webhooks"},
};

Status note_other_workspaces(db::Connection& connection, std::vector<Skipped>& skipped) {
  auto rows = TRY(connection.query(
      "SELECT workspace, SUM(experiments), SUM(models) FROM (SELECT workspace, 1 AS experiments, 0 AS models FROM "
      "experiments UNION ALL SELECT workspace, 0, 1 FROM registered_models) AS things WHERE workspace <> 'default' "
      "GROUP BY workspace ORDER BY workspace"));
  while (TRY(rows.next())) {
    skipped.push_back({fmt::format("the workspace '{}' ({} experiments, {} registered models)", rows.text(0),
                                   rows.int64(1), rows.int64(2)),
                       "the default one alone is moved"});
  }
  return {};
}

Status note_left_out(db::Connection& connection, std::vector<Skipped>& skipped) {
  for (const auto& [table, what] : kLeftOut) {
    auto rows = TRY(connection.query(fmt::format("SELECT COUNT(*) FROM {}", table)));
    if (TRY(rows.next()) && rows.int64(0) > 0) {
      skipped.push_back({fmt::format("{} {}", rows.int64(0), what), "they are not moved by this command"});
    }
  }
  return note_other_workspaces(connection, skipped);
}

Status check_head(db::Connection& connection, const std::string& name) {
  if (!TRY(db::has_table(connection, "alembic_version"))) {
    return invalid_state(fmt::format("{} was not made by MLflow or cairn: it has no table alembic_version.", name));
  }
  auto rows = TRY(connection.query("SELECT version_num FROM alembic_version"));
  const std::string head = TRY(rows.next()) ? rows.string(0) : "";
  if (head == db::kMlflowHead) return {};
  return invalid_state(fmt::format(
      "{} is at schema version '{}'; '{}' (MLflow 3.17) is needed. Copy it, bring the copy to that version with cairn "
      "db upgrade, and import the copy.",
      name, head, db::kMlflowHead));
}

template <class Row>
Result<Row> only(std::vector<Row> rows, std::string_view what, std::string_view id) {
  if (rows.empty()) return does_not_exist(fmt::format("There is no {} '{}'.", what, id));
  return std::move(rows.front());
}

Result<std::unique_ptr<FileTree>> locate(artifacts::Locations& locations, const std::string& uri) {
  if (uri.empty()) return std::unique_ptr<FileTree>();
  return files_in(TRY(locations.locate(uri)));
}

}  // namespace

Result<RunRecord> read_run(db::Connection& connection, std::string_view run_id, Chunks chunks) {
  RunRecord record;
  record.run = TRY(only(TRY(select_rows<RunRow>(connection, "runs WHERE run_uuid = ?1", run_id)), "run", run_id));
  record.params = TRY(select_pairs<Param>(connection, kParams, {{"run_uuid", run_id}}));
  record.tags = TRY(select_pairs<Tag>(connection, kTags, {{"run_uuid", run_id}}));
  record.datasets = TRY(read_datasets(connection, run_id));
  record.model_inputs = TRY(read_models(connection, run_id, kModelInput));
  record.model_outputs = TRY(read_models(connection, run_id, kModelOutput));
  record.histories = TRY(read_histories(connection, run_id, chunks));
  return record;
}

Result<LoggedModelRecord> read_logged_model(db::Connection& connection, std::string_view model_id) {
  LoggedModelRecord record;
  record.model = TRY(only(TRY(select_rows<LoggedModelRow>(connection, "logged_models WHERE model_id = ?1", model_id)),
                          "logged model", model_id));
  record.params = TRY(select_pairs<Param>(connection, kLoggedModelParams, {{"model_id", model_id}}));
  record.tags = TRY(select_pairs<Tag>(connection, kLoggedModelTags, {{"model_id", model_id}}));
  record.metrics = TRY(select_rows<LoggedModelMetricRow>(
      connection,
      "logged_model_metrics WHERE model_id = ?1 ORDER BY metric_name, metric_timestamp_ms, metric_step, run_id",
      model_id));
  return record;
}

Result<RegisteredModelRecord> read_registered_model(db::Connection& connection, std::string_view name) {
  RegisteredModelRecord record;
  record.model = TRY(only(TRY(select_rows<RegisteredModelRow>(
                              connection, "registered_models WHERE workspace = 'default' AND name = ?1", name)),
                          "registered model", name));
  record.tags = TRY(select_pairs<Tag>(connection, kRegisteredModelTags, {{"name", name}, {"workspace", "default"}}));
  record.aliases = TRY(select_rows<AliasRow>(
      connection, "registered_model_aliases WHERE workspace = 'default' AND name = ?1 ORDER BY alias", name));
  for (VersionRow& version : TRY(select_rows<VersionRow>(
           connection, "model_versions WHERE workspace = 'default' AND name = ?1 ORDER BY version", name))) {
    const std::int64_t number = version.version;
    auto tags = TRY(
        select_pairs<Tag>(connection, kVersionTags, {{"name", name}, {"version", number}, {"workspace", "default"}}));
    record.versions.push_back({std::move(version), std::move(tags)});
  }
  return record;
}

Result<std::unique_ptr<DatabaseSource>> DatabaseSource::open(db::Database& database, artifacts::Locations& locations,
                                                             std::string name) {
  const Chunks chunks = TRY(database.read([&](db::Connection& connection) -> Result<Chunks> {
    TRY(check_head(connection, name));
    return TRY(db::has_table(connection, "cairn_metric_chunks")) ? Chunks::kSome : Chunks::kNone;
  }));
  return std::unique_ptr<DatabaseSource>(new DatabaseSource(database, locations, std::move(name), chunks));
}

Result<std::vector<SourceExperiment>> DatabaseSource::experiments(std::vector<Skipped>& skipped) {
  return database_.read([&](db::Connection& connection) -> Result<std::vector<SourceExperiment>> {
    TRY(note_left_out(connection, skipped));
    std::vector<SourceExperiment> found;
    for (ExperimentRow& row : TRY(select_rows<ExperimentRow>(
             connection, "experiments WHERE workspace = 'default' ORDER BY experiment_id"))) {
      found.push_back(TRY(read_experiment(connection, std::move(row))));
    }
    return found;
  });
}

Result<RunRecord> DatabaseSource::run(const SourceExperiment& /*experiment*/, const std::string& run_id) {
  return database_.read([&](db::Connection& connection) { return read_run(connection, run_id, chunks_); });
}

Result<LoggedModelRecord> DatabaseSource::logged_model(const SourceExperiment& /*experiment*/,
                                                       const std::string& model_id) {
  return database_.read([&](db::Connection& connection) { return read_logged_model(connection, model_id); });
}

Result<std::vector<std::string>> DatabaseSource::registered_models(std::vector<Skipped>& /*skipped*/) {
  return database_.read([](db::Connection& connection) -> Result<std::vector<std::string>> {
    return read_texts(
        TRY(connection.query("SELECT name FROM registered_models WHERE workspace = 'default' ORDER BY name")));
  });
}

Result<RegisteredModelRecord> DatabaseSource::registered_model(const std::string& name) {
  return database_.read([&](db::Connection& connection) { return read_registered_model(connection, name); });
}

Result<std::unique_ptr<FileTree>> DatabaseSource::run_artifacts(const SourceExperiment& /*experiment*/,
                                                                const RunRow& run) {
  return locate(locations_, run.artifact_uri.value_or(""));
}

Result<std::unique_ptr<FileTree>> DatabaseSource::model_artifacts(const SourceExperiment& /*experiment*/,
                                                                  const LoggedModelRow& model) {
  return locate(locations_, model.artifact_location);
}

}  // namespace cairn::transfer
