// Carries events from the registry to webhooks: into the queue within the transaction of the change, out of it by
// threads of its own.
//
// The threads are started when there is something to deliver and sleep until there is more, or until a delivery is due
// again. An event is announced before its transaction has been committed; the thread that is woken for it looks for
// work in a transaction of its own, which comes after.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <vector>

#include "core/metrics.h"
#include "core/result.h"
#include "db/database.h"
#include "registry/events.h"
#include "registry/webhook_queue.h"
#include "registry/webhook_secrets.h"
#include "registry/webhook_sender.h"

namespace cairn::registry {

// Read by /metrics.
struct WebhookStats {
  Counter delivered;
  Counter retried;  // attempts that failed, with another to come
  Counter failed;   // deliveries given up
  Histogram attempt_seconds{1e-3};
};

class WebhookDelivery final : public EventSink {
 public:
  // All that is referred to must outlive it.
  WebhookDelivery(db::Database& database, WebhookSender& sender, WebhookSecrets& secrets,
                  const WebhookSettings& settings)
      : database_(database), sender_(sender), secrets_(secrets), settings_(settings) {}
  // Ends attempts that are under way; their deliveries stay in the queue.
  ~WebhookDelivery() override;
  WebhookDelivery(const WebhookDelivery&) = delete;
  WebhookDelivery& operator=(const WebhookDelivery&) = delete;

  // What an earlier process left in the queue goes on.
  Status resume();

  Result<bool> listens(db::Connection& connection) override;
  Status announce(db::Connection& connection, const Event& event) override;

  [[nodiscard]] const WebhookStats& stats() const { return stats_; }

 private:
  using Clock = std::chrono::system_clock;

  void look_for_work();
  void rouse_a_thread();
  void work(const std::stop_token& stop);
  bool wait_for_work(const std::stop_token& stop);
  std::optional<ClaimedDelivery> claim();
  std::optional<ClaimedDelivery> settle_and_claim(const ClaimedDelivery& done, const DeliveryOutcome& outcome);
  std::optional<ClaimedDelivery> take(Result<Claim> claim);
  DeliveryOutcome attempt(const ClaimedDelivery& delivery, const std::stop_token& stop);
  Result<http_client::Response> send(const ClaimedDelivery& delivery, const std::stop_token& stop);
  [[nodiscard]] std::int64_t claim_end(std::int64_t now) const;

  db::Database& database_;
  WebhookSender& sender_;
  WebhookSecrets& secrets_;
  const WebhookSettings settings_;
  WebhookStats stats_;

  std::mutex mutex_;
  std::condition_variable_any work_to_do_;
  // Guarded by mutex_.
  bool look_ = false;  // there may be something due
  std::optional<Clock::time_point> next_due_;
  unsigned sleeping_ = 0;
  bool stopping_ = false;
  std::vector<std::jthread> threads_;  // the last member: they are joined before what they use goes
};

}  // namespace cairn::registry
