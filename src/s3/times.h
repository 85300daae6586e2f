// Time as stores write it in their documents.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace cairn::s3 {

// "2009-10-12T17:50:30.000Z"; fractions are dropped.
[[nodiscard]] std::optional<std::chrono::system_clock::time_point> parse_iso_time(std::string_view text);

}  // namespace cairn::s3
