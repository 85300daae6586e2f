#include "core/python_text.h"

#include <fmt/format.h>

#include <cmath>
#include <iterator>

#include "core/json_text.h"
#include "core/utf8.h"

namespace cairn {

std::string python_repr(std::string_view text) {
  const bool single = text.find('\'') == std::string_view::npos || text.find('"') != std::string_view::npos;
  const char quote = single ? '\'' : '"';
  std::string out(1, quote);
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == quote || c == '\\') (out += '\\') += c;
    else if (c == '\n') out += "\\n";
    else if (c == '\r') out += "\\r";
    else if (c == '\t') out += "\\t";
    else if (byte < 0x20 || byte == 0x7F) fmt::format_to(std::back_inserter(out), "\\x{:02x}", byte);
    else out += c;
  }
  return out += quote;
}

std::string python_repr(std::span<const std::string> texts) {
  std::string out = "[";
  for (const std::string& text : texts) {
    if (out.size() > 1) out += ", ";
    out += python_repr(std::string_view(text));
  }
  return out += ']';
}

std::string python_repr(double value) {
  if (std::isnan(value)) return "nan";
  if (std::isinf(value)) return value > 0 ? "inf" : "-inf";
  std::string out;
  write_json_double(value, out);
  return out;
}

}  // namespace cairn
