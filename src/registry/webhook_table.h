// The rows of MLflow's tables webhooks and webhook_events.
//
// Functions over a connection; the caller brings the transaction.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "db/connection.h"
#include "registry/types.h"
#include "registry/webhook_event.h"

namespace cairn::registry {

enum class WebhookStatus : std::int32_t { kActive = 1, kDisabled = 2 };

struct Webhook {
  std::string webhook_id;
  std::string name;
  std::optional<std::string> description;
  std::string url;
  std::vector<WebhookEvent> events;  // by the names of entity and action
  WebhookStatus status = WebhookStatus::kActive;
  std::int64_t creation_timestamp = 0;
  std::int64_t last_updated_timestamp = 0;
};

// A webhook's new values; what is absent, or an empty list, stays as it is.
struct WebhookRow {
  std::optional<std::string> name;
  std::optional<std::string> description;
  std::optional<std::string> url;
  std::vector<WebhookEvent> events;
  std::optional<std::string> stored_secret;  // encrypted
  std::optional<WebhookStatus> status;
};

// What deliveries go to.
struct WebhookTarget {
  std::string url;
  std::optional<std::string> stored_secret;
  WebhookStatus status = WebhookStatus::kActive;
};

Status insert_webhook(db::Connection& connection, const std::string& webhook_id, const WebhookRow& row);
Status update_webhook(db::Connection& connection, std::string_view webhook_id, const WebhookRow& row);
// Deleted webhooks stay in the table with the time of their end.
Status delete_webhook(db::Connection& connection, std::string_view webhook_id);

Result<Webhook> read_webhook(db::Connection& connection, std::string_view webhook_id);
Result<WebhookTarget> read_webhook_target(db::Connection& connection, std::string_view webhook_id);
// The newest first.
Result<std::vector<Webhook>> read_webhooks(db::Connection& connection, std::int64_t limit, std::int64_t offset);

// Active webhooks that want to hear of the event, the newest first.
Result<std::vector<std::string>> webhooks_for(db::Connection& connection, const WebhookEvent& event);
Result<bool> has_active_webhooks(db::Connection& connection);

}  // namespace cairn::registry
