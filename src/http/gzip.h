// Compression of answers, for clients that say they can take it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "http/message.h"

namespace cairn::http {

// Whether an Accept-Encoding field allows a coding ("gzip", "br"), by name or by "*", with a weight above zero.
[[nodiscard]] bool accepts_coding(std::string_view accept_encoding, std::string_view coding);

// Nothing when memory is short or the result would be no smaller.
[[nodiscard]] std::optional<std::string> gzip(std::string_view text);

// Compresses a body of text or JSON larger than `over`, and says what the choice depended on.
void gzip_response(const Headers& request, std::size_t over, Response& response);

}  // namespace cairn::http
