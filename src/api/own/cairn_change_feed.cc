#include "api/own/cairn_change_feed.h"

#include <utility>

#include "api/own/cairn_messages.h"
#include "api/wire/json_writer.h"
#include "tracking/run_changes.h"

namespace cairn::api {
namespace {

constexpr std::size_t kMostNamedRuns = 200;

}  // namespace

ChangeFeed::ChangeFeed(db::Database& database, std::chrono::milliseconds pause) : database_(database), pause_(pause) {
  publisher_ = std::jthread([this](const std::stop_token& stop) { publish_changes(stop); });
  database.on_commit([this](std::span<const std::string> announced) { note(announced); });
}

ChangeFeed::~ChangeFeed() { database_.on_commit({}); }

void ChangeFeed::note(std::span<const std::string> announced) {
  if (events_->followers() == 0) return;
  {
    const std::lock_guard lock(mutex_);
    for (const std::string& each : announced) {
      const auto change = tracking::run_change(each);
      if (change) changes_[std::string(change->experiment_id)].emplace(change->run_id);
    }
  }
  changed_.notify_one();
}

void ChangeFeed::publish_changes(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  const auto never = [] { return false; };
  while (changed_.wait(lock, stop, [this] { return !changes_.empty(); })) {
    const Changes changes = std::exchange(changes_, {});
    lock.unlock();
    events_->publish("runs", changes_json(changes));
    lock.lock();
    changed_.wait_for(lock, stop, pause_, never);
  }
}

std::string changes_json(const std::map<std::string, std::set<std::string>, std::less<>>& changes) {
  RunsChanged message;
  for (const auto& [experiment, runs] : changes) {
    ExperimentChanged& changed = message.experiments.emplace_back(ExperimentChanged{experiment, {}});
    if (runs.size() <= kMostNamedRuns) changed.run_ids.assign(runs.begin(), runs.end());
  }
  return to_json(message);
}

}  // namespace cairn::api
