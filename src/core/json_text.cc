#include "core/json_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <iterator>

#include "core/utf8.h"

namespace cairn {
namespace {

// Plain bytes of a string: neither quote, backslash, control character nor part of a multi-byte sequence.
constexpr auto kPlain = [] {
  std::array<bool, 256> plain{};
  for (std::size_t c = 0x20; c < 0x80; ++c) plain[c] = c != '"' && c != '\\';
  return plain;
}();

// Python takes DEL for no printable character.
bool is_plain_ascii(char c) { return kPlain[static_cast<unsigned char>(c)] && c != 0x7F; }

constexpr std::string_view kHex = "0123456789abcdef";

void write_unit(std::uint32_t unit, std::string& out) {
  out += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) out += kHex[unit >> shift & 15];
}

void write_json_escape(std::uint32_t c, std::string& out) {
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    case '\b':
      out += "\\b";
      return;
    case '\f':
      out += "\\f";
      return;
    default:
      break;
  }
  if (c < 0x10000) return write_unit(c, out);
  write_unit(0xD800 + ((c - 0x10000) >> 10), out);
  write_unit(0xDC00 + ((c - 0x10000) & 0x3FF), out);
}

}  // namespace

void write_json_string(std::string_view text, std::string& out) {
  out += '"';
  std::size_t i = 0;
  while (i < text.size()) {
    std::size_t run = i;
    while (run < text.size() && kPlain[static_cast<unsigned char>(text[run])]) ++run;
    out.append(text, i, run - i);
    if (run == text.size()) break;
    if (static_cast<unsigned char>(text[run]) < 0x80) {
      write_json_escape(static_cast<unsigned char>(text[run]), out);
      i = run + 1;
    } else if (const std::size_t length = decode_utf8(text.substr(run)).length; length != 0) {
      out.append(text, run, length);
      i = run + length;
    } else {
      out += "\xEF\xBF\xBD";
      i = run + 1;
    }
  }
  out += '"';
}

void write_ascii_json_string(std::string_view text, std::string& out) {
  out += '"';
  while (!text.empty()) {
    const auto plain =
        static_cast<std::size_t>(std::ranges::find_if(text, [](char c) { return !is_plain_ascii(c); }) - text.begin());
    out.append(text.substr(0, plain));
    text.remove_prefix(plain);
    if (text.empty()) break;
    const CodePoint point = decode_utf8(text);
    write_json_escape(point.length == 0 ? 0xFFFD : point.value, out);
    text.remove_prefix(std::max<std::size_t>(1, point.length));
  }
  out += '"';
}

std::string ascii_json_string(std::string_view text) {
  std::string out;
  write_ascii_json_string(text, out);
  return out;
}

void write_json_double(double value, std::string& out) {
  if (std::isnan(value)) {
    out += "\"NaN\"";
    return;
  }
  if (std::isinf(value)) {
    out += value > 0 ? "\"Infinity\"" : "\"-Infinity\"";
    return;
  }
  std::array<char, 32> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  const std::string_view text(digits.data(), static_cast<std::size_t>(end - digits.data()));
  out += text;
  if (text.find_first_of(".e") == std::string_view::npos) out += ".0";
}

}  // namespace cairn
