#include "db/postgres_writer.h"

#include <algorithm>
#include <fmt/format.h>
#include <thread>

#include "core/clock.h"
#include "core/ids.h"
#include "core/log.h"

namespace cairn::db {
namespace {

using Clock = std::chrono::steady_clock;
using Fault = PostgresConnection::Fault;

// A restart of the server or a change of the primary mostly takes less.
constexpr std::chrono::seconds kPatience{20};
constexpr std::chrono::milliseconds kPause{50};
// How long hope rests after it was in vain: some client fails again and again, or two processes hold the same rows.
constexpr int kCarefulGroups = 50;

// What is written is found by its key, also in a table that was empty when the statement was planned; and its plan is
// the same whatever the parameters.
constexpr std::string_view kWriterPlans =
    "SELECT set_config(name, 'off', false) FROM pg_settings "
    "WHERE name IN ('enable_seqscan', 'enable_hashjoin', 'enable_mergejoin');"
    "SELECT set_config(name, 'force_generic_plan', false) FROM pg_settings WHERE name = 'plan_cache_mode'";

// The number of the writer's last transaction.
constexpr std::string_view kSetNumber =
    "INSERT INTO cairn_writers (writer, number, written_at) VALUES (?1, ?2, ?3) "
    "ON CONFLICT (writer) DO UPDATE SET number = excluded.number, written_at = excluded.written_at";

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
  Care care = careful_groups_ > 0 ? Care::kJobByJob : Care::kHopeful;
  careful_groups_ = std::max(0, careful_groups_ - 1);
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
    if (verdict == Verdict::kAgainWithCare) {
      care = Care::kJobByJob;
      careful_groups_ = kCarefulGroups;
    }
    if (attempt > 1) std::this_thread::sleep_for(std::min(attempt, 10) * kPause);
  }
}

Status PostgresWriter::connect() {
  if (connection_ && connection_->usable()) return {};
  connection_.reset();
  connection_ = TRY(PostgresConnection::open(conninfo_));
  TRY(connection_->script(kWriterPlans));
  return self_.empty() ? register_self() : Status();
}

// Makes the table where it is missing: who writes may come before who prepares the schema. Rows of writers that have
// not written for long go; should one of these still live, its next number makes the row anew.
Status PostgresWriter::register_self() {
  constexpr std::string_view kIsThere = "SELECT to_regclass('cairn_writers') IS NOT NULL";
  constexpr std::string_view kMake =
      "CREATE TABLE IF NOT EXISTS cairn_writers (writer VARCHAR(32) PRIMARY KEY, number BIGINT NOT NULL, "
      "written_at BIGINT NOT NULL)";
  constexpr std::int64_t kKeptMs = std::int64_t{7} * 24 * 60 * 60 * 1000;
  bool there = false;
  {
    auto rows = TRY(connection_->query(kIsThere));
    TRY(rows.next());
    there = rows.boolean(0);
  }
  if (!there) TRY(connection_->script(kMake));
  TRY(connection_->execute("DELETE FROM cairn_writers WHERE written_at < ?1", now_ms() - kKeptMs));
  const std::string self = new_hex_id();
  TRY(connection_->execute(kSetNumber, self, 0, now_ms()));
  self_ = self;
  return {};
}

PostgresWriter::Verdict PostgresWriter::try_once(std::span<Waiter* const> group, Care care,
                                                 std::vector<Waiter*>& put_off) {
  if (const Status connected = connect(); !connected.ok()) {
    log::warning(connected.error().message());
    return Verdict::kAgain;
  }
  connection_->begin(PostgresConnection::Kind::kWrite);
  const bool alone = group.size() == 1;
  if (!alone) connection_->set("SET LOCAL lock_timeout = '100ms'");
  const Verdict verdict = alone                    ? run_alone(*group.front())
                          : care == Care::kHopeful ? run_together(group)
                                                   : run_job_by_job(group, put_off);
  if (verdict != Verdict::kDone) {
    connection_->rollback();
    return verdict;
  }
  if (!alone || group.front()->outcome.ok()) return commit(group);
  connection_->rollback();
  return Verdict::kDone;
}

bool PostgresWriter::came_to_nothing() const {
  const Fault fault = connection_->fault();
  return fault == Fault::kLost || fault == Fault::kConflict;
}

