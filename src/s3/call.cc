#include "s3/call.h"

#include <algorithm>
#include <fmt/format.h>

#include "core/uri.h"
#include "http/query.h"

namespace cairn::s3 {
namespace {

bool is_dns_label(std::string_view bucket) {
  const auto letter_or_digit = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  return bucket.size() >= 3 && bucket.size() <= 63 && letter_or_digit(bucket.front()) &&
         letter_or_digit(bucket.back()) &&
         std::all_of(bucket.begin(), bucket.end(), [&](char c) { return letter_or_digit(c) || c == '-'; });
}

// A name with dots matches no wildcard certificate.
bool goes_into_host(const std::string& bucket, const Endpoint& endpoint, Addressing addressing) {
  if (addressing == Addressing::kAuto) return endpoint.is_aws && is_dns_label(bucket);
  return addressing == Addressing::kVirtual;
}

}  // namespace

Result<Endpoint> parse_endpoint(std::string_view url) {
  const UriParts parts = split_uri(url);
  const bool web = parts.scheme == "http" || parts.scheme == "https";
  if (!web || parts.authority.empty() || parts.authority.find('@') != std::string_view::npos || !parts.query.empty()) {
    return invalid_parameter(fmt::format("'{}' is no endpoint of a store: it should look like http://host:port",
                                         http_client::public_part(url)));
  }
  std::string_view host = parts.authority;
  const std::string_view own_port = parts.scheme == "http" ? ":80" : ":443";
  if (host.ends_with(own_port)) host.remove_suffix(own_port.size());
  std::string_view path = parts.path;
  while (path.ends_with('/')) path.remove_suffix(1);
  const bool is_aws = host.ends_with(".amazonaws.com") || host.ends_with(".amazonaws.com.cn");
  return Endpoint{std::string(parts.scheme), std::string(host), std::string(path), is_aws};
}

Endpoint aws_endpoint(std::string_view region) {
  const std::string_view domain = region.starts_with("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
  return {"https", fmt::format("s3.{}.{}", region, domain), "", true};
}

WireRequest request_of(const Call& call, const Endpoint& endpoint, Addressing addressing) {
  const bool in_host = goes_into_host(call.object.bucket, endpoint, addressing);
  std::string path = endpoint.path + "/";
  if (!in_host) path += http::percent_encode(call.object.bucket, http::Slashes::kEncode);
  if (!call.object.key.empty()) {
    if (!in_host) path += '/';
    path += http::percent_encode(call.object.key, http::Slashes::kKeep);
  }
  return {call.method,     endpoint.scheme, in_host ? call.object.bucket + "." + endpoint.host : endpoint.host,
          std::move(path), call.query,      call.headers};
}

}  // namespace cairn::s3
