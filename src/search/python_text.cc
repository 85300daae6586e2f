#include "search/python_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "search/characters.h"

namespace cairn::search {
namespace {

// What Python escapes beyond ASCII: controls, blanks and characters that only steer the text around them.
bool printable(char32_t code) {
  if (code < 0x80) return code >= 0x20 && code != 0x7F;
  const bool control = code < 0xA0 || code == 0xAD || (code >= 0x200B && code <= 0x200F) ||
                       (code >= 0x202A && code <= 0x202E) || (code >= 0x2060 && code <= 0x206F) || code == 0xFEFF;
  const bool private_use = (code >= 0xD800 && code <= 0xF8FF) || code > 0xEFFFF;
  return !control && !private_use && !is_space(code);
}

std::string escaped(char32_t code) {
  const auto number = static_cast<std::uint32_t>(code);
  if (code < 0x100) return fmt::format("\\x{:02x}", number);
  if (code < 0x10000) return fmt::format("\\u{:04x}", number);
  return fmt::format("\\U{:08x}", number);
}

// The escapes that strings and bytes share, or nothing.
std::string_view short_escape(char32_t code, char quote) {
  switch (code) {
    case '\\':
      return "\\\\";
    case '\t':
      return "\\t";
    case '\n':
      return "\\n";
    case '\r':
      return "\\r";
    default:
      return code == static_cast<char32_t>(quote) ? (quote == '"' ? "\\\"" : "\\'") : "";
  }
}

char quote_for(std::string_view text) {
  const bool single = text.find('\'') != std::string_view::npos;
  return single && text.find('"') == std::string_view::npos ? '"' : '\'';
}

template <class Texts>
std::string joined(const Texts& texts, char open, char close) {
  std::string out(1, open);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (i != 0) out += ", ";
    out += python_string(texts[i]);
  }
  return out + close;
}

}  // namespace

std::string python_string(std::string_view text) {
  const char quote = quote_for(text);
  std::string out(1, quote);
  for (std::size_t at = 0; at < text.size();) {
    const Character c = decode(text, at);
    const std::string_view escape = short_escape(c.code, quote);
    if (!escape.empty()) {
      out += escape;
    } else if (c.code == kNotUtf8) {
      out += escaped(static_cast<unsigned char>(text[at]));
    } else {
      out += printable(c.code) ? std::string(text.substr(at, c.length)) : escaped(c.code);
    }
    at += c.length;
  }
  return out + quote;
}

std::string python_bytes(std::string_view bytes) {
  const char quote = quote_for(bytes);
  std::string out = std::string("b") + quote;
  for (char byte : bytes) {
    const auto code = static_cast<unsigned char>(byte);
    const std::string_view escape = short_escape(code, quote);
    if (!escape.empty()) {
      out += escape;
    } else {
      out += code < 0x80 && printable(code) ? std::string(1, byte) : escaped(code);
    }
  }
  return out + quote;
}

std::string python_float(double value) {
  if (std::isnan(value)) return "nan";
  if (std::isinf(value)) return value > 0 ? "inf" : "-inf";
  const double size = std::abs(value);
  const bool scientific = size != 0 && (size < 1e-4 || size >= 1e16);
  char buffer[40];
  const auto format = scientific ? std::chars_format::scientific : std::chars_format::fixed;
  const auto result = std::to_chars(buffer, std::end(buffer), value, format);
  std::string text(buffer, result.ptr);
  if (!scientific && text.find('.') == std::string::npos) text += ".0";
  return text;
}

std::string python_list(std::span<const std::string> texts) { return joined(texts, '[', ']'); }

std::string python_set(std::vector<std::string_view> texts) {
  std::ranges::sort(texts);
  return joined(texts, '{', '}');
}

}  // namespace cairn::search
