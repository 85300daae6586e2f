#include "registry/version_lookup.h"

#include <algorithm>
#include <fmt/format.h>

#include "registry/reader.h"
#include "registry/validation.h"

namespace cairn::registry {
namespace {

// Of those in `stage`, or of all where that is empty.
Result<std::optional<ModelVersion>> find_highest(db::Connection& connection, std::string_view name,
                                                 std::string_view stage) {
  std::optional<ModelVersion> highest;
  std::int64_t number = 0;
  auto latest = TRY(read_latest_versions(connection, name));
  for (ModelVersion& version : latest) {
    if (!stage.empty() && version.current_stage != stage) continue;
    const std::int64_t candidate = TRY(parse_version(version.version));
    if (candidate > number) {
      number = candidate;
      highest = std::move(version);
    }
  }
  return highest;
}

Result<std::int64_t> aliased_version(db::Connection& connection, std::string_view name, std::string_view alias) {
  TRY(check_model_exists(connection, name));
  auto rows =
      TRY(connection.query("SELECT version FROM registered_model_aliases "
                           "WHERE workspace = 'default' AND name = ?1 AND alias = ?2",
                           name, alias));
  if (!TRY(rows.next())) return invalid_parameter(fmt::format("Registered model alias {} not found.", alias));
  return rows.int64(0);
}

}  // namespace

Result<ModelVersion> read_version_by_alias(db::Connection& connection, std::string_view name, std::string_view alias) {
  TRY(validate_model_name(name));
  TRY(validate_alias(alias));
  if (!is_latest(alias)) return read_version(connection, name, TRY(aliased_version(connection, name, alias)));
  auto highest = TRY(find_highest(connection, name, {}));
  if (!highest) return does_not_exist(fmt::format("Latest version not found for model {}.", name));
  return *std::move(highest);
}

Result<ModelVersion> read_version_of_uri(db::Connection& connection, const ModelUri& uri) {
  if (!uri.version.empty()) return read_version(connection, uri.name, TRY(parse_version(uri.version)));
  if (!uri.alias.empty()) return read_version_by_alias(connection, uri.name, uri.alias);
  const std::string_view stage = uri.stage.empty() ? std::string_view{} : TRY(canonical_stage(uri.stage));
  auto highest = TRY(find_highest(connection, uri.name, stage));
  if (highest) return *std::move(highest);
  const std::string in_stage = uri.stage.empty() ? "" : fmt::format(" and stage '{}'", uri.stage);
  return invalid_parameter(fmt::format("No versions of model with name '{}'{} found", uri.name, in_stage));
}

}  // namespace cairn::registry
