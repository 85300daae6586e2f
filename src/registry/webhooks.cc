#include "registry/webhooks.h"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <thread>

#include "core/clock.h"
#include "core/ids.h"
#include "core/python_text.h"
#include "registry/webhook_payload.h"
#include "registry/webhook_url.h"
#include "search/page_token.h"

namespace cairn::registry {
namespace {

// A trial waits for a stranger's server, with a thread of ours.
constexpr int kMostTrials = 4;

bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

Status check_name(std::string_view name) {
  constexpr std::size_t kLongest = 63;
  const bool valid = !name.empty() && name.size() <= kLongest && is_letter_or_digit(name.front()) &&
                     is_letter_or_digit(name.back()) && std::all_of(name.begin(), name.end(), [](char c) {
                       return is_letter_or_digit(c) || c == '.' || c == '_' || c == '-';
                     });
  if (valid) return {};
  return invalid_parameter(fmt::format(
      "Webhook name {} is invalid. It must start and end with a letter or digit, be less than 63 characters long, and "
      "contain only letters, digits, dots (.), underscores (_), and hyphens (-).",
      python_repr(name)));
}

Status check_events(const std::vector<WebhookEvent>& events) {
  for (std::size_t i = 0; i < events.size(); ++i) {
    TRY(check_webhook_event(events[i]));
    if (std::find(events.begin(), events.begin() + static_cast<std::ptrdiff_t>(i), events[i]) !=
        events.begin() + static_cast<std::ptrdiff_t>(i)) {
      return bad_request(
          fmt::format("The event {}.{} is named twice.", name(events[i].entity), name(events[i].action)));
    }
  }
  return {};
}

// As Python shows the exception that MLflow raises.
std::string exception_text(const Error& error) {
  return fmt::format("MlflowException({})", python_repr(error.message()));
}

WebhookTrial failed_trial(const std::string& reason) { return {false, {}, {}, "Failed to test webhook: " + reason}; }

}  // namespace

Result<Webhook> Webhooks::create(const WebhookValues& values) {
  TRY(check_events(values.events));
  TRY(check_name(values.name.value_or("")));
  TRY(check_webhook_url(values.url.value_or(""), settings_));
  if (values.events.empty()) {
    return invalid_parameter("Webhook events must be a non-empty list of WebhookEvent objects: [].");
  }
  const WebhookRow row = TRY(row_of(values));
  const std::string id = new_uuid();
  return database_.write([&](db::Connection& connection) -> Result<Webhook> {
    TRY(insert_webhook(connection, id, row));
    return read_webhook(connection, id);
  });
}

Result<Webhook> Webhooks::get(std::string_view webhook_id) {
  return database_.read([&](db::Connection& connection) { return read_webhook(connection, webhook_id); });
}

Result<Page<Webhook>> Webhooks::list(std::int64_t max_results, std::string_view page_token) {
  constexpr std::int64_t kUsual = 100;
  constexpr std::int64_t kMost = 1000;
  const std::int64_t limit = max_results == 0 ? kUsual : max_results;
  if (limit < 1 || limit > kMost) return invalid_parameter("max_results must be between 1 and 1000.");
  const std::int64_t offset = TRY(search::read_page_token(page_token));
  return database_.read([&](db::Connection& connection) -> Result<Page<Webhook>> {
    Page<Webhook> page{TRY(read_webhooks(connection, limit + 1, offset)), {}};
    if (static_cast<std::int64_t>(page.items.size()) > limit) {
      page.items.pop_back();
      page.next_token = search::make_page_token(offset + limit);
    }
    return page;
  });
}

Result<Webhook> Webhooks::update(std::string_view webhook_id, const WebhookValues& values) {
  TRY(check_events(values.events));
  TRY(get(webhook_id));
  if (values.name) TRY(check_name(*values.name));
  if (values.url) TRY(check_webhook_url(*values.url, settings_));
  const WebhookRow row = TRY(row_of(values));
  return database_.write([&](db::Connection& connection) -> Result<Webhook> {
    TRY(update_webhook(connection, webhook_id, row));
    return read_webhook(connection, webhook_id);
  });
}

Status Webhooks::remove(std::string_view webhook_id) {
  return database_.write([&](db::Connection& connection) -> Status {
    TRY(delete_webhook(connection, webhook_id));
    return forget_deliveries(connection, webhook_id);
  });
}

Result<WebhookTrial> Webhooks::try_out(std::string_view webhook_id, const std::optional<WebhookEvent>& event) {
  if (event) TRY(check_webhook_event(*event));
  const Webhook webhook = TRY(get(webhook_id));
  if (!event && webhook.events.empty()) return invalid_state("The webhook has no event that is known here.");
  const WebhookTarget target =
      TRY(database_.read([&](db::Connection& connection) { return read_webhook_target(connection, webhook_id); }));
  if (++trials_ > kMostTrials) {
    --trials_;
    return Error(ErrorCode::kResourceExhausted, "Other webhooks are being tested. Try again in a while.");
  }
  WebhookTrial trial = exchange(target, event ? *event : webhook.events.front());
  --trials_;
  return trial;
}

Result<Page<Delivery>> Webhooks::deliveries(const DeliveryQuery& query) {
  return database_.read([&](db::Connection& connection) { return list_deliveries(connection, query); });
}

Result<WebhookRow> Webhooks::row_of(const WebhookValues& values) {
  WebhookRow row{values.name, values.description, values.url, values.events, {}, values.status};
  if (values.secret) row.stored_secret = TRY(secrets_.encrypt(*values.secret));
  return row;
}

// With as many attempts as a delivery has.
WebhookTrial Webhooks::exchange(const WebhookTarget& target, const WebhookEvent& event) {
  if (const Status checked = check_webhook_url(target.url, settings_); !checked.ok()) {
    return failed_trial(exception_text(checked.error()));
  }
  const auto secret = secrets_.decrypt(target.stored_secret);
  if (!secret.ok()) return failed_trial(secret.error().message());
  const WebhookMessage message{target.url, *secret, new_uuid(), example_webhook_body(event, now_us())};
  for (unsigned attempts = 1;; ++attempts) {
    auto answer = sender_.send(message, {});
    if (const auto delay = retry_delay(answer, attempts, settings_.max_retries, now_ms())) {
      std::this_thread::sleep_for(*delay);
      continue;
    }
    if (!answer.ok()) return failed_trial(answer.error().message());
    return {is_accepted(answer), answer->status, std::move(answer->body), {}};
  }
}

}  // namespace cairn::registry
