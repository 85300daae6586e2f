#include "db/postgres_database.h"

#include <thread>

#include "core/log.h"
#include "db/postgres_address.h"

namespace cairn::db {
namespace {

using Fault = PostgresConnection::Fault;

// One number for all versions of cairn: who alters the schema holds it. Others ask again and again rather than wait in
// the server, where building an index online would in turn wait for them.
constexpr std::string_view kLockSchema = "SELECT pg_try_advisory_lock(7237111830231)";
constexpr std::string_view kUnlockSchema = "SELECT pg_advisory_unlock(7237111830231)";
constexpr std::chrono::milliseconds kBetweenAttempts{100};
constexpr std::string_view kEndOfLog = "SELECT CAST(pg_current_wal_insert_lsn() - '0/0'::pg_lsn AS bigint)";
constexpr std::string_view kReplayed = "SELECT CAST(pg_last_wal_replay_lsn() - '0/0'::pg_lsn AS bigint)";

Result<std::int64_t> number(Connection& connection, std::string_view sql) {
  auto rows = TRY(connection.query(sql));
  TRY(rows.next());
  return rows.int64(0);
}

Status read_on(PostgresConnection& connection, const std::function<Status(Connection&)>& job) {
  connection.begin(PostgresConnection::Kind::kRead);
  Status outcome = job(connection);
  if (connection.fault() == Fault::kNone)
    connection.end_read();
  else
    connection.rollback();
  return outcome;
}

}  // namespace

Result<std::unique_ptr<PostgresDatabase>> PostgresDatabase::open(std::string_view uri, std::string_view replica) {
  std::string conninfo = TRY(postgres_conninfo(uri));
  const std::string of_replica = replica.empty() ? std::string() : TRY(postgres_conninfo(replica));
  const PoolSettings settings = TRY(pool_settings_of_environment());
  std::unique_ptr<PostgresDatabase> database(new PostgresDatabase(std::move(conninfo), of_replica, settings));
  database->pool_.give_back(TRY(database->pool_.borrow()));
  return database;
}

PostgresDatabase::PostgresDatabase(std::string conninfo, const std::string& replica, const PoolSettings& settings)
    : conninfo_(std::move(conninfo)),
      pool_(conninfo_, settings),
      replica_(replica.empty() ? nullptr : std::make_unique<PostgresPool>(replica, settings)),
      writer_(conninfo_, stats_, [this](auto& connection, auto announced) { committed(connection, announced); }),
      queue_([this](auto group) { writer_.apply(group); }, WriteQueue::Gather::kYes) {}

std::uint64_t PostgresDatabase::size_bytes() const {
  auto lent = pool_.borrow();
  if (!lent.ok()) return 0;
  std::int64_t size = 0;
  (void)read_on(*lent->connection, [&](Connection& connection) -> Status {
    size = TRY(number(connection, "SELECT pg_database_size(current_database())"));
    return {};
  });
  pool_.give_back(std::move(*lent));
  return static_cast<std::uint64_t>(size);
}

Status PostgresDatabase::read_job(const Job& job) {
  if (replica_) {
    if (auto read = read_from_replica(job)) return *std::move(read);
  }
  return read_from(pool_, job);
}

// A connection that was idle may have been closed by the server long ago: that is no reason for a request to fail.
Status PostgresDatabase::read_from(PostgresPool& pool, const Job& job) {
  while (true) {
    auto lent = TRY(pool.borrow());
    Status outcome = read_on(*lent.connection, job);
    const Fault fault = lent.connection->fault();
    const bool again = fault == Fault::kConflict || (fault == Fault::kLost && !lent.fresh);
    pool.give_back(std::move(lent));
    if (!again) return outcome;
  }
}

std::optional<Status> PostgresDatabase::read_from_replica(const Job& job) {
  auto lent = replica_->borrow();
  if (!lent.ok()) {
    log::warning("The read replica is not there: " + lent.error().message());
    return std::nullopt;
  }
  const std::uint64_t needed = last_write_;
  bool behind = false;
  Status outcome = read_on(*lent->connection, [&](Connection& connection) -> Status {
    const auto replayed = TRY(number(connection, kReplayed));
    behind = static_cast<std::uint64_t>(replayed) < needed;
    return behind ? Status() : job(connection);
  });
  // A replica may also end a read that stands in the way of replaying.
  const bool failed = lent->connection->fault() != Fault::kNone;
  replica_->give_back(std::move(*lent));
  if (behind || failed) return std::nullopt;
  return outcome;
}

Status PostgresDatabase::alter_job(const Job& job) {
  auto connection = TRY(PostgresConnection::open(conninfo_));
  TRY(connection->script("SET lock_timeout = 0"));
  while (TRY(number(*connection, kLockSchema)) == 0) std::this_thread::sleep_for(kBetweenAttempts);
  Status outcome = job(*connection);
  (void)number(*connection, kUnlockSchema);
  return outcome;
}

void PostgresDatabase::end_listening() {
  const std::lock_guard lock(feed_mutex_);
  feed_.reset();
}

void PostgresDatabase::begin_to_listen() {
  const std::lock_guard lock(feed_mutex_);
  feed_ = std::make_unique<PostgresFeed>(conninfo_, [this](auto changes) { listener()(changes); });
}

void PostgresDatabase::committed(PostgresConnection& connection, std::span<const std::string> announced) {
  if (replica_) {
    const auto end = number(connection, kEndOfLog);
    if (end.ok()) last_write_ = static_cast<std::uint64_t>(*end);
  }
  if (announced.empty()) return;
  const std::lock_guard lock(feed_mutex_);
  if (!feed_) return;
  listener()(announced);
  feed_->tell(announced);
}

}  // namespace cairn::db
