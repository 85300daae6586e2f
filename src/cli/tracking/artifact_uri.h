// From how users name artifacts to where they are: runs:/ID/path, models:/NAME/VERSION, models:/NAME@ALIAS.
#pragma once

#include <string>

#include "client/connection.h"
#include "core/result.h"

namespace cairn::cli {

// A URI that a store can be opened at. What is neither of the above stays as it is.
Result<std::string> resolve_artifact_uri(const client::Connection& connection, const std::string& uri);

// The same, as the folder that it is in and its name.
struct ArtifactPlace {
  std::string root_uri;
  std::string name;
};
[[nodiscard]] ArtifactPlace split_artifact_uri(std::string_view uri);

}  // namespace cairn::cli
