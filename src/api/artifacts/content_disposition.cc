#include "api/artifacts/content_disposition.h"

#include <algorithm>
#include <cstdint>
#include <fmt/format.h>
#include <iterator>

#include "core/utf8.h"

namespace cairn::api {
namespace {

struct AsciiForm {
  std::uint32_t first;
  std::uint32_t count;     // characters in a row, whose forms are in a row too
  std::string_view start;  // the first one's form
};

constexpr AsciiForm kAsciiForms[] = {
#include "api/artifacts/ascii_forms.inc"
};

bool is_alphanumeric(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// What needs no quotes (RFC 9110), and what needs no escape (RFC 5987).
bool is_token_char(char c) {
  return is_alphanumeric(c) || std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}
bool is_attribute_char(char c) {
  return is_alphanumeric(c) || std::string_view("!#$&+-.^_`|~").find(c) != std::string_view::npos;
}

std::string ascii_form(std::uint32_t character) {
  if (character < 0x80) return {static_cast<char>(character)};
  const auto* after = std::upper_bound(std::begin(kAsciiForms), std::end(kAsciiForms), character,
                                       [](std::uint32_t wanted, const AsciiForm& form) { return wanted < form.first; });
  if (after == std::begin(kAsciiForms)) return {};
  const AsciiForm& form = *std::prev(after);
  if (character - form.first >= form.count) return {};
  if (form.count == 1) return std::string(form.start);
  return {static_cast<char>(static_cast<std::uint32_t>(form.start[0]) + (character - form.first))};
}

std::string in_ascii(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const CodePoint next = decode_utf8(text);
    if (next.length > 0) out += ascii_form(next.value);
    text.remove_prefix(std::max<std::size_t>(next.length, 1));
  }
  return out.empty() ? "download" : out;
}

std::string quoted_name(std::string_view text) {
  if (!text.empty() && std::all_of(text.begin(), text.end(), is_token_char)) return std::string(text);
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out += '"';
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    out += is_attribute_char(c) ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

}  // namespace

std::string attachment(std::string_view file_name) {
  const bool ascii =
      std::all_of(file_name.begin(), file_name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (ascii) return fmt::format("attachment; filename={}", quoted_name(file_name));
  return fmt::format("attachment; filename={}; filename*=UTF-8''{}", quoted_name(in_ascii(file_name)),
                     escaped(file_name));
}

}  // namespace cairn::api
