#include "db/postgres_pool.h"

#include <fmt/format.h>

namespace cairn::db {

Result<PostgresPool::Lent> PostgresPool::borrow() {
  std::unique_lock lock(mutex_);
  if (!returned_.wait_for(lock, settings_.patience, [this] { return lent_ < settings_.most; })) {
    return Error(ErrorCode::kTemporarilyUnavailable,
                 fmt::format("All {} connections to the database are in use. Try again in a while, or allow more with "
                             "MLFLOW_SQLALCHEMYSTORE_POOL_SIZE and MLFLOW_SQLALCHEMYSTORE_MAX_OVERFLOW.",
                             settings_.most));
  }
  ++lent_;
  const auto now = Clock::now();
  while (!idle_.empty()) {
    Lent lent = std::move(idle_.back());
    idle_.pop_back();
    lent.fresh = false;
    if (!settings_.recycle || now - lent.opened < *settings_.recycle) return lent;
  }
  lock.unlock();
  auto opened = PostgresConnection::open(conninfo_);
  if (opened.ok()) return Lent{std::move(*opened), now, true};
  lock.lock();
  --lent_;
  returned_.notify_one();
  return std::move(opened).error();
}

void PostgresPool::give_back(Lent lent) {
  const std::lock_guard lock(mutex_);
  --lent_;
  if (lent.connection->usable() && idle_.size() < settings_.kept) idle_.push_back(std::move(lent));
  returned_.notify_one();
}

}  // namespace cairn::db
