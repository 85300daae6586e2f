#include "core/utf8.h"

#include <algorithm>

namespace cairn {

CodePoint decode_utf8(std::string_view text) {
  if (text.empty()) return {};
  const auto first = static_cast<unsigned char>(text[0]);
  if (first < 0x80) return {first, 1};

  struct Lead {
    unsigned char mask, bits;
    std::size_t length;
    std::uint32_t least;  // shorter forms of a code point are not well-formed
  };
  constexpr Lead kLeads[] = {{0xE0, 0xC0, 2, 0x80}, {0xF0, 0xE0, 3, 0x800}, {0xF8, 0xF0, 4, 0x10000}};
  for (const Lead& lead : kLeads) {
    if ((first & lead.mask) != lead.bits) continue;
    if (text.size() < lead.length) return {};
    auto value = static_cast<std::uint32_t>(first & static_cast<unsigned char>(~lead.mask));
    for (std::size_t i = 1; i < lead.length; ++i) {
      const auto next = static_cast<unsigned char>(text[i]);
      if ((next & 0xC0) != 0x80) return {};
      value = (value << 6) | (next & 0x3Fu);
    }
    const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    if (value < lead.least || value > 0x10FFFF || surrogate) return {};
    return {value, lead.length};
  }
  return {};
}

std::size_t utf8_count(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++count) i += std::max<std::size_t>(1, decode_utf8(text.substr(i)).length);
  return count;
}

std::string_view utf8_prefix(std::string_view text, std::size_t count) {
  std::size_t end = 0;
  for (std::size_t n = 0; n < count && end < text.size(); ++n) {
    end += std::max<std::size_t>(1, decode_utf8(text.substr(end)).length);
  }
  return text.substr(0, end);
}

namespace {

// How many bytes at the front begin a sequence that could have been well-formed; at least one.
std::size_t ill_formed_length(std::string_view text) {
  struct Lead {
    unsigned char first, last;             // lead bytes
    unsigned char second_min, second_max;  // what may follow them
    std::size_t length;
  };
  constexpr Lead kLeads[] = {{0xC2, 0xDF, 0x80, 0xBF, 2}, {0xE0, 0xE0, 0xA0, 0xBF, 3}, {0xE1, 0xEC, 0x80, 0xBF, 3},
                             {0xED, 0xED, 0x80, 0x9F, 3}, {0xEE, 0xEF, 0x80, 0xBF, 3}, {0xF0, 0xF0, 0x90, 0xBF, 4},
                             {0xF1, 0xF3, 0x80, 0xBF, 4}, {0xF4, 0xF4, 0x80, 0x8F, 4}};
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  for (const Lead& lead : kLeads) {
    if (byte(0) < lead.first || byte(0) > lead.last) continue;
    if (text.size() < 2 || byte(1) < lead.second_min || byte(1) > lead.second_max) return 1;
    std::size_t length = 2;
    while (length < std::min(lead.length, text.size()) && (byte(length) & 0xC0) == 0x80) ++length;
    return length;
  }
  return 1;
}

}  // namespace

std::string repair_utf8(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::size_t good = decode_utf8(text).length;
    const std::size_t used = good > 0 ? good : ill_formed_length(text);
    out += good > 0 ? text.substr(0, used) : std::string_view("\xEF\xBF\xBD");
    text.remove_prefix(used);
  }
  return out;
}

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

}  // namespace cairn
