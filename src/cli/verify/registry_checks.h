// The model registry.
#pragma once

#include <string>

#include "cli/verify/probe.h"
#include "core/result.h"

namespace cairn::cli {

Result<std::string> check_registry(Probe& probe);
Status remove_model(Probe& probe);

}  // namespace cairn::cli
