// Base64 as Python's base64.b64encode() and b64decode() have it: decoding skips characters that do not belong.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace cairn {

[[nodiscard]] std::string base64_encode(std::string_view bytes);
[[nodiscard]] std::optional<std::string> base64_decode(std::string_view text);

}  // namespace cairn
