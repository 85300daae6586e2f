// A database: many readers that never wait for the writer, and one queue for all writes.
//
// Any thread may call read() and write(). A write is durable when write() returns: it was applied in a transaction that
// has been synced to disk. Writes that wait at the same time share one transaction and one sync (each in a savepoint,
// so that one which fails undoes itself alone).
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <type_traits>

#include "core/metrics.h"
#include "core/result.h"
#include "db/connection.h"
#include "db/group_write.h"

namespace cairn::db {

// How the write queue does; read by /metrics.
struct WriteStats {
  Histogram requests_per_commit{1};
  Histogram commit_seconds{10e-6};  // applying, and the sync
  Histogram sync_seconds{10e-6};    // COMMIT alone
};

class Database {
 public:
  virtual ~Database() = default;

  [[nodiscard]] virtual const Dialect& dialect() const = 0;
  [[nodiscard]] virtual const WriteStats& write_stats() const = 0;
  [[nodiscard]] virtual std::size_t write_queue_depth() const = 0;
  [[nodiscard]] virtual std::uint64_t size_bytes() const = 0;

  // Called after each commit in which something was announced, with all of it, in the order of the commits and before
  // the writes return: it must be quick. Set before the first write. Where several processes share a database, what the
  // others announce comes too, from a thread of its own.
  using CommitListener = std::function<void(std::span<const std::string> changes)>;
  void on_commit(CommitListener listener) {
    end_listening();
    listener_ = std::move(listener);
    if (listener_) begin_to_listen();
  }

  // Runs `apply` on a reader's connection, all of it over one snapshot.
  template <class F>
  std::invoke_result_t<F, Connection&> read(F&& apply) {
    return through<F>(apply, [this](const Job& job) { return read_job(job); });
  }

  // Runs `apply` in the write transaction. It may run on another thread while the caller waits, and again from its
  // beginning when the transaction has come to nothing: it must change nothing but the database and its own result.
  template <class F>
  std::invoke_result_t<F, Connection&> write(F&& apply) {
    return through<F>(apply, [this](const Job& job) { return write_job(job); });
  }

  // As write(), of something that may be applied together with others of its kind.
  Status write_grouped(const GroupWrite& kind, GroupWrite::Item& item) { return grouped_job(kind, item); }

  // Runs `apply` for changes of the schema: alone among all processes where that can be, and where the engine has
  // changes that take no transaction, outside of one.
  template <class F>
  std::invoke_result_t<F, Connection&> alter(F&& apply) {
    return through<F>(apply, [this](const Job& job) { return alter_job(job); });
  }

 protected:
  using Job = std::function<Status(Connection&)>;
  virtual Status read_job(const Job& job) = 0;
  virtual Status write_job(const Job& job) = 0;
  virtual Status grouped_job(const GroupWrite& kind, GroupWrite::Item& item) {
    return write_job([&](Connection& connection) { return kind.apply_one(connection, item); });
  }
  virtual Status alter_job(const Job& job) { return write_job(job); }
  // To other processes: nothing is heard before the one and after the other.
  virtual void begin_to_listen() {}
  virtual void end_listening() {}
  [[nodiscard]] const CommitListener& listener() const { return listener_; }

 private:
  template <class F, class Run>
  static std::invoke_result_t<F, Connection&> through(F& apply, Run&& run) {
    using R = std::invoke_result_t<F, Connection&>;
    if constexpr (std::is_same_v<R, Status>) {
      return run(Job(std::ref(apply)));
    } else {
      std::optional<R> result;
      Status done = run(Job([&](Connection& connection) -> Status {
        result.emplace(apply(connection));
        if (!result->ok()) return result->error();
        return {};
      }));
      if (!done.ok()) return std::move(done).error();
      return std::move(*result);
    }
  }

  CommitListener listener_;
};

}  // namespace cairn::db
