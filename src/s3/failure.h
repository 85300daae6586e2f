// What a store's refusal means to whoever asked: what happened, where, and what to do about it.
#pragma once

#include <string>
#include <string_view>

#include "core/result.h"
#include "http_client/client.h"
#include "s3/call.h"
#include "s3/xml.h"

namespace cairn::s3 {

// What a message can name.
struct Circumstances {
  std::string_view endpoint;            // its URL
  std::string_view endpoint_origin;     // the setting that it came from; may be empty
  std::string_view credentials_origin;  // empty: there were none
};

// Of an answer that is no success.
[[nodiscard]] Error refusal(const http_client::Response& answer, const Call& call, const Circumstances& where);
// Of one object among several.
[[nodiscard]] Error refusal(const ErrorDocument& document, const Call& call, const Circumstances& where);
// Of no answer at all.
[[nodiscard]] Error no_answer(const Error& error, const Circumstances& where);

}  // namespace cairn::s3
