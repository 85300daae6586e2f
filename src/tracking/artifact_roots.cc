#include "tracking/artifact_roots.h"

#include <fmt/format.h>

namespace cairn::tracking {
namespace {

// The first row's only column, or `missing` without a row.
Result<std::string> read_root(db::Database& database, std::string_view sql, std::string_view id, Error missing) {
  return database.read([&](db::Connection& connection) -> Result<std::string> {
    auto rows = TRY(connection.query(sql, id));
    if (!TRY(rows.next())) return missing;
    return rows.string(0);
  });
}

}  // namespace

Result<std::string> ArtifactRoots::of_run(std::string_view run_id) const {
  return read_root(database_, "SELECT artifact_uri FROM runs WHERE run_uuid = ?1", run_id,
                   does_not_exist(fmt::format("Run with id={} not found", run_id)));
}

Result<std::string> ArtifactRoots::of_logged_model(std::string_view model_id) const {
  return read_root(database_,
                   "SELECT artifact_location FROM logged_models WHERE model_id = ?1 AND lifecycle_stage <> 'deleted'",
                   model_id, does_not_exist(fmt::format("Logged model with ID '{}' not found.", model_id)));
}

}  // namespace cairn::tracking
