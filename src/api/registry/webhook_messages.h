// The requests and responses of the webhooks' endpoints. Their JSON is listed in webhook_messages.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "registry/webhooks.h"

namespace cairn::api {

struct EventFilter {
  std::optional<registry::EventEntity> entity;
  std::optional<registry::EventAction> action;
};

// Creates, or changes.
struct WebhookRequest {
  std::optional<std::string> name;
  std::optional<std::string> description;
  std::optional<std::string> url;
  std::vector<EventFilter> events;
  std::optional<std::string> secret;
  std::optional<registry::WebhookStatus> status;
};

struct WebhookResponse {
  registry::Webhook webhook;
};

struct ListWebhooksRequest {
  std::int32_t max_results = 100;
  std::string page_token;
};

struct ListWebhooksResponse {
  std::vector<registry::Webhook> webhooks;
  std::optional<std::string> next_page_token;
};

struct TestWebhookRequest {
  std::optional<EventFilter> event;
};

struct TestWebhookResponse {
  registry::WebhookTrial result;
};

struct ListDeliveriesRequest {
  std::string webhook_id;
  std::string state;
  std::int64_t max_results = 100;
  std::string page_token;
};

struct ListDeliveriesResponse {
  std::vector<registry::Delivery> deliveries;
  std::optional<std::string> next_page_token;
};

}  // namespace cairn::api
