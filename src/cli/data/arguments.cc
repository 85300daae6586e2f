#include "cli/data/arguments.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <system_error>

#include "core/text.h"

namespace cairn::cli {

std::optional<std::int64_t> whole_number(std::string_view text) {
  text = strip(text);
  const bool is_negative = text.starts_with('-');
  if (is_negative || text.starts_with('+')) text.remove_prefix(1);
  std::string digits;
  bool after_digit = false;
  for (const char c : text) {
    const bool is_digit = c >= '0' && c <= '9';
    if (!is_digit && !(c == '_' && after_digit)) return std::nullopt;
    if (is_digit) digits += c;
    after_digit = is_digit;
  }
  if (!after_digit) return std::nullopt;
  std::int64_t number = 0;
  const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (failure == std::errc::result_out_of_range) number = std::numeric_limits<std::int64_t>::max();
  return is_negative ? -number : number;
}

}  // namespace cairn::cli
