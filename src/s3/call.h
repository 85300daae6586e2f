// One operation on a store, and the request that it becomes. Pure.
#pragma once

#include <stop_token>
#include <string>
#include <string_view>

#include "core/result.h"
#include "http_client/client.h"
#include "s3/settings.h"
#include "s3/wire_request.h"

namespace cairn::s3 {

struct Object {
  std::string bucket;
  std::string key;  // empty: the bucket itself

  [[nodiscard]] std::string uri() const { return "s3://" + bucket + "/" + key; }
};

struct Call {
  http::Method method = http::Method::kGet;
  std::string_view permission{};  // that it needs, for messages: "s3:GetObject"
  Object object{};
  Pairs query{};
  Pairs headers{};
  std::string_view body{};
  http_client::BodySink* sink = nullptr;  // starts anew with each attempt
  std::stop_token stop{};
  unsigned* attempts = nullptr;  // counts them, for whoever must know whether the first one may have been heard
};

struct Endpoint {
  std::string scheme;
  std::string host;  // with its port, unless that is the scheme's own
  std::string path;  // in front of all others, no slash at its end
  bool is_aws = false;

  [[nodiscard]] std::string url() const { return scheme + "://" + host + path; }
};

Result<Endpoint> parse_endpoint(std::string_view url);
[[nodiscard]] Endpoint aws_endpoint(std::string_view region);

// Without the body, and not yet signed.
[[nodiscard]] WireRequest request_of(const Call& call, const Endpoint& endpoint, Addressing addressing);

}  // namespace cairn::s3
