// Dates as HTTP writes them: "Sun, 06 Nov 1994 08:49:37 GMT".
#pragma once

#include <chrono>
#include <string>

namespace cairn::http {

[[nodiscard]] std::string format_date(std::chrono::system_clock::time_point time);

}  // namespace cairn::http
