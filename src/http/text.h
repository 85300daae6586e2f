// Small pieces of HTTP's grammar over ASCII: names without regard to case, lists with commas.
#pragma once

#include <algorithm>
#include <string_view>

namespace cairn::http {

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

constexpr bool iequals(std::string_view a, std::string_view b) {
  return a.size() == b.size() &&
         std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == lower(y); });
}

constexpr std::string_view trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

// Cuts the part before `separator` off `rest` and returns it; the last part leaves `rest` empty.
constexpr std::string_view cut(std::string_view& rest, char separator) {
  const std::size_t at = rest.find(separator);
  const std::string_view part = rest.substr(0, at);
  rest = at == std::string_view::npos ? std::string_view{} : rest.substr(at + 1);
  return part;
}

// Whether a field like "Connection: close, x" names `token`.
constexpr bool list_has(std::string_view list, std::string_view token) {
  while (!list.empty()) {
    if (iequals(trim(cut(list, ',')), token)) return true;
  }
  return false;
}

}  // namespace cairn::http
