#include "registry/reader.h"

#include <algorithm>
#include <fmt/format.h>

#include "core/json_text.h"
#include "registry/validation.h"

namespace cairn::registry {
namespace {

// What is read for several models or versions is asked for with one parameter, a JSON array, so that one prepared
// statement serves any number of them. Each row begins with the place in that array.
std::string names_of(std::span<const RegisteredModel> models) {
  return json_strings(models, [](const RegisteredModel& model) -> const std::string& { return model.name; });
}

std::string keys_of(std::span<const ModelVersion> versions) {
  std::string list = "[";
  for (const ModelVersion& version : versions) {
    if (list.size() > 1) list += ',';
    list += '[';
    write_json_string(version.name, list);
    list += ',';
    list += version.version;
    list += ']';
  }
  return list += ']';
}

std::optional<VersionStatus> version_status(std::string_view name) {
  if (name == "READY") return VersionStatus::kReady;
  if (name == "PENDING_REGISTRATION") return VersionStatus::kPendingRegistration;
  if (name == "FAILED_REGISTRATION") return VersionStatus::kFailedRegistration;
  return std::nullopt;
}

Status read_model_tags(db::Connection& connection, std::string_view names, std::span<RegisteredModel> models) {
  auto rows = TRY(
      connection.query("SELECT wanted.key, t.key, t.value FROM json_each(?1) AS wanted "
                       "CROSS JOIN registered_model_tags AS t WHERE t.workspace = 'default' AND t.name = wanted.value",
                       names));
  while (TRY(rows.next())) {
    models[static_cast<std::size_t>(rows.int64(0))].tags.push_back({rows.string(1), rows.string(2)});
  }
  return {};
}

Status read_model_aliases(db::Connection& connection, std::string_view names, std::span<RegisteredModel> models) {
  auto rows = TRY(connection.query(
      "SELECT wanted.key, a.alias, a.version FROM json_each(?1) AS wanted "
      "CROSS JOIN registered_model_aliases AS a WHERE a.workspace = 'default' AND a.name = wanted.value "
      "ORDER BY wanted.key, a.alias",
      names));
  while (TRY(rows.next())) {
    models[static_cast<std::size_t>(rows.int64(0))].aliases.push_back({rows.string(1), rows.string(2)});
  }
  return {};
}

// MLflow lists a model's latest versions by the names of their stages in a search, and elsewhere in the order in which
// the stages came to be.
enum class StageOrder { kByName, kByAge };

// With their tags, in the order of the names.
Result<std::vector<ModelVersion>> read_latest_versions_of(db::Connection& connection, std::string_view names,
                                                          StageOrder order) {
  const auto statement = [](std::string_view stage_order) {
    return fmt::format(
        "SELECT {} FROM json_each(?1) AS wanted "
        "CROSS JOIN (VALUES ('Archived'), ('None'), ('Production'), ('Staging')) AS stage "
        "CROSS JOIN model_versions AS v WHERE v.workspace = 'default' AND v.name = wanted.value AND v.version = "
        "(SELECT max(version) FROM model_versions "
        "WHERE workspace = 'default' AND name = wanted.value AND current_stage = stage.column1) "
        "ORDER BY wanted.key, {}",
        kVersionColumns, stage_order);
  };
  static const std::string kByName = statement("v.current_stage");
  static const std::string kByAge = statement(
      "(SELECT min(version) FROM model_versions "
      "WHERE workspace = 'default' AND name = v.name AND current_stage = v.current_stage)");

  std::vector<ModelVersion> latest;
  {
    auto rows = TRY(connection.query(order == StageOrder::kByName ? kByName : kByAge, names));
    while (TRY(rows.next())) latest.push_back(read_version_row(rows));
  }
  TRY(read_version_tags(connection, latest));
  return latest;
}

// Of versions that are all of one model.
Status read_version_aliases(db::Connection& connection, std::span<ModelVersion> versions) {
  if (versions.empty()) return {};
  auto rows =
      TRY(connection.query("SELECT alias, version FROM registered_model_aliases "
                           "WHERE workspace = 'default' AND name = ?1 ORDER BY alias",
                           versions.front().name));
  while (TRY(rows.next())) {
    const auto named = std::find_if(versions.begin(), versions.end(),
                                    [&](const ModelVersion& version) { return version.version == rows.text(1); });
    if (named != versions.end()) named->aliases.push_back(rows.string(0));
  }
  return {};
}

Status read_contents(db::Connection& connection, std::span<RegisteredModel> models, StageOrder order) {
  if (models.empty()) return {};
  const std::string names = names_of(models);
  TRY(read_model_tags(connection, names, models));
  TRY(read_model_aliases(connection, names, models));
  auto latest = TRY(read_latest_versions_of(connection, names, order));
  std::size_t at = 0;
  for (ModelVersion& version : latest) {
    while (models[at].name != version.name) ++at;
    models[at].latest_versions.push_back(std::move(version));
  }
  return {};
}

Error no_model(std::string_view name) {
  return does_not_exist(fmt::format("Registered Model with name={} not found", name));
}

Error no_version(std::string_view name, std::int64_t version) {
  return does_not_exist(fmt::format("Model Version (name={}, version={}) not found", name, version));
}

}  // namespace

RegisteredModel read_model_row(const db::Rows& row) {
  RegisteredModel model;
  model.name = row.string(0);
  model.creation_timestamp = row.int64(1);
  model.last_updated_timestamp = row.maybe_int64(2);
  model.description = row.maybe_string(3);
  if (model.description == "") model.description.reset();  // MLflow does not tell "" from absent
  return model;
}

ModelVersion read_version_row(const db::Rows& row) {
  ModelVersion version;
  version.name = row.string(0);
  version.version = row.string(1);
  version.creation_timestamp = row.int64(2);
  version.last_updated_timestamp = row.maybe_int64(3);
  version.description = row.maybe_string(4);
  version.user_id = row.maybe_string(5);
  version.current_stage = row.maybe_string(6);
  version.source = row.maybe_string(7);
  version.run_id = row.maybe_string(8);
  version.status = version_status(row.text(9));
  version.status_message = row.maybe_string(10);
  if (version.status_message == "") version.status_message.reset();  // likewise
  version.run_link = row.maybe_string(11);
  return version;
}

Status read_version_tags(db::Connection& connection, std::span<ModelVersion> versions) {
  if (versions.empty()) return {};
  auto rows =
      TRY(connection.query("SELECT wanted.key, t.key, t.value FROM json_each(?1) AS wanted "
                           "CROSS JOIN model_version_tags AS t WHERE t.workspace = 'default' "
                           "AND t.name = wanted.value ->> 0 AND t.version = CAST(wanted.value ->> 1 AS INTEGER)",
                           keys_of(versions)));
  while (TRY(rows.next())) {
    versions[static_cast<std::size_t>(rows.int64(0))].tags.push_back({rows.string(1), rows.string(2)});
  }
  return {};
}

Status read_page_contents(db::Connection& connection, std::span<RegisteredModel> models) {
  return read_contents(connection, models, StageOrder::kByName);
}

Result<bool> model_exists(db::Connection& connection, std::string_view name) {
  auto rows = TRY(connection.query("SELECT 1 FROM registered_models WHERE workspace = 'default' AND name = ?1", name));
  return rows.next();
}

Status check_model_exists(db::Connection& connection, std::string_view name) {
  TRY(validate_model_name(name));
  return TRY(model_exists(connection, name)) ? Status() : Status(no_model(name));
}

Result<RegisteredModel> read_model(db::Connection& connection, std::string_view name) {
  TRY(validate_model_name(name));
  static const std::string kSql =
      fmt::format("SELECT {} FROM registered_models AS m WHERE workspace = 'default' AND name = ?1", kModelColumns);
  RegisteredModel model;
  {
    auto rows = TRY(connection.query(kSql, name));
    if (!TRY(rows.next())) return no_model(name);
    model = read_model_row(rows);
  }
  TRY(read_contents(connection, std::span(&model, 1), StageOrder::kByAge));
  return model;
}

Status check_version_exists(db::Connection& connection, std::string_view name, std::int64_t version) {
  auto rows =
      TRY(connection.query("SELECT 1 FROM model_versions WHERE workspace = 'default' AND name = ?1 AND version = ?2 "
                           "AND current_stage != ?3",
                           name, version, kStageDeleted));
  return TRY(rows.next()) ? Status() : Status(no_version(name, version));
}

Result<std::string> read_download_uri(db::Connection& connection, std::string_view name, std::string_view version) {
  TRY(validate_model_name(name));
  const std::int64_t number = TRY(parse_version(version));
  auto rows =
      TRY(connection.query("SELECT coalesce(nullif(storage_location, ''), source) FROM model_versions "
                           "WHERE workspace = 'default' AND name = ?1 AND version = ?2 AND current_stage != ?3",
                           name, number, kStageDeleted));
  if (!TRY(rows.next())) return no_version(name, number);
  return rows.string(0);
}

Result<ModelVersion> read_version(db::Connection& connection, std::string_view name, std::int64_t version) {
  TRY(validate_model_name(name));
  static const std::string kSql = fmt::format(
      "SELECT {} FROM model_versions AS v WHERE workspace = 'default' AND name = ?1 AND version = ?2 "
      "AND current_stage != '{}'",
      kVersionColumns, kStageDeleted);
  ModelVersion found;
  {
    auto rows = TRY(connection.query(kSql, name, version));
    if (!TRY(rows.next())) return no_version(name, version);
    found = read_version_row(rows);
  }
  TRY(read_version_tags(connection, std::span(&found, 1)));
  TRY(read_version_aliases(connection, std::span(&found, 1)));
  return found;
}

Result<std::vector<ModelVersion>> read_latest_versions(db::Connection& connection, std::string_view name) {
  TRY(check_model_exists(connection, name));
  std::string names = "[";
  write_json_string(name, names);
  auto latest = TRY(read_latest_versions_of(connection, names + "]", StageOrder::kByAge));
  TRY(read_version_aliases(connection, latest));
  return latest;
}

}  // namespace cairn::registry