PostgresWriter::Verdict PostgresWriter::run_alone(Waiter& waiter) {
  waiter.outcome = waiter.job(*connection_);
  return came_to_nothing() ? Verdict::kAgain : Verdict::kDone;
}

PostgresWriter::Verdict PostgresWriter::run_together(std::span<Waiter* const> group) {
  std::vector<Waiter*> ordered(group.begin(), group.end());
  std::ranges::stable_sort(ordered, {}, [](const Waiter* waiter) { return waiter->kind; });
  for (auto rest = std::span<Waiter* const>(ordered); !rest.empty();) {
    const GroupWrite* kind = rest.front()->kind;
    const auto other = std::ranges::find_if(rest, [&](const Waiter* waiter) { return waiter->kind != kind; });
    const auto count = kind ? static_cast<std::size_t>(other - rest.begin()) : 1;
    const Verdict verdict = run_kind(rest.first(count));
    if (verdict != Verdict::kDone) return verdict;
    rest = rest.subspan(count);
  }
  return Verdict::kDone;
}

// Waiters of one kind, or one whose job can be applied with no other.
PostgresWriter::Verdict PostgresWriter::run_kind(std::span<Waiter* const> of_kind) {
  std::vector<std::string>& announced = connection_->announced();
  const std::size_t announced_before = announced.size();
  Waiter& first = *of_kind.front();
  connection_->begin_job();
  Status applied;
  if (of_kind.size() == 1) {
    first.outcome = first.job(*connection_);
    if (!first.outcome.ok()) announced.resize(announced_before);
    if (connection_->job_changed()) applied = first.outcome;
  } else {
    std::vector<GroupWrite::Item*> items;
    for (Waiter* waiter : of_kind) items.push_back(waiter->item);
    applied = first.kind->apply(*connection_, items);
    for (Waiter* waiter : of_kind) waiter->outcome = waiter->item->outcome;
  }
  if (came_to_nothing()) return Verdict::kAgain;
  return applied.ok() && !connection_->failed() ? Verdict::kDone : Verdict::kAgainWithCare;
}

PostgresWriter::Verdict PostgresWriter::run_job_by_job(std::span<Waiter* const> group, std::vector<Waiter*>& put_off) {
  std::vector<std::string>& announced = connection_->announced();
  for (Waiter* waiter : group) {
    connection_->savepoint();
    const std::size_t announced_before = announced.size();
    waiter->outcome = waiter->job(*connection_);
    if (waiter->outcome.ok()) waiter->outcome = connection_->settle();
    if (came_to_nothing()) return Verdict::kAgain;
    if (waiter->outcome.ok()) {
      connection_->release();
      continue;
    }
    announced.resize(announced_before);
    const Fault fault = connection_->fault();
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
  const Status committed = commit_numbered();
  stats_.sync_seconds.observe(elapsed_since(start));
  if (committed.ok()) {
    committed_(*connection_, announced);
    return Verdict::kDone;
  }
  const Fault fault = connection_->fault();
  if (fault == Fault::kLost && connection_->commit_was_sent()) {
    switch (fate_of(transactions_)) {
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
  if (group.size() > 1) return Verdict::kAgainWithCare;
  fail(group, committed.error());
  return Verdict::kDone;
}

// The number goes out with COMMIT.
Status PostgresWriter::commit_numbered() {
  if (connection_->begun()) {
    TRY(connection_->send(kSetNumber, self_, ++transactions_, now_ms()));
  }
  return connection_->commit();
}

PostgresWriter::Fate PostgresWriter::fate_of(std::int64_t transaction) {
  const auto deadline = Clock::now() + kPatience;
  while (Clock::now() < deadline) {
    std::this_thread::sleep_for(kPause);
    if (!connect().ok()) continue;
    connection_->begin(PostgresConnection::Kind::kWrite);
    auto rows = connection_->query("SELECT number FROM cairn_writers WHERE writer = ?1 FOR UPDATE", self_);
    const auto found = rows.ok() ? rows->next() : Result<bool>(rows.error());
    const std::int64_t last = found.ok() && *found ? rows->int64(0) : 0;
    connection_->rollback();
    if (!found.ok()) continue;
    if (!*found) break;
    return last >= transaction ? Fate::kCommitted : Fate::kUndone;
  }
  return Fate::kUnknown;
}

}  // namespace cairn::db
