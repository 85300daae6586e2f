#include "db/postgres_writer.h"

#include <algorithm>
#include <fmt/format.h>
#include <thread>

#include "core/log.h"

namespace cairn::db {
namespace {

using Clock = std::chrono::steady_clock;
using Fault = PostgresConnection::Fault;

// A restart of the server or a change of the primary mostly takes less.
constexpr std::chrono::seconds kPatience{20};
constexpr std::chrono::milliseconds kPause{50};

double elapsed_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

void fail(std::span<WriteQueue::Waiter* const> group, const Error& error) {
  for (WriteQueue::Waiter* waiter : group) {
    if (waiter->outcome.ok()) waiter->outcome = error;
  }
}

}  // namespace

void PostgresWriter::apply(std::span<Waiter* const> group) {
  const auto start = Clock::now();
  std::vector<Waiter*> put_off;
  apply_until_done(group, put_off);
  for (Waiter* waiter : put_off) apply_until_done(std::span(&waiter, 1), put_off);
  stats_.requests_per_commit.observe(static_cast<double>(group.size()));
  stats_.commit_seconds.observe(elapsed_since(start));
}

void PostgresWriter::apply_until_done(std::span<Waiter* const> group, std::vector<Waiter*>& put_off) {
  const auto deadline = Clock::now() + kPatience;
  const std::size_t put_off_before = put_off.size();
  Care care = Care::kFast;
  for (int attempt = 1;; ++attempt) {
    const Verdict verdict = try_once(group, care, put_off);
    if (verdict == Verdict::kDone) return;
    if (Clock::now() > deadline) {
      return fail(group,
                  {ErrorCode::kTemporarilyUnavailable,
                   "The database is not there, or busy with others. Nothing was written; try again in a while."});
    }
    put_off.resize(put_off_before);
    for (Waiter* waiter : group) waiter->outcome = Status();
    if (verdict == Verdict::kAgainSingly) care = Care::kJobByJob;
    if (attempt > 1) std::this_thread::sleep_for(std::min(attempt, 10) * kPause);
  }
}

Status PostgresWriter::connect() {
  if (connection_ && connection_->usable()) return {};
  connection_.reset();
  connection_ = TRY(PostgresConnection::open(conninfo_));
  return {};
}

PostgresWriter::Verdict PostgresWriter::try_once(std::span<Waiter* const> group, Care care,
                                                 std::vector<Waiter*>& put_off) {
  if (const Status connected = connect(); !connected.ok()) {
    log::warning(connected.error().message());
    return Verdict::kAgain;
  }
  connection_->begin(PostgresConnection::Kind::kWrite);
  if (group.size() > 1) connection_->set("SET LOCAL lock_timeout = '100ms'");
  const Verdict verdict = run_jobs(group, care, put_off);
  if (verdict != Verdict::kDone) {
    connection_->rollback();
    return verdict;
  }
  const bool alone_and_failed = group.size() == 1 && !group.front()->outcome.ok();
  if (!alone_and_failed) return commit(group);
  connection_->rollback();
  return Verdict::kDone;
}

PostgresWriter::Verdict PostgresWriter::run_jobs(std::span<Waiter* const> group, Care care,
                                                 std::vector<Waiter*>& put_off) {
  const bool alone = group.size() == 1;
  std::vector<std::string>& announced = connection_->announced();
  for (std::size_t i = 0; i < group.size(); ++i) {
    Waiter* waiter = group[i];
    connection_->begin_job(i);
    if (!alone) connection_->savepoint();
    const std::size_t announced_before = announced.size();
    waiter->outcome = waiter->job(*connection_);
    if (care == Care::kJobByJob && waiter->outcome.ok()) waiter->outcome = connection_->settle();
    const Fault fault = connection_->fault();
    if (fault == Fault::kLost || fault == Fault::kConflict) return Verdict::kAgain;
    if (connection_->failed_job().value_or(i) < i && care == Care::kFast) return Verdict::kAgainSingly;
    if (waiter->outcome.ok()) {
      if (!alone) connection_->release();
      continue;
    }
    announced.resize(announced_before);
    if (alone) return Verdict::kDone;
    connection_->rollback_to_savepoint();
    if (fault == Fault::kHeld) {
      waiter->outcome = Status();
      put_off.push_back(waiter);
    }
    connection_->forgive();
  }
  return Verdict::kDone;
}

PostgresWriter::Verdict PostgresWriter::commit(std::span<Waiter* const> group) {
  const auto start = Clock::now();
  const std::vector<std::string> announced = connection_->announced();
  const Status committed = connection_->commit();
  stats_.sync_seconds.observe(elapsed_since(start));
  if (committed.ok()) {
    committed_(*connection_, announced);
    return Verdict::kDone;
  }
  const Fault fault = connection_->fault();
  if (fault == Fault::kLost && connection_->commit_was_sent()) {
    switch (fate_of(connection_->transaction_id())) {
      case Fate::kCommitted:
        committed_(*connection_, announced);
        return Verdict::kDone;
      case Fate::kUndone:
        return Verdict::kAgain;
      case Fate::kUnknown:
        fail(group, {ErrorCode::kTemporarilyUnavailable,
                     "The connection to the database broke while the write was being committed, and the database has "
                     "not come back to tell. Look whether it was done before you repeat it."});
        return Verdict::kDone;
    }
  }
  connection_->rollback();
  if (fault == Fault::kLost || fault == Fault::kConflict) return Verdict::kAgain;
  if (group.size() > 1) return Verdict::kAgainSingly;
  fail(group, committed.error());
  return Verdict::kDone;
}

PostgresWriter::Fate PostgresWriter::fate_of(const std::string& transaction_id) {
  const std::string id = transaction_id;
  const auto deadline = Clock::now() + kPatience;
  while (Clock::now() < deadline) {
    std::this_thread::sleep_for(kPause);
    if (!connect().ok()) continue;
    connection_->begin(PostgresConnection::Kind::kRead);
    auto rows = connection_->query("SELECT pg_xact_status(?1::xid8)", id);
    const bool known = rows.ok() && rows->next().ok();
    const std::string fate = known ? rows->string(0) : "";
    connection_->rollback();
    if (fate == "committed") return Fate::kCommitted;
    if (fate == "aborted") return Fate::kUndone;
    // "in progress": the server has not noticed yet that we are gone.
  }
  return Fate::kUnknown;
}

}  // namespace cairn::db
