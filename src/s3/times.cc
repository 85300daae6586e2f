#include "s3/times.h"

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

}  // namespace

std::optional<system_clock::time_point> parse_iso_time(std::string_view text) {
  using namespace std::chrono;
  if (text.size() < 20 || text[10] != 'T' || text.back() != 'Z') return std::nullopt;
  const auto year = number(text, 0, 4);
  const auto month = number(text, 5, 2);
  const auto day = number(text, 8, 2);
  const auto hour = number(text, 11, 2);
  const auto minute = number(text, 14, 2);
  const auto second = number(text, 17, 2);
  if (!year || !month || !day || !hour || !minute || !second) return std::nullopt;
  const year_month_day date = std::chrono::year(*year) / *month / *day;
  constexpr int kLastYear = 2261;  // that the clock's nanoseconds can count
  if (!date.ok() || *year > kLastYear || *hour > 23 || *minute > 59 || *second > 60) return std::nullopt;
  return sys_days(date) + hours(*hour) + minutes(*minute) + seconds(*second);
}

}  // namespace cairn::s3
