#include "core/python_text.h"

#include <algorithm>
#include <array>
#include <charconv>
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
  // The shortest digits that mean the value, in positions from 0.0001 to below 1e16.
  std::array<char, 32> scientific;
  const auto end =
      std::to_chars(scientific.data(), scientific.data() + scientific.size(), value, std::chars_format::scientific).ptr;
  const std::string_view text(scientific.data(), static_cast<std::size_t>(end - scientific.data()));
  const std::size_t e = text.find('e');
  int exponent = 0;
  std::from_chars(text.data() + e + (text[e + 1] == '+' ? 2 : 1), text.data() + text.size(), exponent);
  if (exponent < -4 || exponent >= 16) return std::string(text);
  std::array<char, 64> fixed;
  const auto fixed_end = std::to_chars(fixed.data(), fixed.data() + fixed.size(), value, std::chars_format::fixed).ptr;
  std::string out(fixed.data(), fixed_end);
  if (out.find('.') == std::string::npos) out += ".0";
  return out;
}

}  // namespace cairn
