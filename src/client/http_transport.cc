#include "client/http_transport.h"

#include <fmt/format.h>

#include "core/base64.h"
#include "core/uri.h"
#include "http_client/retry.h"

namespace cairn::client {
namespace {

constexpr unsigned kRedirects = 5;
constexpr std::size_t kLargestAnswer = std::size_t{1} << 30;

// What the server is after a user name and a password were taken out of its address.
struct Address {
  std::string base;
  Credentials credentials;
};

Address split_address(const Target& target) {
  Address address{target.uri, target.credentials};
  const UriParts parts = split_uri(target.uri);
  if (const std::size_t at = parts.authority.rfind('@'); at != std::string_view::npos) {
    const std::string_view user_info = parts.authority.substr(0, at);
    const std::size_t colon = std::min(user_info.find(':'), user_info.size());
    address.credentials.username = percent_decode(user_info.substr(0, colon));
    address.credentials.password = percent_decode(user_info.substr(std::min(colon + 1, user_info.size())));
    address.base = fmt::format("{}://{}{}", parts.scheme, parts.authority.substr(at + 1), parts.path);
  }
  while (address.base.ends_with('/')) address.base.pop_back();
  return address;
}

std::string authorization(const Credentials& credentials) {
  if (!credentials.username.empty()) {
    return "Basic " + base64_encode(fmt::format("{}:{}", credentials.username, credentials.password));
  }
  return credentials.token.empty() ? "" : "Bearer " + credentials.token;
}

class HttpTransport final : public Transport {
 public:
  HttpTransport(Address address, const Target& target, http_client::ClientOptions options)
      : base_(std::move(address.base)),
        authorization_(authorization(address.credentials)),
        retries_(target.retries),
        client_(std::move(options)) {}

  Result<Answer> send(const Call& call, BodySink* sink) override {
    http_client::Request request{.method = call.method, .url = base_ + call.target, .body = call.body};
    request.stream = call.stream;
    request.stop = call.stop;
    request.stream_length = call.stream_length;
    if (!authorization_.empty()) request.headers.add("Authorization", authorization_);
    if (!call.body.empty() || call.stream) request.headers.add("Content-Type", std::string(call.content_type));
    // A sink has got bytes and a stream has given them: neither can begin again.
    if (sink || call.stream || call.repeat == Repeat::kUnsafe) return client_.send(request, sink);
    return http_client::send_with_retries(retries_, call.stop, [&] { return client_.send(request, nullptr); });
  }

  [[nodiscard]] const std::string& name() const override { return base_; }

 private:
  const std::string base_;
  const std::string authorization_;
  const http_client::RetryPolicy retries_;
  http_client::Client client_;
};

}  // namespace

Result<std::shared_ptr<Transport>> open_http_transport(const Target& target) {
  http_client::ClientOptions options;
  options.ca_file = target.tls.ca_file;
  options.client_certificate = target.tls.client_certificate;
  options.tls = target.tls.check;
  options.stall_timeout = target.timeout;
  options.max_redirects = kRedirects;
  options.max_body_bytes = kLargestAnswer;
  return std::shared_ptr<Transport>(std::make_shared<HttpTransport>(split_address(target), target, std::move(options)));
}

}  // namespace cairn::client
