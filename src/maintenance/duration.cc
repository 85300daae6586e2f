#include "maintenance/duration.h"

#include <charconv>
#include <fmt/format.h>

namespace cairn::maintenance {
namespace {

struct Unit {
  char letter;
  double milliseconds;
};
constexpr Unit kUnits[] = {{'d', 86'400'000}, {'h', 3'600'000}, {'m', 60'000}, {'s', 1'000}};

}  // namespace

// Each unit at most once, from days to seconds. An empty text is no time at all: MLflow's.
Result<std::int64_t> parse_duration(std::string_view text) {
  const auto refused = [whole = text] {
    return invalid_parameter(fmt::format(
        "Could not parse any time information from '{}'. Examples of valid strings: '8h', '2d8h5m20s', '2m4s'", whole));
  };
  double total = 0;
  for (const auto& [letter, milliseconds] : kUnits) {
    const std::size_t digits = text.find_first_not_of("0123456789.");
    if (digits == std::string_view::npos || text[digits] != letter) continue;
    double count = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + digits, count);
    if (error != std::errc() || end != text.data() + digits) return refused();
    total += count * milliseconds;
    text = text.substr(digits + 1);
  }
  if (!text.empty()) return refused();
  return static_cast<std::int64_t>(total);
}

}  // namespace cairn::maintenance
