// Spans of time as `mlflow gc --older-than` takes them: "1d2h3m4s", "1.5d".
#pragma once

#include <cstdint>
#include <string_view>

#include "core/result.h"

namespace cairn::maintenance {

// In milliseconds.
Result<std::int64_t> parse_duration(std::string_view text);

}  // namespace cairn::maintenance
