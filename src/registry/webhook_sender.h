// Hands one message to a webhook's receiver: its headers and signature, where it may go, and whether to try again.
//
// Any thread may call.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

#include "core/result.h"
#include "http_client/client.h"
#include "registry/webhook_settings.h"

namespace cairn::registry {

struct WebhookMessage {
  std::string url;
  std::string secret;  // empty: not signed
  std::string delivery_id;
  std::string body;
};

// "v1," and the base64 of HMAC-SHA256 over "id.timestamp.body".
std::string webhook_signature(std::string_view secret, std::string_view delivery_id, std::string_view timestamp,
                              std::string_view body);

class WebhookSender {
 public:
  explicit WebhookSender(const WebhookSettings& settings);

  // One attempt. Redirects are followed where they keep method and body (307, 308), each checked like the first
  // address. The time stamp, and with it the signature, is that of the attempt, so that receivers which refuse old ones
  // take a delivery that had to wait.
  [[nodiscard]] Result<http_client::Response> send(const WebhookMessage& message, const std::stop_token& stop);

  // No attempt takes longer.
  [[nodiscard]] std::chrono::milliseconds longest_attempt() const;

 private:
  [[nodiscard]] Result<http_client::Response> post(const std::string& url, const WebhookMessage& message,
                                                   const std::stop_token& stop);

  const WebhookSettings settings_;
  http_client::Client client_;
};

[[nodiscard]] bool is_accepted(const Result<http_client::Response>& answer);

// How long to wait before the next attempt when `attempts` have been made; nothing where another would be of no use, or
// one too many. Statuses, delays and the regard for Retry-After are those of MLflow.
[[nodiscard]] std::optional<std::chrono::milliseconds> retry_delay(const Result<http_client::Response>& answer,
                                                                   unsigned attempts, unsigned max_retries,
                                                                   std::int64_t now);

}  // namespace cairn::registry
