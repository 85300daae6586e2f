#include "cli/output/times.h"

#include <array>
#include <cmath>
#include <ctime>
#include <fmt/chrono.h>
#include <fmt/format.h>

namespace cairn::cli {
namespace {

std::tm broken_down(std::int64_t milliseconds, bool local) {
  const auto seconds = static_cast<std::time_t>(milliseconds / 1000 - (milliseconds % 1000 < 0 ? 1 : 0));
  std::tm time{};
  if (local)
    ::localtime_r(&seconds, &time);
  else
    ::gmtime_r(&seconds, &time);
  return time;
}

}  // namespace

std::string utc_time(std::int64_t milliseconds) {
  return fmt::format("{:%Y-%m-%d %H:%M:%S} UTC", broken_down(milliseconds, false));
}

std::string csv_time(std::int64_t milliseconds) {
  const std::int64_t fraction = (milliseconds % 1000 + 1000) % 1000;
  return fmt::format("{:%Y-%m-%d %H:%M:%S}{}+00:00", broken_down(milliseconds, false),
                     fraction == 0 ? "" : fmt::format(".{:03}", fraction));
}

std::string local_time(std::int64_t milliseconds) {
  return fmt::format("{:%Y-%m-%d %H:%M}", broken_down(milliseconds, true));
}

std::string duration(std::int64_t milliseconds) {
  constexpr std::int64_t kSecond = 1000, kMinute = 60 * kSecond, kHour = 60 * kMinute, kDay = 24 * kHour;
  if (milliseconds < kSecond) return fmt::format("{}ms", milliseconds);
  if (milliseconds < kMinute) return fmt::format("{:.1f}s", static_cast<double>(milliseconds) / kSecond);
  if (milliseconds < kHour) return fmt::format("{}m {}s", milliseconds / kMinute, milliseconds % kMinute / kSecond);
  if (milliseconds < kDay) return fmt::format("{}h {}m", milliseconds / kHour, milliseconds % kHour / kMinute);
  return fmt::format("{}d {}h", milliseconds / kDay, milliseconds % kDay / kHour);
}

std::string byte_size(std::uint64_t bytes) {
  constexpr std::array kUnits = {"B", "kB", "MB", "GB", "TB", "PB"};
  auto value = static_cast<double>(bytes);
  std::size_t unit = 0;
  while (value >= 1000 && unit + 1 < kUnits.size()) {
    value /= 1000;
    ++unit;
  }
  return unit == 0 ? fmt::format("{} B", bytes) : fmt::format("{:.1f} {}", value, kUnits[unit]);
}

std::string short_number(double value) { return fmt::format("{:.6g}", value); }

}  // namespace cairn::cli
