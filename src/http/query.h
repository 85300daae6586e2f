// Percent-encoding, and query strings as ordered pairs.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cairn::http {

// "%41" is "A". An escape that is none ("%4", "%zz") stays as it is.
[[nodiscard]] std::string percent_decode(std::string_view text);

// The reverse, of everything but letters, digits and -._~ (and, in paths, slashes).
enum class Slashes : std::uint8_t { kKeep, kEncode };
[[nodiscard]] std::string percent_encode(std::string_view text, Slashes slashes);

// The pairs of "a=1&b=2&a=3" in order, repeated keys kept; "+" is a space. A key without "=" has an empty value.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> parse_query(std::string_view query);

}  // namespace cairn::http
