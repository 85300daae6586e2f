// Finds the version that a name stands for: an alias, a stage, the highest.
//
// For others within a transaction of their own.
#pragma once

#include <string_view>

#include "core/result.h"
#include "db/connection.h"
#include "registry/model_uri.h"
#include "registry/types.h"

namespace cairn::registry {

// "latest", in any case, is the alias of the highest version.
Result<ModelVersion> read_version_by_alias(db::Connection& connection, std::string_view name, std::string_view alias);
// For a URI with a name in it.
Result<ModelVersion> read_version_of_uri(db::Connection& connection, const ModelUri& uri);

}  // namespace cairn::registry
