// UTF-8: decoding one code point, and lengths in code points (limits are in characters, not bytes).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace cairn {

struct CodePoint {
  std::uint32_t value = 0;
  std::size_t length = 0;  // in bytes; 0: the front of the text is not well-formed UTF-8
};

[[nodiscard]] CodePoint decode_utf8(std::string_view text);

// The number of code points; a byte that is not part of a sequence counts as one.
[[nodiscard]] std::size_t utf8_count(std::string_view text);
// The first `count` code points.
[[nodiscard]] std::string_view utf8_prefix(std::string_view text, std::size_t count);
// A to Z in lower case, everything else as it is.
[[nodiscard]] std::string lower_case(std::string_view text);

// What is ill-formed becomes U+FFFD, one for each longest beginning of a sequence, as in Python and in browsers.
[[nodiscard]] std::string repair_utf8(std::string_view text);

}  // namespace cairn
