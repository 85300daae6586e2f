#include "registry/webhook_delivery.h"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <system_error>

#include "core/clock.h"
#include "core/log.h"
#include "registry/webhook_payload.h"
#include "registry/webhook_table.h"

namespace cairn::registry {
namespace {

constexpr std::chrono::seconds kPauseAfterError{5};
// For what a process that is gone has left behind, where several share a database.
constexpr std::chrono::seconds kBetweenLooks{30};

bool has_other_processes(const db::Database& database) { return database.dialect().engine != db::Engine::kSqlite; }

// Nothing for an answer that says all there is to say by its status.
std::optional<std::string> error_text(const Result<http_client::Response>& answer) {
  if (!answer.ok()) return answer.error().message();
  if (answer->status >= 300 && answer->status < 400) return "A redirect to elsewhere is not followed.";
  return std::nullopt;
}

}  // namespace

WebhookDelivery::~WebhookDelivery() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  for (std::jthread& thread : threads_) thread.request_stop();
}

Status WebhookDelivery::resume() {
  if (has_other_processes(database_)) {
    look_for_work();
    return {};
  }
  const std::int64_t pending = TRY(database_.read(count_pending_deliveries));
  if (pending == 0) return {};
  TRY(database_.write(release_all_deliveries));
  look_for_work();
  return {};
}

Result<bool> WebhookDelivery::listens(db::Connection& connection) { return has_active_webhooks(connection); }

Status WebhookDelivery::announce(db::Connection& connection, const Event& event) {
  const WebhookEvent kind{event.entity, event.action};
  const std::vector<std::string> webhooks = TRY(webhooks_for(connection, kind));
  if (webhooks.empty()) return {};
  TRY(append_deliveries(connection, kind, webhook_body(event, now_us()), webhooks, now_ms()));
  look_for_work();
  return {};
}

void WebhookDelivery::look_for_work() {
  const std::lock_guard lock(mutex_);
  look_ = true;
  rouse_a_thread();
}

// Under mutex_. One is enough: it rouses the next if it leaves work behind.
void WebhookDelivery::rouse_a_thread() {
  if (stopping_) return;
  if (sleeping_ > 0 || threads_.size() >= settings_.max_workers) {
    work_to_do_.notify_one();
    return;
  }
  try {
    threads_.emplace_back([this](const std::stop_token& stop) { work(stop); });
  } catch (const std::system_error& error) {
    log::warning(fmt::format("no further thread for webhooks: {}", error.what()));
  }
}

void WebhookDelivery::work(const std::stop_token& stop) {
  while (wait_for_work(stop)) {
    std::optional<ClaimedDelivery> delivery = claim();
    while (delivery) {
      const DeliveryOutcome outcome = attempt(*delivery, stop);
      if (stop.stop_requested() && outcome.state != DeliveryState::kDelivered) {
        (void)database_.write([&](db::Connection& connection) { return release_delivery(connection, *delivery); });
        return;
      }
      delivery = settle_and_claim(*delivery, outcome);
    }
  }
}

// False: the end.
bool WebhookDelivery::wait_for_work(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  ++sleeping_;
  while (!stop.stop_requested() && !look_ && !(next_due_ && *next_due_ <= Clock::now())) {
    const auto due = next_due_;
    const auto changed = [&] { return look_ || next_due_ != due; };
    if (due) {
      work_to_do_.wait_until(lock, stop, *due, changed);
    } else {
      work_to_do_.wait(lock, stop, changed);
    }
  }
  --sleeping_;
  look_ = false;
  next_due_.reset();
  return !stop.stop_requested();
}

std::optional<ClaimedDelivery> WebhookDelivery::claim() {
  return take(database_.write([&](db::Connection& connection) {
    const std::int64_t now = now_ms();
    return claim_delivery(connection, now, claim_end(now));
  }));
}

// In one transaction, for the sake of one sync.
std::optional<ClaimedDelivery> WebhookDelivery::settle_and_claim(const ClaimedDelivery& done,
                                                                 const DeliveryOutcome& outcome) {
  return take(database_.write([&](db::Connection& connection) -> Result<Claim> {
    TRY(settle_delivery(connection, done, outcome));
    const std::int64_t now = now_ms();
    return claim_delivery(connection, now, claim_end(now));
  }));
}

// Leaves word of what is left to do, for a thread that sleeps.
std::optional<ClaimedDelivery> WebhookDelivery::take(Result<Claim> claim) {
  std::optional<Clock::time_point> due;
  if (!claim.ok()) {
    log::error(fmt::format("webhooks: {}", claim.error().message()));
    due = Clock::now() + kPauseAfterError;
  } else if (claim->next_due) {
    due = Clock::time_point(std::chrono::milliseconds(*claim->next_due));
  }
  if (has_other_processes(database_))
    due = std::min(due.value_or(Clock::time_point::max()), Clock::now() + kBetweenLooks);
  const bool claimed = claim.ok() && claim->delivery;
  {
    const std::lock_guard lock(mutex_);
    look_ = look_ || (claimed && claim->more_are_due);
    if (due && (!next_due_ || *due < *next_due_)) next_due_ = due;
    if (claimed && (look_ || next_due_)) rouse_a_thread();
  }
  return claimed ? std::move(claim->delivery) : std::nullopt;
}

DeliveryOutcome WebhookDelivery::attempt(const ClaimedDelivery& delivery, const std::stop_token& stop) {
  const auto start = std::chrono::steady_clock::now();
  DeliveryOutcome outcome;
  outcome.attempted_at = now_ms();
  const Result<http_client::Response> answer = send(delivery, stop);
  stats_.attempt_seconds.observe(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());

  if (answer.ok()) outcome.response_status = answer->status;
  if (is_accepted(answer)) {
    outcome.state = DeliveryState::kDelivered;
    stats_.delivered.add();
    return outcome;
  }
  outcome.error = error_text(answer);
  const std::int64_t now = now_ms();
  if (const auto delay = retry_delay(answer, delivery.attempts + 1, settings_.max_retries, now)) {
    outcome.next_attempt_at = now + delay->count();
    stats_.retried.add();
    return outcome;
  }
  outcome.state = DeliveryState::kFailed;
  if (stop.stop_requested()) return outcome;
  stats_.failed.add();
  log::warning(fmt::format("webhook {}: delivery {} is given up after {} attempts: {}", delivery.webhook_id,
                           delivery.delivery_id, delivery.attempts + 1,
                           outcome.error.value_or(fmt::format("status {}", outcome.response_status.value_or(0)))));
  return outcome;
}

// To where the webhook points now, which may be another place than when the event happened.
Result<http_client::Response> WebhookDelivery::send(const ClaimedDelivery& delivery, const std::stop_token& stop) {
  const WebhookTarget target = TRY(
      database_.read([&](db::Connection& connection) { return read_webhook_target(connection, delivery.webhook_id); }));
  if (target.status != WebhookStatus::kActive) return invalid_state("The webhook is disabled.");
  const std::string secret = TRY(secrets_.decrypt(target.stored_secret));
  return sender_.send({target.url, secret, delivery.delivery_id, delivery.body}, stop);
}

std::int64_t WebhookDelivery::claim_end(std::int64_t now) const { return now + sender_.longest_attempt().count(); }

}  // namespace cairn::registry
