#include "search/numbers.h"

#include <charconv>
#include <cstdlib>
#include <string>

#include "search/characters.h"

namespace cairn::search {
namespace {

bool is_blank(char c) { return is_space(static_cast<unsigned char>(c)); }

// Without the blanks around, a plus sign and the underscores between digits, all of which from_chars does not know.
std::string plain(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  const auto digit_at = [text](std::size_t i) {
    return i < text.size() && is_digit(static_cast<unsigned char>(text[i]));
  };
  std::string digits;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '_' && i > 0 && digit_at(i - 1) && digit_at(i + 1)) continue;
    if (text[i] == '+' && i == 0 && !text.substr(1).starts_with('-')) continue;
    digits += text[i];
  }
  return digits;
}

}  // namespace

std::optional<std::int64_t> python_int(std::string_view text) {
  const std::string digits = plain(text);
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

std::optional<double> python_float(std::string_view text) {
  const std::string digits = plain(text);
  double value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  const bool read = error == std::errc() || error == std::errc::result_out_of_range;
  if (!read || end != digits.data() + digits.size() || digits.ends_with(')')) return std::nullopt;
  return decimal(digits);
}

double decimal(std::string_view digits) {
  double value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  // from_chars tells that a number is out of range, but not on which side.
  return error == std::errc::result_out_of_range ? std::strtod(std::string(digits).c_str(), nullptr) : value;
}

}  // namespace cairn::search
