// Small things that are done with text.
#pragma once

#include <string_view>

namespace cairn {

inline constexpr std::string_view kWhiteSpace = " \t\r\n\f\v";

constexpr std::string_view strip_left(std::string_view text, std::string_view blanks = kWhiteSpace) {
  const std::size_t first = text.find_first_not_of(blanks);
  return first == std::string_view::npos ? std::string_view() : text.substr(first);
}

constexpr std::string_view strip_right(std::string_view text, std::string_view blanks = kWhiteSpace) {
  return text.substr(0, text.find_last_not_of(blanks) + 1);
}

constexpr std::string_view strip(std::string_view text, std::string_view blanks = kWhiteSpace) {
  return strip_left(strip_right(text, blanks), blanks);
}

}  // namespace cairn
