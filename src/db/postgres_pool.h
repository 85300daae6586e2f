// Connections for reading, lent to one job at a time. Any thread may call.
#pragma once

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "db/postgres_connection.h"
#include "db/postgres_settings.h"

namespace cairn::db {

class PostgresPool {
 public:
  using Clock = std::chrono::steady_clock;

  PostgresPool(std::string conninfo, const PoolSettings& settings)
      : conninfo_(std::move(conninfo)), settings_(settings) {}

  struct Lent {
    std::unique_ptr<PostgresConnection> connection;
    Clock::time_point opened;
    bool fresh = false;  // has not been idle: that it is broken is news
  };
  // Waits for a while when all are lent, then fails with kTemporarilyUnavailable.
  Result<Lent> borrow();
  void give_back(Lent lent);

 private:
  std::string conninfo_;
  PoolSettings settings_;
  std::mutex mutex_;
  std::condition_variable returned_;
  std::vector<Lent> idle_;  // guarded by mutex_, as is
  std::size_t lent_ = 0;
};

}  // namespace cairn::db
