// A request in the parts that a signature covers, and its URL.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "http/message.h"

namespace cairn::s3 {

using Pairs = std::vector<std::pair<std::string, std::string>>;

struct WireRequest {
  http::Method method = http::Method::kGet;
  std::string scheme{};  // "https"
  std::string host{};    // with its port, unless that is the scheme's own
  std::string path{};    // percent-encoded
  Pairs query{};         // plain
  Pairs headers{};       // without Host
};

// Percent-encoded, in the order in which it is signed.
[[nodiscard]] std::string encode_query(const Pairs& query);
[[nodiscard]] std::string url_of(const WireRequest& request);

}  // namespace cairn::s3
