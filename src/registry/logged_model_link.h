// What the registry reads of logged models, and the tag by which they know the versions made from them.
//
// For others within a transaction of their own.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/result.h"
#include "db/connection.h"

namespace cairn::registry {

struct LoggedModelOrigin {
  std::string artifact_location;
  std::optional<std::string> source_run_id;
};

// Nothing for one that is deleted or never was.
Result<std::optional<LoggedModelOrigin>> find_logged_model(db::Connection& connection, std::string_view model_id);
Error no_logged_model(std::string_view model_id);

// Appends the version to the logged model's list of versions.
Status link_logged_model(db::Connection& connection, std::string_view model_id, std::string_view name,
                         std::int64_t version);

}  // namespace cairn::registry
