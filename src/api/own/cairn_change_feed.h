// News of runs for everybody who follows /api/cairn/1.0/events: which experiments have new or changed runs, and which
// runs these are.
//
// It wakes by commits and sleeps otherwise. What comes close together goes out as one event, so that a thousand points
// a second cost each follower two events a second.
#pragma once

#include <chrono>
#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <span>
#include <string>
#include <thread>

#include "db/database.h"
#include "http/event_feed.h"

namespace cairn::api {

class ChangeFeed {
 public:
  // Listens to the database, which must not write any more when the feed is destroyed.
  explicit ChangeFeed(db::Database& database, std::chrono::milliseconds pause = std::chrono::milliseconds(500));
  ~ChangeFeed();
  ChangeFeed(const ChangeFeed&) = delete;
  ChangeFeed& operator=(const ChangeFeed&) = delete;

  [[nodiscard]] std::shared_ptr<http::EventFeed> events() const { return events_; }

 private:
  using Changes = std::map<std::string, std::set<std::string>, std::less<>>;  // experiment: its runs

  void note(std::span<const std::string> announced);
  void publish_changes(const std::stop_token& stop);

  db::Database& database_;
  const std::shared_ptr<http::EventFeed> events_ = std::make_shared<http::EventFeed>();
  const std::chrono::milliseconds pause_;

  std::mutex mutex_;
  std::condition_variable_any changed_;
  Changes changes_;  // guarded by mutex_

  std::jthread publisher_;
};

// {"experiments":[{"experiment_id":"1","run_ids":["a","b"]}]}, without the run_ids where they are too many to name.
std::string changes_json(const std::map<std::string, std::set<std::string>, std::less<>>& changes);

}  // namespace cairn::api
