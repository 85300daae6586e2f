#include "transfer/python_json.h"

#include <array>

namespace cairn::transfer {
namespace {

constexpr std::array<std::string_view, 3> kWords = {"-Infinity", "Infinity", "NaN"};

}  // namespace

std::string quote_special_numbers(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_string && c == '\\' && i + 1 < text.size()) {
      out += c;
      out += text[++i];
      continue;
    }
    if (c == '"') in_string = !in_string;
    std::string_view word;
    for (const std::string_view candidate : kWords) {
      if (!in_string && text.substr(i).starts_with(candidate)) word = candidate;
      if (!word.empty()) break;
    }
    if (word.empty()) {
      out += c;
      continue;
    }
    out += '"';
    out += word;
    out += '"';
    i += word.size() - 1;
  }
  return out;
}

}  // namespace cairn::transfer
