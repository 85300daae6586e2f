// Webhooks: who is to be told of what happens in the registry. Create, look up, change, delete, try out; and the state
// of what was sent.
//
// Owns everything about webhooks but the database. Any thread may call.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "db/database.h"
#include "registry/types.h"
#include "registry/webhook_delivery.h"
#include "registry/webhook_queue.h"
#include "registry/webhook_secrets.h"
#include "registry/webhook_sender.h"
#include "registry/webhook_settings.h"
#include "registry/webhook_table.h"

namespace cairn::registry {

// What is absent, or an empty list, stays as it is.
struct WebhookValues {
  std::optional<std::string> name;
  std::optional<std::string> description;
  std::optional<std::string> url;
  std::vector<WebhookEvent> events;
  std::optional<std::string> secret;
  std::optional<WebhookStatus> status;
};

struct WebhookTrial {
  bool success = false;
  std::optional<std::int32_t> response_status;
  std::optional<std::string> response_body;
  std::optional<std::string> error_message;
};

class Webhooks {
 public:
  Webhooks(db::Database& database, WebhookSecrets secrets, const WebhookSettings& settings)
      : database_(database),
        settings_(settings),
        secrets_(std::move(secrets)),
        sender_(settings),
        delivery_(database, sender_, secrets_, settings) {}

  // Name, URL and events must be there.
  Result<Webhook> create(const WebhookValues& values);
  Result<Webhook> get(std::string_view webhook_id);
  Result<Page<Webhook>> list(std::int64_t max_results, std::string_view page_token);
  Result<Webhook> update(std::string_view webhook_id, const WebhookValues& values);
  Status remove(std::string_view webhook_id);

  // Sends an example, of the webhook's first event if none is named, and waits for the answer.
  Result<WebhookTrial> try_out(std::string_view webhook_id, const std::optional<WebhookEvent>& event);

  Result<Page<Delivery>> deliveries(const DeliveryQuery& query);
  Result<std::int64_t> pending_deliveries() { return database_.read(count_pending_deliveries); }
  [[nodiscard]] const WebhookStats& stats() const { return delivery_.stats(); }

  // Where the registry announces its events.
  EventSink& sink() { return delivery_; }
  // Goes on with what an earlier process has left to deliver.
  Status resume() { return delivery_.resume(); }

 private:
  Result<WebhookRow> row_of(const WebhookValues& values);
  WebhookTrial exchange(const WebhookTarget& target, const WebhookEvent& event);

  db::Database& database_;
  const WebhookSettings settings_;
  WebhookSecrets secrets_;
  WebhookSender sender_;
  WebhookDelivery delivery_;
  std::atomic<int> trials_{0};
};

}  // namespace cairn::registry
