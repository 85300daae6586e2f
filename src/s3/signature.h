// AWS Signature Version 4. Pure: the time is an argument.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "s3/credentials.h"
#include "s3/wire_request.h"

namespace cairn::s3 {

using Time = std::chrono::system_clock::time_point;

// In place of a payload's hash: the connection's TLS vouches for it.
inline constexpr std::string_view kUnsignedPayload = "UNSIGNED-PAYLOAD";

struct Scope {
  std::string region;
  std::string service = "s3";
};

// Adds x-amz-date, x-amz-content-sha256, the session token and Authorization. Whatever headers the request has are
// signed with it.
void sign(WireRequest& request, const Credentials& credentials, const Scope& scope, std::string_view payload_hash,
          Time now);

// Puts the signature into the query instead. Whoever uses the URL must send the request's headers along.
void presign(WireRequest& request, const Credentials& credentials, const Scope& scope, std::chrono::seconds valid_for,
             Time now);

namespace detail {  // for the tests of each step

struct Canonical {
  std::string text;
  std::string signed_headers;
};
[[nodiscard]] Canonical canonical_request(const WireRequest& request, std::string_view payload_hash);
[[nodiscard]] std::string signature(std::string_view canonical, const Credentials& credentials, const Scope& scope,
                                    Time now);

}  // namespace detail

}  // namespace cairn::s3
