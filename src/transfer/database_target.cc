#include "transfer/database_target.h"

#include <fmt/format.h>
#include <limits>

#include "core/ids.h"
#include "core/json_text.h"
#include "core/uri.h"
#include "transfer/row_sql.h"
#include "transfer/tables.h"

namespace cairn::transfer {
namespace {

// What both engines' column takes.
constexpr std::int64_t kGreatestExperimentId = std::numeric_limits<std::int32_t>::max();

Result<std::optional<ExperimentRow>> find_experiment(db::Connection& connection, std::string_view column,
                                                     const db::Param& value) {
  auto rows = TRY(select_rows<ExperimentRow>(
      connection, fmt::format("experiments WHERE workspace = 'default' AND {} = ?1", column), value));
  if (rows.empty()) return std::optional<ExperimentRow>();
  return std::optional(std::move(rows.front()));
}

TargetExperiment target_experiment(const ExperimentRow& row, bool existed) {
  return {row.experiment_id, row.name, row.artifact_location.value_or(""), existed};
}

Result<std::optional<TargetExperiment>> find_unfinished(db::Connection& connection, const std::string& mark) {
  auto rows = TRY(select_rows<ExperimentRow>(connection,
                                             "experiments WHERE experiment_id = (SELECT MIN(experiment_id) FROM "
                                             "experiment_tags WHERE \"key\" = ?1 AND value = ?2)",
                                             kUnfinishedTag, mark));
  if (rows.empty()) return std::optional<TargetExperiment>();
  return std::optional(target_experiment(rows.front(), false));
}

Result<std::string> free_name(db::Connection& connection, const std::string& name) {
  std::string wanted = name;
  for (int copy = 2; TRY(find_experiment(connection, "name", std::string_view(wanted))); ++copy) {
    wanted = fmt::format("{} ({})", name, copy);
  }
  return wanted;
}

Result<std::int64_t> free_id(db::Connection& connection, std::int64_t wanted, Ids ids) {
  const bool fits = connection.dialect().engine == db::Engine::kSqlite || wanted <= kGreatestExperimentId;
  if (ids == Ids::kKeep && fits && !TRY(find_experiment(connection, "experiment_id", wanted))) return wanted;
  auto rows = TRY(connection.query(
      "SELECT COALESCE(MAX(experiment_id), 0) + 1 FROM experiments WHERE experiment_id < ?1", kGreatestExperimentId));
  TRY(rows.next());
  return rows.int64(0);
}

Result<std::unordered_set<std::string>> read_set(db::Connection& connection, std::string_view table,
                                                 std::string_view column, std::span<const std::string> ids) {
  std::unordered_set<std::string> found;
  const std::string sql = fmt::format("SELECT 1 FROM {} WHERE {} = ?1", table, column);
  for (const std::string& id : ids) {
    auto rows = TRY(connection.query(sql, id));
    if (TRY(rows.next())) found.insert(id);
  }
  return found;
}

Result<std::string> dataset_id_in(db::Connection& connection, std::int64_t experiment_id, const DatasetRow& dataset) {
  auto rows =
      TRY(connection.query("SELECT dataset_uuid FROM datasets WHERE experiment_id = ?1 AND name = ?2 AND digest = ?3",
                           experiment_id, dataset.name, dataset.digest));
  return TRY(rows.next()) ? rows.string(0) : std::string();
}

// A dataset's id is of one experiment alone, which no constraint says.
Result<std::string> insert_dataset(db::Connection& connection, std::int64_t experiment_id, DatasetRow dataset) {
  if (auto known = TRY(dataset_id_in(connection, experiment_id, dataset)); !known.empty()) return known;
  {
    auto rows = TRY(connection.query("SELECT 1 FROM datasets WHERE dataset_uuid = ?1", dataset.dataset_uuid));
    if (TRY(rows.next())) dataset.dataset_uuid = new_hex_id();
  }
  TRY(insert_row(connection, "datasets", dataset, {{"experiment_id", experiment_id}}));
  return dataset.dataset_uuid;
}

Status insert_dataset_use(db::Connection& connection, std::int64_t experiment_id, std::string_view run_id,
                          const DatasetUse& use) {
  const std::string dataset_id = TRY(insert_dataset(connection, experiment_id, use.dataset));
  const std::string input_id = new_hex_id();
  const auto added = TRY(
      connection.execute("INSERT INTO inputs (input_uuid, source_type, source_id, destination_type, destination_id) "
                         "VALUES (?1, 'DATASET', ?2, 'RUN', ?3) ON CONFLICT DO NOTHING",
                         input_id, dataset_id, run_id));
  if (added == 0) return {};
  return insert_pairs(connection, kInputTags, use.tags, {{"input_uuid", std::string_view(input_id)}});
}

Status insert_models(db::Connection& connection, std::string_view run_id, const ModelLink& link,
                     std::span<const ModelUse> uses) {
  for (const ModelUse& use : uses) {
    TRY(connection.execute(
        "INSERT INTO inputs (input_uuid, source_type, source_id, destination_type, destination_id, step) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING",
        new_hex_id(), link.source_type, run_id, link.destination_type, use.model_id, use.step));
  }
  return {};
}

Status insert_histories(db::Connection& connection, const tracking::MetricHistory& history, std::string_view run_id,
                        std::span<const History> histories) {
  std::vector<tracking::LoggedMetric> metrics;
  for (const History& of_key : histories) {
    metrics.clear();
    for (const Point& point : of_key.points) metrics.push_back({of_key.key, point});
    TRY(history.append(connection, run_id, metrics));
  }
  return {};
}

Status insert_run(db::Connection& connection, const tracking::MetricHistory& history, std::int64_t experiment_id,
                  const RunRecord& record) {
  const std::string_view id = record.run.run_uuid;
  RunRow row = record.run;
  row.experiment_id = experiment_id;
  if (TRY(insert_row(connection, "runs", row, {}, IfThere::kKeep)) == 0) return {};  // another import was quicker
  TRY(insert_pairs(connection, kParams, record.params, {{"run_uuid", id}}));
  TRY(insert_pairs(connection, kTags, record.tags, {{"run_uuid", id}}));
  for (const DatasetUse& use : record.datasets) TRY(insert_dataset_use(connection, experiment_id, id, use));
  TRY(insert_models(connection, id, kModelInput, record.model_inputs));
  TRY(insert_models(connection, id, kModelOutput, record.model_outputs));
  return insert_histories(connection, history, id, record.histories);
}

Status insert_version(db::Connection& connection, std::string_view name, const VersionRecord& record) {
  TRY(insert_row(connection, "model_versions", record.version, {{"name", name}, {"workspace", "default"}}));
  return insert_pairs(connection, kVersionTags, record.tags,
                      {{"name", name}, {"version", record.version.version}, {"workspace", "default"}});
}

}  // namespace

Result<TargetExperiment> DatabaseTarget::begin(const ExperimentRecord& record, Ids ids) {
  return database_.write([&](db::Connection& connection) { return begin_in(connection, record, ids); });
}

Result<TargetExperiment> DatabaseTarget::begin_in(db::Connection& connection, const ExperimentRecord& record,
                                                  Ids ids) const {
  const std::string mark = fmt::format("{} of {}", record.experiment.experiment_id, options_.origin);
  if (auto unfinished = TRY(find_unfinished(connection, mark))) return std::move(*unfinished);
  if (ids == Ids::kKeep) {
    if (const auto same = TRY(find_experiment(connection, "name", std::string_view(record.experiment.name)))) {
      return target_experiment(*same, true);
    }
  }
  ExperimentRow row = record.experiment;
  row.name = TRY(free_name(connection, row.name));
  row.experiment_id = TRY(free_id(connection, row.experiment_id, ids));
  row.artifact_location = append_to_uri_path(options_.artifact_root, std::to_string(row.experiment_id));
  row.lifecycle_stage = "deleted";
  TRY(insert_row(connection, "experiments", row, {{"workspace", "default"}}));
  const std::vector<Tag> mark_tag = {{std::string(kUnfinishedTag), mark}};
  TRY(insert_pairs(connection, kExperimentTags, mark_tag, {{"experiment_id", row.experiment_id}}));
  return target_experiment(row, false);
}

Result<std::unordered_set<std::string>> DatabaseTarget::present_runs(std::span<const std::string> run_ids) {
  return database_.read([&](db::Connection& connection) { return read_set(connection, "runs", "run_uuid", run_ids); });
}

Result<std::unordered_set<std::string>> DatabaseTarget::present_models(std::span<const std::string> model_ids) {
  return database_.read(
      [&](db::Connection& connection) { return read_set(connection, "logged_models", "model_id", model_ids); });
}

Status DatabaseTarget::put_runs(const TargetExperiment& experiment, std::span<const RunRecord> runs) {
  return database_.write([&](db::Connection& connection) -> Status {
    for (const RunRecord& run : runs) TRY(insert_run(connection, options_.history, experiment.id, run));
    return {};
  });
}

Status DatabaseTarget::put_logged_model(const TargetExperiment& experiment, const LoggedModelRecord& record) {
  return database_.write([&](db::Connection& connection) -> Status {
    LoggedModelRow row = record.model;
    row.experiment_id = experiment.id;
    if (TRY(insert_row(connection, "logged_models", row, {}, IfThere::kKeep)) == 0) return {};
    const std::initializer_list<OwnerColumn> owner = {{"model_id", std::string_view(row.model_id)},
                                                      {"experiment_id", row.experiment_id}};
    TRY(insert_pairs(connection, kLoggedModelParams, record.params, owner));
    TRY(insert_pairs(connection, kLoggedModelTags, record.tags, owner));
    for (const LoggedModelMetricRow& metric : record.metrics) {
      TRY(insert_row(connection, "logged_model_metrics", metric, owner, IfThere::kKeep));
    }
    return {};
  });
}

Result<bool> DatabaseTarget::put_registered_model(const RegisteredModelRecord& record) {
  return database_.write([&](db::Connection& connection) -> Result<bool> {
    const std::string_view name = record.model.name;
    if (TRY(insert_row(connection, "registered_models", record.model, {{"workspace", "default"}}, IfThere::kKeep)) ==
        0) {
      return false;
    }
    TRY(insert_pairs(connection, kRegisteredModelTags, record.tags, {{"name", name}, {"workspace", "default"}}));
    for (const VersionRecord& version : record.versions) TRY(insert_version(connection, name, version));
    for (const AliasRow& alias : record.aliases) {
      TRY(insert_row(connection, "registered_model_aliases", alias, {{"name", name}, {"workspace", "default"}}));
    }
    return true;
  });
}

Status DatabaseTarget::finish(const TargetExperiment& experiment, const ExperimentRecord& record) {
  if (experiment.existed) return {};
  return database_.write([&](db::Connection& connection) -> Status {
    TRY(connection.execute("DELETE FROM experiment_tags WHERE experiment_id = ?1 AND \"key\" = ?2", experiment.id,
                           kUnfinishedTag));
    TRY(insert_pairs(connection, kExperimentTags, record.tags, {{"experiment_id", experiment.id}}));
    TRY(connection.execute(
        "UPDATE experiments SET lifecycle_stage = ?1, artifact_location = ?2 WHERE experiment_id = ?3",
        record.experiment.lifecycle_stage.value_or("active"), record.experiment.artifact_location, experiment.id));
    return {};
  });
}

Result<Counts> DatabaseTarget::count(std::span<const std::string> run_ids) {
  return database_.read([&](db::Connection& connection) -> Result<Counts> {
    Counts counts;
    for (const std::string& id : run_ids) {
      auto rows = TRY(connection.query(
          "SELECT (SELECT COUNT(*) FROM runs WHERE run_uuid = ?1), (SELECT COUNT(*) FROM params WHERE run_uuid = ?1), "
          "(SELECT COUNT(*) FROM tags WHERE run_uuid = ?1), (SELECT COUNT(*) FROM metrics WHERE run_uuid = ?1) + "
          "(SELECT CAST(COALESCE(SUM(count), 0) AS BIGINT) FROM cairn_metric_chunks WHERE run_uuid = ?1)",
          id));
      TRY(rows.next());
      counts.runs += rows.int64(0);
      counts.params += rows.int64(1);
      counts.tags += rows.int64(2);
      counts.points += rows.int64(3);
    }
    return counts;
  });
}

Result<ArtifactPlace> DatabaseTarget::run_artifacts(const TargetExperiment& experiment, const std::string& run_id) {
  return place_of(append_to_uri_path(experiment.artifact_location, run_id + "/artifacts"));
}

Result<ArtifactPlace> DatabaseTarget::model_artifacts(const TargetExperiment& experiment, const std::string& model_id) {
  return place_of(append_to_uri_path(experiment.artifact_location, "models/" + model_id + "/artifacts"));
}

Result<ArtifactPlace> DatabaseTarget::place_of(const std::string& uri) const {
  return ArtifactPlace{TRY(locations_.locate(uri)), uri};
}

}  // namespace cairn::transfer
