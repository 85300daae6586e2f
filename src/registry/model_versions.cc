#include "registry/model_versions.h"

#include <algorithm>
#include <fmt/format.h>

#include "core/clock.h"
#include "registry/announce.h"
#include "registry/logged_model_link.h"
#include "registry/prompts.h"
#include "registry/reader.h"
#include "registry/validation.h"
#include "registry/version_lookup.h"

namespace cairn::registry {
namespace {

// A model's time of change is that of the newest change to its list of versions. Where transactions run side by side,
// whoever touches it first changes the list alone until the end.
Status touch_model(db::Connection& connection, std::string_view name, std::int64_t now) {
  return connection.send(
      "UPDATE registered_models SET last_updated_time = ?1 WHERE workspace = 'default' AND name = ?2", now, name);
}

Status write_tag(db::Connection& connection, std::string_view name, std::int64_t version, const Tag& tag) {
  TRY(
      connection.execute("INSERT INTO model_version_tags (workspace, name, version, key, value) "
                         "VALUES ('default', ?1, ?2, ?3, ?4) "
                         "ON CONFLICT (workspace, key, name, version) DO UPDATE SET value = excluded.value",
                         name, version, tag.key, tag.value));
  return {};
}

// Once the model is touched, the next statement sees every version there is: no two get the same number, none is left
// out.
Result<std::int64_t> insert_version(db::Connection& connection, const NewVersion& request, const Origin& origin) {
  const std::int64_t now = now_ms();
  TRY(touch_model(connection, request.name, now));
  auto inserted = TRY(connection.query(
      "INSERT INTO model_versions (workspace, name, version, creation_time, last_updated_time, description, "
      "current_stage, source, storage_location, run_id, run_link, status) "
      "SELECT 'default', ?1, 1 + coalesce(max(version), 0), ?2, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 'READY' "
      "FROM model_versions WHERE workspace = 'default' AND name = ?1 RETURNING version",
      request.name, now, request.description, kStageNone, origin.source, origin.storage_location, origin.stored_run_id,
      request.run_link));
  TRY(inserted.next());
  const std::int64_t version = inserted.int64(0);
  TRY(inserted.next());
  return version;
}

Status archive_others(db::Connection& connection, std::string_view name, std::int64_t version, std::string_view stage,
                      std::int64_t now) {
  TRY(
      connection.execute("UPDATE model_versions SET current_stage = ?1, last_updated_time = ?2 "
                         "WHERE workspace = 'default' AND name = ?3 AND version != ?4 AND current_stage = ?5",
                         kStageArchived, now, name, version, stage));
  return {};
}

}  // namespace

Result<ModelVersion> ModelVersions::create(const NewVersion& request) {
  TRY(sources_.check(request.source));
  const Origin origin =
      TRY(database_.read([&](db::Connection& connection) { return resolve_origin(connection, request); }));
  TRY(validate_model_name(request.name));
  for (const Tag& tag : request.tags) TRY(validate_version_tag(tag));
  return database_.write([&](db::Connection& connection) -> Result<ModelVersion> {
    TRY(check_model_exists(connection, request.name));
    const std::int64_t version = TRY(insert_version(connection, request, origin));
    for (const Tag& tag : request.tags) TRY(write_tag(connection, request.name, version, tag));
    if (!origin.model_id.empty() && !marks_prompt(request.tags)) {
      TRY(link_logged_model(connection, origin.model_id, request.name, version));
    }
    const std::string_view run_id = origin.run_id ? std::string_view(*origin.run_id) : std::string_view();
    TRY(announce_version(events_, connection, request, version, origin.source, run_id));
    return read_version(connection, request.name, version);
  });
}

Result<ModelVersion> ModelVersions::get(std::string_view name, std::string_view version) const {
  TRY(validate_model_name(name));
  const std::int64_t number = TRY(parse_version(version));
  return database_.read([&](db::Connection& connection) { return read_version(connection, name, number); });
}

Result<ModelVersion> ModelVersions::get_by_alias(std::string_view name, std::string_view alias) const {
  return database_.read([&](db::Connection& connection) { return read_version_by_alias(connection, name, alias); });
}

Result<std::vector<ModelVersion>> ModelVersions::latest(std::string_view name,
                                                        const std::vector<std::string>& stages) const {
  auto latest = TRY(database_.read([&](db::Connection& connection) { return read_latest_versions(connection, name); }));
  if (stages.empty()) return latest;
  std::vector<std::string_view> wanted;
  for (const std::string& stage : stages) wanted.push_back(TRY(canonical_stage(stage)));
  std::erase_if(latest, [&](const ModelVersion& version) {
    return std::find(wanted.begin(), wanted.end(), version.current_stage) == wanted.end();
  });
  return latest;
}

Result<std::string> ModelVersions::download_uri(std::string_view name, std::string_view version) const {
  return database_.read([&](db::Connection& connection) { return read_download_uri(connection, name, version); });
}

Result<ModelVersion> ModelVersions::describe(std::string_view name, std::string_view version,
                                             const std::optional<std::string>& description) {
  TRY(validate_model_name(name));
  const std::int64_t number = TRY(parse_version(version));
  return database_.write([&](db::Connection& connection) -> Result<ModelVersion> {
    TRY(check_version_exists(connection, name, number));
    TRY(
        connection.execute("UPDATE model_versions SET description = ?1, last_updated_time = ?2 "
                           "WHERE workspace = 'default' AND name = ?3 AND version = ?4",
                           description, now_ms(), name, number));
    return read_version(connection, name, number);
  });
}

Result<ModelVersion> ModelVersions::move_to_stage(std::string_view name, std::string_view version,
                                                  std::string_view stage, OthersInStage others) {
  const std::string_view canonical = TRY(canonical_stage(stage));
  if (others == OthersInStage::kAreArchived && !is_active_stage(canonical)) {
    return invalid_parameter(
        fmt::format("Model version transition cannot archive existing model versions because '{}' is not an Active "
                    "stage. Valid stages are ['Staging', 'Production']",
                    stage));
  }
  TRY(validate_model_name(name));
  const std::int64_t number = TRY(parse_version(version));
  return database_.write([&](db::Connection& connection) -> Result<ModelVersion> {
    TRY(check_version_exists(connection, name, number));
    const std::int64_t now = now_ms();
    TRY(touch_model(connection, name, now));
    if (others == OthersInStage::kAreArchived) TRY(archive_others(connection, name, number, canonical, now));
    TRY(
        connection.execute("UPDATE model_versions SET current_stage = ?1, last_updated_time = ?2 "
                           "WHERE workspace = 'default' AND name = ?3 AND version = ?4",
                           canonical, now, name, number));
    return read_version(connection, name, number);
  });
}

Status ModelVersions::remove(std::string_view name, std::string_view version) {
  const std::int64_t number = TRY(parse_version(version));
  TRY(validate_model_name(name));
  return database_.write([&](db::Connection& connection) -> Status {
    TRY(check_version_exists(connection, name, number));
    const std::int64_t now = now_ms();
    TRY(touch_model(connection, name, now));
    TRY(connection.execute(
        "DELETE FROM registered_model_aliases WHERE workspace = 'default' AND name = ?1 AND version = ?2", name,
        number));
    TRY(
        connection.execute("UPDATE model_versions SET current_stage = ?1, last_updated_time = ?2, description = NULL, "
                           "user_id = NULL, source = 'REDACTED-SOURCE-PATH', run_id = 'REDACTED-RUN-ID', "
                           "run_link = 'REDACTED-RUN-LINK', status_message = NULL "
                           "WHERE workspace = 'default' AND name = ?3 AND version = ?4",
                           kStageDeleted, now, name, number));
    return {};
  });
}

Status ModelVersions::set_tag(std::string_view name, std::string_view version, const Tag& tag) {
  TRY(validate_model_name(name));
  const std::int64_t number = TRY(parse_version(version));
  TRY(validate_version_tag(tag));
  return database_.write([&](db::Connection& connection) -> Status {
    TRY(check_version_exists(connection, name, number));
    TRY(write_tag(connection, name, number, tag));
    return announce_version_tag(events_, connection, {name, tag.key, tag.value}, version);
  });
}

Status ModelVersions::delete_tag(std::string_view name, std::string_view version, std::string_view key) {
  TRY(validate_model_name(name));
  const std::int64_t number = TRY(parse_version(version));
  TRY(validate_tag_key(key));
  return database_.write([&](db::Connection& connection) -> Status {
    TRY(check_version_exists(connection, name, number));
    TRY(
        connection.execute("DELETE FROM model_version_tags "
                           "WHERE workspace = 'default' AND key = ?1 AND name = ?2 AND version = ?3",
                           key, name, number));
    return announce_version_tag(events_, connection, {name, key, std::nullopt}, version);
  });
}

}  // namespace cairn::registry
