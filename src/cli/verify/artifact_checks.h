// Files of a run: through the server, or straight to where it says that they are.
#pragma once

#include <string>

#include "cli/verify/probe.h"
#include "core/result.h"

namespace cairn::cli {

Result<std::string> check_artifacts(Probe& probe);
Status remove_artifacts(Probe& probe);

}  // namespace cairn::cli
