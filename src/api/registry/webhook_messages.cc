#include "api/registry/webhook_messages.h"

#include "api/wire/message_fields.h"

namespace cairn::api {

namespace r = registry;

template <>
EnumTable enum_table<r::WebhookStatus>() {
  static constexpr EnumValue kValues[] = {{1, "ACTIVE"}, {2, "DISABLED"}};
  return kValues;
}
template <>
EnumTable enum_table<r::EventEntity>() {
  static constexpr EnumValue kValues[] = {
      {0, "ENTITY_UNSPECIFIED"},  {1, "REGISTERED_MODEL"}, {2, "MODEL_VERSION"},  {3, "MODEL_VERSION_TAG"},
      {4, "MODEL_VERSION_ALIAS"}, {5, "PROMPT"},           {6, "PROMPT_VERSION"}, {7, "PROMPT_TAG"},
      {8, "PROMPT_VERSION_TAG"},  {9, "PROMPT_ALIAS"},     {10, "BUDGET_POLICY"}};
  return kValues;
}
template <>
EnumTable enum_table<r::EventAction>() {
  static constexpr EnumValue kValues[] = {
      {0, "ACTION_UNSPECIFIED"}, {1, "CREATED"}, {2, "UPDATED"}, {3, "DELETED"}, {4, "SET"}, {5, "EXCEEDED"}};
  return kValues;
}
template <>
EnumTable enum_table<r::DeliveryState>() {
  static constexpr EnumValue kValues[] = {{1, "pending"}, {2, "delivered"}, {3, "failed"}};
  return kValues;
}

CAIRN_MESSAGE(r::WebhookEvent, F(entity), F(action))
CAIRN_MESSAGE(r::Webhook, F(webhook_id), F(name), F(description), F(url), F(events), F(status), F(creation_timestamp),
              F(last_updated_timestamp))
CAIRN_MESSAGE(r::WebhookTrial, F(success), F(response_status), F(response_body), F(error_message))
CAIRN_MESSAGE(r::Delivery, F(delivery_id), F(webhook_id), F(event), F(state), F(attempts), F(creation_timestamp),
              F(next_attempt_timestamp), F(last_attempt_timestamp), F(response_status), F(error))

CAIRN_MESSAGE(EventFilter, F(entity), F(action))
CAIRN_MESSAGE(WebhookRequest, F(name), F(description), F(url), F(events), F(secret), F(status))
CAIRN_MESSAGE(WebhookResponse, F(webhook))
CAIRN_MESSAGE(ListWebhooksRequest, F(max_results), F(page_token))
CAIRN_MESSAGE(ListWebhooksResponse, F(webhooks), F(next_page_token))
CAIRN_MESSAGE(TestWebhookRequest, F(event))
CAIRN_MESSAGE(TestWebhookResponse, F(result))
CAIRN_MESSAGE(ListDeliveriesRequest, F(webhook_id), F(state), F(max_results), F(page_token))
CAIRN_MESSAGE(ListDeliveriesResponse, F(deliveries), F(next_page_token))

}  // namespace cairn::api
