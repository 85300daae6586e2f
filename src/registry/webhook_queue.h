// The table cairn_webhook_deliveries: a queue that is as durable as the changes that it tells of, because both are
// written in one transaction.
//
// A delivery is pending until its webhook has taken it or the attempts are spent. Who sends it claims it first, for a
// time that no attempt exceeds: a claim that has run out belonged to a process that is gone, and the delivery is due
// again. That is why a delivery can arrive twice (with the same id), and never not at all. Of one webhook only one
// delivery is claimed at a time, the oldest that is due, so that events arrive in their order as long as none has to be
// tried again; others overtake one that waits for its next attempt, as they do in MLflow.
//
// Of those that are done, each webhook keeps the latest hundred of either outcome, to be looked at.
//
// Functions over a connection; the caller brings the transaction. Times are milliseconds since 1970.
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

enum class DeliveryState : std::int32_t { kPending = 1, kDelivered = 2, kFailed = 3 };
[[nodiscard]] std::string_view name(DeliveryState state);

struct Delivery {
  std::string delivery_id;
  std::string webhook_id;
  std::string event;  // "model_version.created"
  DeliveryState state = DeliveryState::kPending;
  std::int64_t attempts = 0;
  std::int64_t creation_timestamp = 0;
  std::optional<std::int64_t> next_attempt_timestamp;
  std::optional<std::int64_t> last_attempt_timestamp;
  std::optional<std::int64_t> response_status;
  std::optional<std::string> error;
};

struct DeliveryQuery {
  std::string webhook_id;  // empty: of all webhooks
  std::optional<DeliveryState> state;
  std::int64_t max_results = 100;
  std::string page_token;
};

struct ClaimedDelivery {
  std::int64_t seq = 0;
  std::string delivery_id;
  std::string webhook_id;
  std::string body;
  unsigned attempts = 0;  // before this one
};

struct Claim {
  std::optional<ClaimedDelivery> delivery;
  bool more_are_due = false;             // for other webhooks
  std::optional<std::int64_t> next_due;  // when there will be more, if nobody adds to the queue
};

struct DeliveryOutcome {
  DeliveryState state = DeliveryState::kPending;
  std::optional<std::int64_t> next_attempt_at;  // of a pending one
  std::int64_t attempted_at = 0;
  std::optional<int> response_status;
  std::optional<std::string> error;
};

// One delivery for each webhook; due at once. The number of them.
Result<std::size_t> append_deliveries(db::Connection& connection, const WebhookEvent& event, std::string_view body,
                                      const std::vector<std::string>& webhook_ids, std::int64_t now);

Result<Claim> claim_delivery(db::Connection& connection, std::int64_t now, std::int64_t claimed_until);
Status settle_delivery(db::Connection& connection, const ClaimedDelivery& delivery, const DeliveryOutcome& outcome);
// Nothing came of the claim: the delivery is as it was before.
Status release_delivery(db::Connection& connection, const ClaimedDelivery& delivery);
// For the only process of a database: whatever is claimed when it starts was claimed by one that is gone.
Status release_all_deliveries(db::Connection& connection);

// All of a webhook's, for its end.
Status forget_deliveries(db::Connection& connection, std::string_view webhook_id);

Result<std::int64_t> count_pending_deliveries(db::Connection& connection);
// The newest first.
Result<Page<Delivery>> list_deliveries(db::Connection& connection, const DeliveryQuery& query);

}  // namespace cairn::registry
