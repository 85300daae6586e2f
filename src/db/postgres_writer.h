// Applies groups of write jobs to PostgreSQL: one transaction a group.
//
// Jobs of one kind that can be applied together (GroupWrite) are, in a handful of statements. A savepoint for each job
// would cost as much as the job: the group runs without them first, in the hope that no job fails after it has changed
// something. Where one does, the group is undone and runs again with a savepoint a job, as do the next groups.
//
// What is acknowledged is committed, and once, whatever breaks meanwhile:
//  - A serialization failure or a deadlock undoes the whole transaction, and the whole group runs again.
//  - A connection that breaks before COMMIT went out has taken its transaction along: the group runs again on a new
//  one.
//  - A connection that breaks while COMMIT is on its way leaves open what became of it. Each writer has a row of its
//  own
//    in cairn_writers, and each transaction puts its number there: on a new connection the row is locked, which waits
//    for the old transaction's end, and read. Only a group that was not committed runs again. Where the server does not
//    come back in time, the client is told that the write may or may not have been done; it is not acknowledged.
//    (Rejected: to ask the server for the fate of its own number of the transaction, pg_xact_status. After a crash the
//    server gives numbers anew of which nothing had reached its log, and then tells of another's transaction.)
//
// Locks that other processes hold: the jobs of a group are in no common order, so that groups of two processes may each
// wait for a row that the other holds. In a group of several a job therefore waits only briefly, is undone to its
// savepoint and runs alone, in a transaction of its own, after the others.
//
// Used by one thread at a time: the leader of the write queue.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "db/database.h"
#include "db/postgres_connection.h"
#include "db/write_queue.h"

namespace cairn::db {

class PostgresWriter {
 public:
  using Waiter = WriteQueue::Waiter;
  // Called after each commit with what was announced in it.
  using Committed = std::function<void(PostgresConnection& connection, std::span<const std::string> announced)>;

  PostgresWriter(std::string conninfo, WriteStats& stats, Committed committed)
      : conninfo_(std::move(conninfo)), stats_(stats), committed_(std::move(committed)) {}

  // Sets the outcome of every waiter.
  void apply(std::span<Waiter* const> group);

 private:
  // How a transaction of a group went.
  enum class Verdict {
    kDone,           // every waiter has its outcome
    kAgain,          // it came to nothing, and may be tried again
    kAgainWithCare,  // a job failed, and left something behind that is to be undone alone
  };
  enum class Care {
    kHopeful,   // no savepoints, what can be applied together is
    kJobByJob,  // a savepoint a job, each of whose statements is waited for
  };
  enum class Fate { kCommitted, kUndone, kUnknown };

  void apply_until_done(std::span<Waiter* const> group, std::vector<Waiter*>& put_off);
  Verdict try_once(std::span<Waiter* const> group, Care care, std::vector<Waiter*>& put_off);
  Verdict run_alone(Waiter& waiter);
  Verdict run_together(std::span<Waiter* const> group);
  Verdict run_kind(std::span<Waiter* const> of_kind);
  Verdict run_job_by_job(std::span<Waiter* const> group, std::vector<Waiter*>& put_off);
  // Whatever befell it undid the whole transaction.
  [[nodiscard]] bool came_to_nothing() const;
  Verdict commit(std::span<Waiter* const> group);
  Status commit_numbered();
  Fate fate_of(std::int64_t transaction);
  Status connect();
  Status register_self();

  std::string conninfo_;
  WriteStats& stats_;
  Committed committed_;
  std::unique_ptr<PostgresConnection> connection_;
  int careful_groups_ = 0;  // yet to come
  std::string self_;        // names this writer's row; empty until it is there
  std::int64_t transactions_ = 0;
};

}  // namespace cairn::db
