#include "core/python_text.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <fmt/format.h>
#include <iterator>

#include "core/json_text.h"
#include "core/utf8.h"

namespace cairn {

namespace {

char quote_for(std::string_view text) {
  const bool single = text.find('\'') == std::string_view::npos || text.find('"') != std::string_view::npos;
  return single ? '\'' : '"';
}

// Beyond ASCII, Python escapes controls, blanks, what steers the text around it, and private characters.
bool prints(std::uint32_t code) {
  struct Range {
    std::uint32_t first, last;
  };
  constexpr Range kSilent[] = {{0x00, 0x1F},       {0x7F, 0xA0},       {0xAD, 0xAD},     {0x1680, 0x1680},
                               {0x180E, 0x180E},   {0x2000, 0x200F},   {0x2028, 0x202F}, {0x205F, 0x206F},
                               {0x3000, 0x3000},   {0xE000, 0xF8FF},   {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFB},
                               {0xE0001, 0xE007F}, {0xF0000, 0x10FFFF}};
  return std::ranges::none_of(kSilent, [code](Range range) { return code >= range.first && code <= range.last; });
}

void write_python_escape(std::uint32_t code, std::string& out) {
  switch (code) {
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      break;
  }
  const auto* format = code < 0x100 ? "\\x{:02x}" : code < 0x10000 ? "\\u{:04x}" : "\\U{:08x}";
  fmt::format_to(std::back_inserter(out), fmt::runtime(format), code);
}

}  // namespace

std::string python_repr(std::string_view text) {
  const char quote = quote_for(text);
  std::string out(1, quote);
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = decode_utf8(text.substr(i));
    const std::size_t length = std::max<std::size_t>(1, point.length);
    const std::string_view character = text.substr(i, length);
    if (text[i] == quote || text[i] == '\\')
      (out += '\\') += character;
    else if (point.length == 0)
      write_python_escape(static_cast<unsigned char>(text[i]), out);
    else if (prints(point.value))
      out += character;
    else
      write_python_escape(point.value, out);
    i += length;
  }
  return out += quote;
}

std::string python_bytes_repr(std::string_view bytes) {
  const char quote = quote_for(bytes);
  std::string out = {'b', quote};
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == quote || c == '\\')
      (out += '\\') += c;
    else if (byte >= 0x20 && byte < 0x7F)
      out += c;
    else
      write_python_escape(byte, out);
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
