// Dates as HTTP writes them: "Sun, 06 Nov 1994 08:49:37 GMT".
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace cairn::http {

[[nodiscard]] std::string format_date(std::chrono::system_clock::time_point time);

// In that very form. HTTP has two older ones, which no client writes any more.
[[nodiscard]] std::optional<std::chrono::sys_seconds> parse_date(std::string_view text);

}  // namespace cairn::http
