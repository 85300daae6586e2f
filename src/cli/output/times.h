// Times and amounts for people.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace cairn::cli {

// "2026-11-30 16:31:23 UTC", as MLflow's command line prints times.
[[nodiscard]] std::string utc_time(std::int64_t milliseconds);
// "2026-11-30 16:31:23.530+00:00", as its CSV files have them: the fraction only where there is one.
[[nodiscard]] std::string csv_time(std::int64_t milliseconds);
// "2026-11-30 16:31", in the time zone of whoever looks.
[[nodiscard]] std::string local_time(std::int64_t milliseconds);
// "1m 20s".
[[nodiscard]] std::string duration(std::int64_t milliseconds);
// "1.2 MB".
[[nodiscard]] std::string byte_size(std::uint64_t bytes);
// Six significant digits.
[[nodiscard]] std::string short_number(double value);

}  // namespace cairn::cli
