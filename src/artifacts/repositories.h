// From an artifact URI to its repository.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "artifacts/repository.h"
#include "core/result.h"

namespace cairn::artifacts {

// By the URI's scheme; a plain path is a folder of this machine. The root need not exist yet. An error names what is
// wrong with the URI or with the settings that its scheme takes from the environment.
Result<std::shared_ptr<Repository>> open_repository(const std::string& uri);

}  // namespace cairn::artifacts
