#include "search/characters.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>

#include "core/utf8.h"

namespace cairn::search {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

// clang-format off
constexpr Range kWordRanges[] = {
#include "search/word_ranges.inc"
};
// clang-format on

constexpr std::uint8_t kWord = 1;
constexpr std::uint8_t kSpace = 2;
constexpr std::uint8_t kLetter = 4;

constexpr std::array<std::uint8_t, 128> ascii_classes() {
  std::array<std::uint8_t, 128> classes{};
  for (std::size_t c = 0; c < classes.size(); ++c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool space = (c >= 0x09 && c <= 0x0D) || (c >= 0x1C && c <= 0x20);
    const bool word = letter || c == '_' || is_digit(static_cast<char32_t>(c));
    classes[c] = static_cast<std::uint8_t>((word ? kWord : 0) | (space ? kSpace : 0) | (letter ? kLetter : 0));
  }
  return classes;
}
constexpr auto kAscii = ascii_classes();

constexpr bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

}  // namespace

Character decode(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) return {lead, 1};
  const CodePoint point = decode_utf8(text.substr(at));
  return point.length == 0 ? Character{kNotUtf8, 1} : Character{point.value, point.length};
}

char32_t code_before(std::string_view text, std::size_t at) {
  if (at == 0) return 0;
  std::size_t start = at - 1;
  while (start > 0 && at - start < 4 && is_continuation(text[start])) --start;
  return decode(text, start).code;
}

bool is_word(char32_t code) {
  if (code < kAscii.size()) return (kAscii[code] & kWord) != 0;
  const auto* range = std::ranges::lower_bound(kWordRanges, code, {}, &Range::last);
  return range != std::end(kWordRanges) && range->first <= code;
}

bool is_space(char32_t code) {
  if (code < kAscii.size()) return (kAscii[code] & kSpace) != 0;
  constexpr char32_t kOthers[] = {0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000};
  return (code >= 0x2000 && code <= 0x200A) || std::ranges::find(kOthers, code) != std::end(kOthers);
}

bool is_letter(char32_t code) {
  if (code < kAscii.size()) return (kAscii[code] & kLetter) != 0;
  return (code >= 0xC0 && code <= 0xDC && code != 0xD7) || (code >= 0xE0 && code <= 0xFC && code != 0xF7);
}

bool equal_ignoring_case(std::string_view text, std::string_view upper_case) {
  return std::ranges::equal(text, upper_case, {}, upper);
}

void append_utf8(std::string& out, char32_t code) {
  const auto byte = [&out](char32_t bits) { out += static_cast<char>(static_cast<unsigned char>(bits)); };
  if (code < 0x80) {
    byte(code);
  } else if (code < 0x800) {
    byte(0xC0 | (code >> 6));
    byte(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    byte(0xE0 | (code >> 12));
    byte(0x80 | ((code >> 6) & 0x3F));
    byte(0x80 | (code & 0x3F));
  } else {
    byte(0xF0 | (code >> 18));
    byte(0x80 | ((code >> 12) & 0x3F));
    byte(0x80 | ((code >> 6) & 0x3F));
    byte(0x80 | (code & 0x3F));
  }
}

}  // namespace cairn::search
