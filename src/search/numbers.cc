#include "search/numbers.h"

#include <charconv>
#include <cstdlib>
#include <string>

#include "search/characters.h"

namespace cairn::search {
namespace {

bool is_blank(char c) { return is_space(static_cast<unsigned char>(c)); }

}  // namespace

std::optional<std::int64_t> python_int(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  std::string digits;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool between_digits = i > 0 && i + 1 < text.size() && is_digit(static_cast<unsigned char>(text[i - 1])) &&
                                is_digit(static_cast<unsigned char>(text[i + 1]));
    if (text[i] == '_' && between_digits) continue;
    if (text[i] == '+' && i == 0 && text.size() > 1 && text[1] != '-') continue;
    digits += text[i];
  }
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

double decimal(std::string_view digits) {
  double value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  // from_chars tells that a number is out of range, but not on which side.
  return error == std::errc::result_out_of_range ? std::strtod(std::string(digits).c_str(), nullptr) : value;
}

}  // namespace cairn::search
