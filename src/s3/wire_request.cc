#include "s3/wire_request.h"

#include <algorithm>

#include "http/query.h"

namespace cairn::s3 {
std::string encode_query(const Pairs& query) {
  Pairs encoded;
  encoded.reserve(query.size());
  for (const auto& [name, value] : query) {
    encoded.emplace_back(http::percent_encode(name, http::Slashes::kEncode),
                         http::percent_encode(value, http::Slashes::kEncode));
  }
  std::sort(encoded.begin(), encoded.end());
  std::string out;
  for (const auto& [name, value] : encoded) {
    if (!out.empty()) out += '&';
    out += name;
    out += '=';
    out += value;
  }
  return out;
}

std::string url_of(const WireRequest& request) {
  std::string url = request.scheme + "://" + request.host + request.path;
  if (!request.query.empty()) (url += '?') += encode_query(request.query);
  return url;
}

}  // namespace cairn::s3
