#include "s3/signature.h"

#include <algorithm>
#include <array>
#include <ctime>
#include <fmt/format.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/sha.h>

#include "core/sha256.h"
#include "http/text.h"

namespace cairn::s3 {
namespace {

constexpr std::string_view kAlgorithm = "AWS4-HMAC-SHA256";

using Digest = std::array<unsigned char, SHA256_DIGEST_LENGTH>;

std::string hex(const Digest& digest) {
  std::string out;
  for (const unsigned char byte : digest) fmt::format_to(std::back_inserter(out), "{:02x}", byte);
  return out;
}

Digest hmac(std::string_view key, std::string_view text) {
  Digest digest{};
  HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), reinterpret_cast<const unsigned char*>(text.data()),
       text.size(), digest.data(), nullptr);
  return digest;
}

std::string_view as_text(const Digest& digest) { return {reinterpret_cast<const char*>(digest.data()), digest.size()}; }

std::string time_text(Time time) {  // "20130524T000000Z"
  const std::time_t seconds = std::chrono::system_clock::to_time_t(time);
  std::tm utc{};
  ::gmtime_r(&seconds, &utc);
  return fmt::format("{:04}{:02}{:02}T{:02}{:02}{:02}Z", utc.tm_year + 1900, utc.tm_mon + 1, utc.tm_mday, utc.tm_hour,
                     utc.tm_min, utc.tm_sec);
}

std::string date_text(Time time) { return time_text(time).substr(0, 8); }

std::string scope_text(const Scope& scope, Time now) {
  return fmt::format("{}/{}/{}/aws4_request", date_text(now), scope.region, scope.service);
}

// Trimmed, and runs of blanks made one.
std::string header_value(std::string_view value) {
  std::string out;
  for (const char c : http::trim(value)) {
    if (c != ' ' || !out.ends_with(' ')) out += c;
  }
  return out;
}

// Lower-case names in order, values of one name joined; "host" among them.
Pairs signed_headers(const WireRequest& request) {
  Pairs headers{{"host", request.host}};
  for (const auto& [name, value] : request.headers) {
    std::string lower = name;
    std::transform(lower.begin(), lower.end(), lower.begin(), http::lower);
    headers.emplace_back(std::move(lower), header_value(value));
  }
  std::stable_sort(headers.begin(), headers.end(), [](auto& a, auto& b) { return a.first < b.first; });
  Pairs merged;
  for (auto& [name, value] : headers) {
    if (!merged.empty() && merged.back().first == name) {
      (merged.back().second += ',') += value;
    } else {
      merged.emplace_back(std::move(name), std::move(value));
    }
  }
  return merged;
}

}  // namespace

detail::Canonical detail::canonical_request(const WireRequest& request, std::string_view payload_hash) {
  std::string lines;
  std::string names;
  for (const auto& [name, value] : signed_headers(request)) {
    lines += name + ":" + value + "\n";
    names += (names.empty() ? "" : ";") + name;
  }
  std::string text = fmt::format("{}\n{}\n{}\n{}\n{}\n{}", http::name(request.method), request.path,
                                 encode_query(request.query), lines, names, payload_hash);
  return {std::move(text), std::move(names)};
}

std::string detail::signature(std::string_view canonical, const Credentials& credentials, const Scope& scope,
                              Time now) {
  const std::string to_sign =
      fmt::format("{}\n{}\n{}\n{}", kAlgorithm, time_text(now), scope_text(scope, now), sha256_hex(canonical));
  Digest key = hmac("AWS4" + credentials.secret_key, date_text(now));
  for (const std::string_view part : {std::string_view(scope.region), std::string_view(scope.service),
                                      std::string_view("aws4_request"), std::string_view(to_sign)}) {
    key = hmac(as_text(key), part);
  }
  return hex(key);
}

void sign(WireRequest& request, const Credentials& credentials, const Scope& scope, std::string_view payload_hash,
          Time now) {
  if (credentials.anonymous()) return;
  request.headers.emplace_back("x-amz-date", time_text(now));
  request.headers.emplace_back("x-amz-content-sha256", payload_hash);
  if (!credentials.session_token.empty()) {
    request.headers.emplace_back("x-amz-security-token", credentials.session_token);
  }
  const detail::Canonical canonical = detail::canonical_request(request, payload_hash);
  request.headers.emplace_back("Authorization",
                               fmt::format("{} Credential={}/{},SignedHeaders={},Signature={}", kAlgorithm,
                                           credentials.access_key, scope_text(scope, now), canonical.signed_headers,
                                           detail::signature(canonical.text, credentials, scope, now)));
}

void presign(WireRequest& request, const Credentials& credentials, const Scope& scope, std::chrono::seconds valid_for,
             Time now) {
  if (credentials.anonymous()) return;
  auto& query = request.query;
  query.emplace_back("X-Amz-Algorithm", kAlgorithm);
  query.emplace_back("X-Amz-Credential", credentials.access_key + "/" + scope_text(scope, now));
  query.emplace_back("X-Amz-Date", time_text(now));
  query.emplace_back("X-Amz-Expires", std::to_string(valid_for.count()));
  if (!credentials.session_token.empty()) query.emplace_back("X-Amz-Security-Token", credentials.session_token);
  query.emplace_back("X-Amz-SignedHeaders", detail::canonical_request(request, {}).signed_headers);
  const detail::Canonical canonical = detail::canonical_request(request, kUnsignedPayload);
  query.emplace_back("X-Amz-Signature", detail::signature(canonical.text, credentials, scope, now));
}

}  // namespace cairn::s3
