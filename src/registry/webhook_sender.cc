#include "registry/webhook_sender.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include "core/base64.h"
#include "core/clock.h"
#include "core/ids.h"
#include "http/date.h"
#include "http/text.h"
#include "registry/webhook_url.h"

namespace cairn::registry {
namespace {

using http_client::Response;
using std::chrono::milliseconds, std::chrono::seconds;

constexpr int kMostRedirects = 5;
// An answer is shown to who tests a webhook, and not looked at otherwise.
constexpr std::size_t kMostAnswerBytes = std::size_t{1} << 20;

http_client::ClientOptions client_options(const WebhookSettings& settings) {
  http_client::ClientOptions options;
  options.connect_timeout = settings.request_timeout;
  options.total_timeout = settings.request_timeout;
  options.reach = settings.allow_private_addresses ? http_client::Reach::kAnywhere : http_client::Reach::kPublicOnly;
  options.proxy = http_client::Proxy::kNone;
  options.max_body_bytes = kMostAnswerBytes;
  return options;
}

bool keeps_method(int status) { return status == 307 || status == 308; }

// Seconds, or a date.
std::optional<seconds> asked_delay(const Response& answer, std::int64_t now) {
  constexpr seconds kLongest = std::chrono::hours(6);
  const std::string_view text = http::trim(answer.headers.get("Retry-After"));
  long long count = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (error != std::errc{} || end != text.data() + text.size()) {
    const auto date = http::parse_date(text);
    if (!date) return std::nullopt;
    count = date->time_since_epoch().count() - now / 1000;
  }
  if (count <= 0) return std::nullopt;
  return std::min(seconds(count), kLongest);
}

bool may_be_repeated(const Result<Response>& answer, std::int64_t now) {
  if (!answer.ok()) {
    return answer.error().code() == ErrorCode::kTemporarilyUnavailable ||
           answer.error().code() == ErrorCode::kDeadlineExceeded;
  }
  constexpr std::array kStatuses = {429, 500, 502, 503, 504};
  constexpr int kContentTooLarge = 413;  // worth another attempt only where the answer says when
  return std::find(kStatuses.begin(), kStatuses.end(), answer->status) != kStatuses.end() ||
         (answer->status == kContentTooLarge && asked_delay(*answer, now));
}

// The first at once, then after 2, 4, 8, … seconds, each with up to one more at random.
milliseconds backoff(unsigned attempts) {
  constexpr milliseconds kLongest = seconds(60);
  constexpr std::uint64_t kJitter = 1000;
  if (attempts <= 1) return milliseconds(0);
  const double exponential = std::exp2(std::min(attempts - 1, 10U)) * 1000;
  return std::min(kLongest, milliseconds(static_cast<std::int64_t>(exponential) +
                                         static_cast<std::int64_t>(random_below(kJitter))));
}

}  // namespace

std::string webhook_signature(std::string_view secret, std::string_view delivery_id, std::string_view timestamp,
                              std::string_view body) {
  const std::string content = fmt::format("{}.{}.{}", delivery_id, timestamp, body);
  std::string digest(32, '\0');
  HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()),
       reinterpret_cast<const unsigned char*>(content.data()), content.size(),
       reinterpret_cast<unsigned char*>(digest.data()), nullptr);
  return "v1," + base64_encode(digest);
}

WebhookSender::WebhookSender(const WebhookSettings& settings)
    : settings_(settings), client_(client_options(settings)) {}

milliseconds WebhookSender::longest_attempt() const {
  return settings_.request_timeout * (1 + kMostRedirects) + seconds(5);
}

Result<Response> WebhookSender::send(const WebhookMessage& message, const std::stop_token& stop) {
  std::string url = message.url;
  for (int redirects = 0;; ++redirects) {
    const WebhookUrl from = TRY(check_webhook_url_form(url, settings_));
    Response answer = TRY(post(from.text, message, stop));
    const std::string_view location = answer.headers.get("Location");
    if (!keeps_method(answer.status) || location.empty() || redirects == kMostRedirects) return answer;
    url = redirect_target(from, location);
  }
}

Result<Response> WebhookSender::post(const std::string& url, const WebhookMessage& message,
                                     const std::stop_token& stop) {
  const std::string timestamp = std::to_string(now_ms() / 1000);
  http_client::Request request;
  request.method = http::Method::kPost;
  request.url = url;
  request.body = message.body;
  request.stop = stop;
  request.headers.add("Content-Type", "application/json");
  request.headers.add("X-MLflow-Delivery-Id", message.delivery_id);
  request.headers.add("X-MLflow-Timestamp", timestamp);
  if (!message.secret.empty()) {
    request.headers.add("X-MLflow-Signature",
                        webhook_signature(message.secret, message.delivery_id, timestamp, message.body));
  }
  return client_.send(request);
}

bool is_accepted(const Result<Response>& answer) { return answer.ok() && answer->succeeded(); }

std::optional<milliseconds> retry_delay(const Result<Response>& answer, unsigned attempts, unsigned max_retries,
                                        std::int64_t now) {
  if (attempts > max_retries || !may_be_repeated(answer, now)) return std::nullopt;
  if (answer.ok()) {
    if (const auto asked = asked_delay(*answer, now)) return *asked;
  }
  return backoff(attempts);
}

}  // namespace cairn::registry
