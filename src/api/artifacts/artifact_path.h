// Paths of artifacts, as requests give them.
#pragma once

#include <string>
#include <string_view>

#include "artifacts/path.h"
#include "core/result.h"

namespace cairn::api {

// What MLflow's validate_path_is_safe makes of a path, or "Invalid path": it is decoded until nothing is left to
// decode, then must be relative and go nowhere up. MLflow reads it as a URI meanwhile, and so do we, since files are
// stored under the names that come of it: "Model:v1" is "model:v1", "a?" is "a". NULs and file: URIs are refused.
[[nodiscard]] Result<std::string> safe_artifact_path(std::string_view text);

// The path that it stands for in a repository.
[[nodiscard]] Result<artifacts::Path> artifact_path(std::string_view text);

}  // namespace cairn::api
