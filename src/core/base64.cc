#include "core/base64.h"

#include <cstdint>

namespace cairn {
namespace {

constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

}  // namespace

std::string base64_encode(std::string_view bytes) {
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const std::string_view three = bytes.substr(i, 3);
    std::uint32_t bits = 0;
    for (std::size_t k = 0; k < 3; ++k)
      bits = bits << 8 | (k < three.size() ? static_cast<unsigned char>(three[k]) : 0U);
    for (std::size_t k = 0; k < 4; ++k) out += k <= three.size() ? kAlphabet[(bits >> (18 - 6 * k)) & 63U] : '=';
  }
  return out;
}

std::optional<std::string> base64_decode(std::string_view text) {
  std::string out;
  std::uint32_t bits = 0;
  std::size_t digits = 0;  // of the current four
  std::size_t pads = 0;
  for (char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) return std::nullopt;
    if (c == '=') {
      if (digits >= 2 && digits + ++pads >= 4) return out;
      continue;
    }
    const std::size_t value = kAlphabet.find(c);
    if (value == std::string_view::npos) continue;
    pads = 0;
    bits = bits << 6 | static_cast<std::uint32_t>(value);
    if (digits != 0) out += static_cast<char>(static_cast<unsigned char>(bits >> (6 - 2 * digits)));
    digits = (digits + 1) % 4;
  }
  if (digits != 0) return std::nullopt;
  return out;
}

}  // namespace cairn
