// A Database on a PostgreSQL server, shared with any number of other processes.
//
// Nothing of it is kept in memory: whatever a request reads, it reads from the server. Reads go to a pool, or to a
// replica's pool where one is given; a replica that has not yet replayed this process's last write is passed over.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <string>

#include "db/database.h"
#include "db/postgres_feed.h"
#include "db/postgres_pool.h"
#include "db/postgres_writer.h"
#include "db/write_queue.h"

namespace cairn::db {

class PostgresDatabase final : public Database {
 public:
  // Fails where the server does not answer. `replica` is empty where there is none.
  static Result<std::unique_ptr<PostgresDatabase>> open(std::string_view uri, std::string_view replica);

  [[nodiscard]] const Dialect& dialect() const override { return kPostgresDialect; }
  [[nodiscard]] const WriteStats& write_stats() const override { return stats_; }
  [[nodiscard]] std::size_t write_queue_depth() const override { return queue_.depth(); }
  [[nodiscard]] std::uint64_t size_bytes() const override;

 private:
  PostgresDatabase(std::string conninfo, const std::string& replica, const PoolSettings& settings);
  Status read_job(const Job& job) override;
  Status write_job(const Job& job) override { return queue_.submit(job); }
  Status grouped_job(const GroupWrite& kind, GroupWrite::Item& item) override { return queue_.submit(kind, item); }
  Status alter_job(const Job& job) override;
  void begin_to_listen() override;
  void end_listening() override;

  void committed(PostgresConnection& connection, std::span<const std::string> announced);
  Status read_from(PostgresPool& pool, const Job& job);
  // None where the replica is behind, or not there.
  std::optional<Status> read_from_replica(const Job& job);

  std::string conninfo_;
  mutable PostgresPool pool_;
  std::unique_ptr<PostgresPool> replica_;
  std::atomic<std::uint64_t> last_write_{0};  // where the log ended after it: what a replica must have replayed
  WriteStats stats_;
  PostgresWriter writer_;
  WriteQueue queue_;
  std::mutex feed_mutex_;
  std::unique_ptr<PostgresFeed> feed_;  // guarded by feed_mutex_
};

}  // namespace cairn::db
