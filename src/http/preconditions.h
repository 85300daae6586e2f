// What a client that has an earlier copy asks first: whether it is still the same (RFC 9110, section 13).
#pragma once

#include <chrono>
#include <string_view>

#include "http/message.h"

namespace cairn::http {

struct Validators {
  std::string_view tag;  // strong, with its quotes
  std::chrono::system_clock::time_point modified;
};

enum class Precondition : std::uint8_t { kHolds, kNotModified, kFailed };

// If-Match and If-Unmodified-Since, then If-None-Match and If-Modified-Since.
[[nodiscard]] Precondition check_preconditions(const Headers& request, const Validators& current);

// If-Range: a part of the body is of use only if the client's other parts are of the same body.
[[nodiscard]] bool range_applies(const Headers& request, const Validators& current);

// Whether a list like `"a", W/"b"` (or "*") names a tag, weakly compared.
[[nodiscard]] bool names_tag(std::string_view list, std::string_view tag);

}  // namespace cairn::http
