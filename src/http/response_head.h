// A response's status line and fields as bytes, with the framing that its body has on the wire.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "http/message.h"

namespace cairn::http {

enum class Framing : std::uint8_t { kNoBody, kLength, kChunked, kUntilClose };
enum class KeepAlive : std::uint8_t { kDefault, kSaid, kClose };

struct Wire {
  Framing framing = Framing::kLength;
  std::uint64_t length = 0;
  KeepAlive keep_alive = KeepAlive::kDefault;
};

[[nodiscard]] std::string_view reason_phrase(int status);

// 1xx, 204 and 304 never have a body, nor a length.
[[nodiscard]] bool may_have_body(int status);

// Fields that are the server's own to say (Content-Length, Transfer-Encoding, Connection, Keep-Alive) are taken from
// `wire`; control characters in values become spaces, so that no value can forge a field.
[[nodiscard]] std::string response_head(const Response& response, const Wire& wire);

}  // namespace cairn::http
