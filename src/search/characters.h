// Characters as Python's regular expressions class them: filters are text that MLflow reads with sqlparse, and sqlparse
// reads with \w, \s and [A-ZÀ-Ü]. Pure functions over UTF-8; any bytes are safe.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace cairn::search {

struct Character {
  char32_t code;
  std::size_t length;  // in bytes; 1 for a byte that is not UTF-8, whose code is then kNotUtf8
};
inline constexpr char32_t kNotUtf8 = 0xFFFFFFFF;

// The character at `at`, which must lie inside the text.
[[nodiscard]] Character decode(std::string_view text, std::size_t at);

// The code of the character that ends right before `at`, or 0 at the beginning.
[[nodiscard]] char32_t code_before(std::string_view text, std::size_t at);

[[nodiscard]] bool is_word(char32_t code);    // \w
[[nodiscard]] bool is_space(char32_t code);   // \s
[[nodiscard]] bool is_letter(char32_t code);  // [A-ZÀ-Ü] in either case: what may begin an SQL name
[[nodiscard]] constexpr bool is_digit(char32_t code) { return code >= '0' && code <= '9'; }

[[nodiscard]] constexpr char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }
[[nodiscard]] bool equal_ignoring_case(std::string_view text, std::string_view upper_case);

void append_utf8(std::string& out, char32_t code);

}  // namespace cairn::search
