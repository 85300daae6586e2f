// Reads models and versions with all that is shown of them, in a fixed number of statements whatever their number.
//
// For others within a transaction of their own.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "db/connection.h"
#include "registry/types.h"

namespace cairn::registry {

// The columns of a model `m` and of a version `v` that the functions for rows expect, in order.
inline constexpr std::string_view kModelColumns = "m.name, m.creation_time, m.last_updated_time, m.description";
inline constexpr std::string_view kVersionColumns =
    "v.name, v.version, v.creation_time, v.last_updated_time, v.description, v.user_id, v.current_stage, v.source, "
    "v.run_id, v.status, v.status_message, v.run_link";
RegisteredModel read_model_row(const db::Rows& row);
ModelVersion read_version_row(const db::Rows& row);

// What a page of a search shows beyond the rows: tags, and of models also the aliases and latest versions.
Status read_page_contents(db::Connection& connection, std::span<RegisteredModel> models);
Status read_version_tags(db::Connection& connection, std::span<ModelVersion> versions);

// The whole model, or the error that it does not exist or cannot exist.
Result<RegisteredModel> read_model(db::Connection& connection, std::string_view name);
Result<bool> model_exists(db::Connection& connection, std::string_view name);
Status check_model_exists(db::Connection& connection, std::string_view name);

// The whole version. Deleted ones do not exist.
Result<ModelVersion> read_version(db::Connection& connection, std::string_view name, std::int64_t version);
Status check_version_exists(db::Connection& connection, std::string_view name, std::int64_t version);
// Where the version's files are.
Result<std::string> read_download_uri(db::Connection& connection, std::string_view name, std::string_view version);
// The highest version of each stage, whole.
Result<std::vector<ModelVersion>> read_latest_versions(db::Connection& connection, std::string_view name);

}  // namespace cairn::registry
