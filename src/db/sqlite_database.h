// A Database in a SQLite file, in WAL mode with full sync.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "db/database.h"
#include "db/sqlite_connection.h"
#include "db/write_queue.h"

namespace cairn::db {

class SqliteDatabase final : public Database {
 public:
  static Result<std::unique_ptr<SqliteDatabase>> open(std::string path);

  [[nodiscard]] const Dialect& dialect() const override { return kSqliteDialect; }
  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] const WriteStats& write_stats() const override { return stats_; }
  [[nodiscard]] std::size_t write_queue_depth() const override { return queue_.depth(); }
  [[nodiscard]] std::uint64_t size_bytes() const override;  // with the write-ahead log

 private:
  // More than can run at once would only cost memory.
  const std::size_t max_readers_ = std::max(4U, std::thread::hardware_concurrency());

  SqliteDatabase(std::string path, std::unique_ptr<SqliteConnection> writer);
  Status read_job(const Job& job) override;
  Status write_job(const Job& job) override { return queue_.submit(job); }

  void commit_group(std::span<WriteQueue::Waiter* const> group);
  Status apply_group(std::span<WriteQueue::Waiter* const> group);
  Result<std::unique_ptr<SqliteConnection>> borrow_reader();
  void return_reader(std::unique_ptr<SqliteConnection> reader);

  std::string path_;
  std::unique_ptr<SqliteConnection> writer_;  // used by the queue's leader only
  WriteQueue queue_;
  WriteStats stats_;

  std::mutex readers_mutex_;
  std::condition_variable reader_returned_;
  std::vector<std::unique_ptr<SqliteConnection>> idle_readers_;
  std::size_t open_readers_ = 0;
};

}  // namespace cairn::db
