// Tells the processes that share a database of each other's changes, with LISTEN and NOTIFY.
//
// A thread with a connection of its own sends what this process has committed and hears what the others have. It sends
// after the commit and at most every 50 ms, what is said twice once: NOTIFY within the transactions would make
// PostgreSQL commit them one after another. A process that is killed within these 50 ms has told nobody; who shows
// changes as they come shows this one with the next.
#pragma once

#include <functional>
#include <mutex>
#include <set>
#include <span>
#include <string>
#include <thread>

struct pg_conn;  // libpq's PGconn

namespace cairn::db {

class PostgresFeed {
 public:
  using Heard = std::function<void(std::span<const std::string> changes)>;

  PostgresFeed(std::string conninfo, Heard heard);
  ~PostgresFeed();
  PostgresFeed(const PostgresFeed&) = delete;
  PostgresFeed& operator=(const PostgresFeed&) = delete;

  // Any thread may call.
  void tell(std::span<const std::string> changes);

 private:
  void work(const std::stop_token& stop);
  void serve_connection(pg_conn* connection, const std::stop_token& stop);
  void wake() const;

  std::string conninfo_;
  Heard heard_;
  std::string self_;  // names this process among those that listen
  int wakes_;         // an eventfd
  std::mutex mutex_;
  std::set<std::string> to_tell_;  // guarded by mutex_
  std::jthread thread_;
};

}  // namespace cairn::db
