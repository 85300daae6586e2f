// A run as `mlflow runs describe` prints it.
#pragma once

#include <string>

#include "tracking/types.h"

namespace cairn::cli {

[[nodiscard]] std::string described_run(const tracking::Run& run);

}  // namespace cairn::cli
