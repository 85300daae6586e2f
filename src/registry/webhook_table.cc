#include "registry/webhook_table.h"

#include <algorithm>
#include <fmt/format.h>
#include <string_view>
#include <unordered_map>

#include "core/clock.h"

namespace cairn::registry {
namespace {

constexpr std::string_view kActiveText = "ACTIVE";
constexpr std::string_view kDisabledText = "DISABLED";

std::string_view text(WebhookStatus status) { return status == WebhookStatus::kActive ? kActiveText : kDisabledText; }
WebhookStatus status_of(std::string_view text) {
  return text == kActiveText ? WebhookStatus::kActive : WebhookStatus::kDisabled;
}

Error not_found(std::string_view webhook_id) {
  return does_not_exist(fmt::format("Webhook with ID {} not found.", webhook_id));
}

Status insert_events(db::Connection& connection, std::string_view webhook_id, const std::vector<WebhookEvent>& events) {
  for (const WebhookEvent& event : events) {
    TRY(connection.execute("INSERT INTO webhook_events (webhook_id, entity, action) VALUES (?1, ?2, ?3)", webhook_id,
                           name(event.entity), name(event.action)));
  }
  return {};
}

Result<std::vector<WebhookEvent>> read_events(db::Connection& connection, std::string_view webhook_id) {
  auto rows = TRY(connection.query(
      "SELECT entity, action FROM webhook_events WHERE webhook_id = ?1 ORDER BY entity, action", webhook_id));
  std::vector<WebhookEvent> events;
  while (TRY(rows.next())) {
    if (const auto event = find_webhook_event(rows.text(0), rows.text(1))) events.push_back(*event);
  }
  return events;
}

Result<std::int64_t> newest_webhook(db::Connection& connection) {
  auto rows = TRY(connection.query("SELECT COALESCE(MAX(creation_timestamp), 0) FROM webhooks"));
  TRY(rows.next());
  return rows.int64(0);
}

// Of "SELECT webhook_id, name, description, url, status, creation_timestamp, last_updated_timestamp".
Webhook webhook_of(const db::Rows& rows) {
  Webhook webhook;
  webhook.webhook_id = rows.string(0);
  webhook.name = rows.string(1);
  webhook.description = rows.maybe_string(2);
  if (webhook.description == "") webhook.description.reset();  // MLflow leaves it out
  webhook.url = rows.string(3);
  webhook.status = status_of(rows.text(4));
  webhook.creation_timestamp = rows.int64(5);
  webhook.last_updated_timestamp = rows.int64(6);
  return webhook;
}

}  // namespace

Status insert_webhook(db::Connection& connection, const std::string& webhook_id, const WebhookRow& row) {
  // Never the time of another: lists are in the order of creation, and their pages rely on it.
  const std::int64_t now = std::max(now_ms(), TRY(newest_webhook(connection)) + 1);
  TRY(
      connection.execute("INSERT INTO webhooks (workspace, webhook_id, name, description, url, status, secret, "
                         "creation_timestamp, last_updated_timestamp) "
                         "VALUES ('default', ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7)",
                         webhook_id, row.name, row.description, row.url,
                         text(row.status.value_or(WebhookStatus::kActive)), row.stored_secret, now));
  return insert_events(connection, webhook_id, row.events);
}

Status update_webhook(db::Connection& connection, std::string_view webhook_id, const WebhookRow& row) {
  const std::string_view status = row.status ? text(*row.status) : std::string_view{};
  const std::int64_t changed = TRY(connection.execute(
      "UPDATE webhooks SET name = COALESCE(?2, name), description = COALESCE(?3, description), "
      "url = COALESCE(?4, url), secret = COALESCE(?5, secret), status = COALESCE(NULLIF(?6, ''), status), "
      "last_updated_timestamp = ?7 "
      "WHERE webhook_id = ?1 AND workspace = 'default' AND deleted_timestamp IS NULL",
      webhook_id, row.name, row.description, row.url, row.stored_secret, status, now_ms()));
  if (changed == 0) return not_found(webhook_id);
  if (row.events.empty()) return {};
  TRY(connection.execute("DELETE FROM webhook_events WHERE webhook_id = ?1", webhook_id));
  return insert_events(connection, webhook_id, row.events);
}

Status delete_webhook(db::Connection& connection, std::string_view webhook_id) {
  const std::int64_t changed =
      TRY(connection.execute("UPDATE webhooks SET deleted_timestamp = ?2, last_updated_timestamp = ?2 "
                             "WHERE webhook_id = ?1 AND workspace = 'default' AND deleted_timestamp IS NULL",
                             webhook_id, now_ms()));
  if (changed == 0) return not_found(webhook_id);
  return {};
}

Result<Webhook> read_webhook(db::Connection& connection, std::string_view webhook_id) {
  Webhook webhook;
  {
    auto rows = TRY(connection.query(
        "SELECT webhook_id, name, description, url, status, creation_timestamp, last_updated_timestamp FROM webhooks "
        "WHERE webhook_id = ?1 AND workspace = 'default' AND deleted_timestamp IS NULL",
        webhook_id));
    if (!TRY(rows.next())) return not_found(webhook_id);
    webhook = webhook_of(rows);
  }
  webhook.events = TRY(read_events(connection, webhook.webhook_id));
  return webhook;
}

Result<WebhookTarget> read_webhook_target(db::Connection& connection, std::string_view webhook_id) {
  auto rows =
      TRY(connection.query("SELECT url, secret, status FROM webhooks "
                           "WHERE webhook_id = ?1 AND workspace = 'default' AND deleted_timestamp IS NULL",
                           webhook_id));
  if (!TRY(rows.next())) return not_found(webhook_id);
  return WebhookTarget{rows.string(0), rows.maybe_string(1), status_of(rows.text(2))};
}

Result<std::vector<Webhook>> read_webhooks(db::Connection& connection, std::int64_t limit, std::int64_t offset) {
  std::vector<Webhook> webhooks;
  {
    auto rows = TRY(connection.query(
        "SELECT webhook_id, name, description, url, status, creation_timestamp, last_updated_timestamp FROM webhooks "
        "WHERE workspace = 'default' AND deleted_timestamp IS NULL "
        "ORDER BY creation_timestamp DESC, webhook_id LIMIT ?1 OFFSET ?2",
        limit, offset));
    while (TRY(rows.next())) webhooks.push_back(webhook_of(rows));
  }
  std::unordered_map<std::string_view, Webhook*> by_id;
  for (Webhook& webhook : webhooks) by_id.emplace(webhook.webhook_id, &webhook);
  auto rows = TRY(connection.query(
      "SELECT e.webhook_id, e.entity, e.action FROM webhook_events AS e JOIN "
      "(SELECT webhook_id FROM webhooks WHERE workspace = 'default' AND deleted_timestamp IS NULL "
      " ORDER BY creation_timestamp DESC, webhook_id LIMIT ?1 OFFSET ?2) AS w ON w.webhook_id = e.webhook_id "
      "ORDER BY e.webhook_id, e.entity, e.action",
      limit, offset));
  while (TRY(rows.next())) {
    const auto event = find_webhook_event(rows.text(1), rows.text(2));
    if (const auto found = by_id.find(rows.text(0)); event && found != by_id.end()) {
      found->second->events.push_back(*event);
    }
  }
  return webhooks;
}

Result<std::vector<std::string>> webhooks_for(db::Connection& connection, const WebhookEvent& event) {
  auto rows = TRY(
      connection.query("SELECT w.webhook_id FROM webhook_events AS e JOIN webhooks AS w ON w.webhook_id = e.webhook_id "
                       "WHERE e.entity = ?1 AND e.action = ?2 AND w.workspace = 'default' AND w.status = 'ACTIVE' "
                       "AND w.deleted_timestamp IS NULL ORDER BY w.creation_timestamp DESC, w.webhook_id",
                       name(event.entity), name(event.action)));
  std::vector<std::string> found;
  while (TRY(rows.next())) found.push_back(rows.string(0));
  return found;
}

Result<bool> has_active_webhooks(db::Connection& connection) {
  auto rows =
      TRY(connection.query("SELECT 1 FROM webhooks WHERE status = 'ACTIVE' AND workspace = 'default' AND "
                           "deleted_timestamp IS NULL LIMIT 1"));
  return rows.next();
}

}  // namespace cairn::registry
