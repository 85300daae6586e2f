#include "registry/webhook_queue.h"

#include <algorithm>
#include <fmt/format.h>
#include <limits>

#include "core/ids.h"
#include "search/page_token.h"

namespace cairn::registry {
namespace {

constexpr std::int64_t kDoneKept = 100;
constexpr std::int64_t kMostListed = 1000;

DeliveryState state_of(std::string_view text) {
  for (DeliveryState state : {DeliveryState::kPending, DeliveryState::kDelivered}) {
    if (text == name(state)) return state;
  }
  return DeliveryState::kFailed;
}

// The oldest due delivery of each webhook that has none claimed, the oldest of all first.
constexpr std::string_view kDue =
    "SELECT seq FROM ("
    "  SELECT (SELECT d.seq FROM cairn_webhook_deliveries AS d WHERE d.webhook_id = w.webhook_id "
    "          AND d.state = 'pending' AND d.next_attempt_at <= ?1 ORDER BY d.seq LIMIT 1) AS seq "
    "  FROM webhooks AS w WHERE NOT EXISTS (SELECT 1 FROM cairn_webhook_deliveries AS claimed "
    "    WHERE claimed.webhook_id = w.webhook_id AND claimed.claimed_until > ?1)"
    ") AS due WHERE seq IS NOT NULL ORDER BY seq LIMIT 2";

Result<std::optional<std::int64_t>> least(db::Connection& connection, std::string_view query, std::int64_t above) {
  auto rows = TRY(connection.query(query, above));
  TRY(rows.next());
  return rows.maybe_int64(0);
}

Result<std::optional<std::int64_t>> next_attempt(db::Connection& connection, std::int64_t now) {
  return least(connection,
               "SELECT MIN(next_attempt_at) FROM cairn_webhook_deliveries "
               "WHERE state = 'pending' AND next_attempt_at > ?1",
               now);
}

Result<std::optional<std::int64_t>> next_end_of_a_claim(db::Connection& connection, std::int64_t now) {
  return least(connection, "SELECT MIN(claimed_until) FROM cairn_webhook_deliveries WHERE claimed_until > ?1", now);
}

Status forget_old(db::Connection& connection, std::string_view webhook_id, DeliveryState state) {
  TRY(
      connection.execute("DELETE FROM cairn_webhook_deliveries WHERE webhook_id = ?1 AND state = ?2 AND seq <= "
                         "(SELECT seq FROM cairn_webhook_deliveries WHERE webhook_id = ?1 AND state = ?2 "
                         "ORDER BY seq DESC LIMIT 1 OFFSET ?3)",
                         webhook_id, name(state), kDoneKept));
  return {};
}

}  // namespace

std::string_view name(DeliveryState state) {
  switch (state) {
    case DeliveryState::kPending:
      return "pending";
    case DeliveryState::kDelivered:
      return "delivered";
    case DeliveryState::kFailed:
      return "failed";
  }
  return {};
}

Result<std::size_t> append_deliveries(db::Connection& connection, const WebhookEvent& event, std::string_view body,
                                      const std::vector<std::string>& webhook_ids, std::int64_t now) {
  for (const std::string& webhook_id : webhook_ids) {
    TRY(
        connection.execute("INSERT INTO cairn_webhook_deliveries (delivery_id, webhook_id, entity, action, body, "
                           "state, attempts, created_at, next_attempt_at) "
                           "VALUES (?1, ?2, ?3, ?4, ?5, 'pending', 0, ?6, ?6)",
                           new_uuid(), webhook_id, name(event.entity), name(event.action), body, now));
  }
  return webhook_ids.size();
}

Result<Claim> claim_delivery(db::Connection& connection, std::int64_t now, std::int64_t claimed_until) {
  Claim claim;
  std::optional<std::int64_t> seq;
  {
    auto rows = TRY(connection.query(kDue, now));
    if (TRY(rows.next())) {
      seq = rows.int64(0);
      claim.more_are_due = TRY(rows.next());
    }
  }
  claim.next_due = TRY(next_attempt(connection, now));
  if (!seq) {
    const auto other = TRY(next_end_of_a_claim(connection, now));
    if (other) claim.next_due = std::min(*other, claim.next_due.value_or(*other));
    return claim;
  }
  auto rows =
      TRY(connection.query("UPDATE cairn_webhook_deliveries SET claimed_until = ?2 WHERE seq = "
                           "(SELECT seq FROM cairn_webhook_deliveries WHERE seq = ?1 "
                           "AND state = 'pending' AND next_attempt_at <= ?3 "
                           "AND (claimed_until IS NULL OR claimed_until <= ?3) /*pg FOR UPDATE SKIP LOCKED */) "
                           "RETURNING seq, delivery_id, webhook_id, body, attempts",
                           *seq, claimed_until, now));
  if (!TRY(rows.next())) {  // another process was quicker: what else is due is seen at the next look
    claim.next_due = now;
    return claim;
  }
  claim.delivery = {rows.int64(0), rows.string(1), rows.string(2), rows.string(3),
                    static_cast<unsigned>(rows.int64(4))};
  return claim;
}

// The number of a row that is gone may be another's by now; its id never is.
Status settle_delivery(db::Connection& connection, const ClaimedDelivery& delivery, const DeliveryOutcome& outcome) {
  TRY(
      connection.execute("UPDATE cairn_webhook_deliveries SET state = ?2, attempts = ?3, next_attempt_at = ?4, "
                         "claimed_until = NULL, last_attempt_at = ?5, response_status = ?6, error = ?7 "
                         "WHERE seq = ?1 AND delivery_id = ?8",
                         delivery.seq, name(outcome.state), delivery.attempts + 1, outcome.next_attempt_at,
                         outcome.attempted_at, outcome.response_status, outcome.error, delivery.delivery_id));
  if (outcome.state == DeliveryState::kPending) return {};
  return forget_old(connection, delivery.webhook_id, outcome.state);
}

Status release_delivery(db::Connection& connection, const ClaimedDelivery& delivery) {
  TRY(connection.execute("UPDATE cairn_webhook_deliveries SET claimed_until = NULL WHERE seq = ?1 AND delivery_id = ?2",
                         delivery.seq, delivery.delivery_id));
  return {};
}

Status release_all_deliveries(db::Connection& connection) {
  TRY(connection.execute("UPDATE cairn_webhook_deliveries SET claimed_until = NULL WHERE claimed_until IS NOT NULL"));
  return {};
}

Status forget_deliveries(db::Connection& connection, std::string_view webhook_id) {
  TRY(connection.execute("DELETE FROM cairn_webhook_deliveries WHERE webhook_id = ?1", webhook_id));
  return {};
}

Result<std::int64_t> count_pending_deliveries(db::Connection& connection) {
  auto rows = TRY(connection.query("SELECT COUNT(*) FROM cairn_webhook_deliveries WHERE state = 'pending'"));
  TRY(rows.next());
  return rows.int64(0);
}

Result<Page<Delivery>> list_deliveries(db::Connection& connection, const DeliveryQuery& query) {
  if (query.max_results < 1 || query.max_results > kMostListed) {
    return invalid_parameter(fmt::format("max_results must be between 1 and {}.", kMostListed));
  }
  const std::int64_t token = TRY(search::read_page_token(query.page_token));
  const std::int64_t before = token == 0 ? std::numeric_limits<std::int64_t>::max() : token;
  const std::string_view state = query.state ? name(*query.state) : std::string_view{};
  auto rows = TRY(connection.query(
      "SELECT seq, delivery_id, webhook_id, entity || '.' || action, state, attempts, created_at, next_attempt_at, "
      "last_attempt_at, response_status, error FROM cairn_webhook_deliveries "
      "WHERE seq < ?1 AND (?2 = '' OR webhook_id = ?2) AND (?3 = '' OR state = ?3) ORDER BY seq DESC LIMIT ?4",
      before, query.webhook_id, state, query.max_results + 1));
  Page<Delivery> page;
  std::int64_t last = 0;
  while (TRY(rows.next())) {
    if (static_cast<std::int64_t>(page.items.size()) == query.max_results) {
      page.next_token = search::make_page_token(last);
      break;
    }
    last = rows.int64(0);
    page.items.push_back({rows.string(1), rows.string(2), rows.string(3), state_of(rows.text(4)), rows.int64(5),
                          rows.int64(6), rows.maybe_int64(7), rows.maybe_int64(8), rows.maybe_int64(9),
                          rows.maybe_string(10)});
  }
  return page;
}

}  // namespace cairn::registry
