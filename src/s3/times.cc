#include "s3/times.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace cairn::s3 {
namespace {

using std::chrono::system_clock;

// The digits at [at, at + count), or nothing.
std::optional<int> number(std::string_view text, std::size_t at, std::size_t count) {
  if (text.size() < at + count) return std::nullopt;
  int value = 0;
  const char* begin = text.data() + at;
  const auto [end, error] = std::from_chars(begin, begin + count, value);
  if (error != std::errc{} || end != begin + count || value < 0) return std::nullopt;
  return value;
}

std::optional<system_clock::time_point> time_of(std::optional<int> year, std::optional<unsigned> month,
                                                std::optional<int> day, std::optional<int> hour,
                                                std::optional<int> minute, std::optional<int> second) {
  using namespace std::chrono;
  if (!year || !month || !day || !hour || !minute || !second) return std::nullopt;
  const year_month_day date = std::chrono::year(*year) / static_cast<int>(*month) / *day;
  if (!date.ok() || *hour > 23 || *minute > 59 || *second > 60) return std::nullopt;
  return sys_days(date) + hours(*hour) + minutes(*minute) + seconds(*second);
}

std::optional<unsigned> month_named(std::string_view name) {
  constexpr std::array<std::string_view, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto* found = std::find(kMonths.begin(), kMonths.end(), name);
  if (found == kMonths.end()) return std::nullopt;
  return static_cast<unsigned>(found - kMonths.begin()) + 1;
}

}  // namespace

std::optional<system_clock::time_point> parse_iso_time(std::string_view text) {
  if (text.size() < 20 || text[10] != 'T' || text.back() != 'Z') return std::nullopt;
  return time_of(number(text, 0, 4), number(text, 5, 2), number(text, 8, 2), number(text, 11, 2), number(text, 14, 2),
                 number(text, 17, 2));
}

std::optional<system_clock::time_point> parse_http_time(std::string_view text) {
  if (text.size() != 29 || !text.ends_with(" GMT")) return std::nullopt;
  return time_of(number(text, 12, 4), month_named(text.substr(8, 3)), number(text, 5, 2), number(text, 17, 2),
                 number(text, 20, 2), number(text, 23, 2));
}

}  // namespace cairn::s3
