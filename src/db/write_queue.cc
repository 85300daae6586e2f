#include "db/write_queue.h"

#include <algorithm>
#include <vector>

namespace cairn::db {

Status WriteQueue::submit(const Job& job) {
  Waiter self(job);
  return wait(self);
}

Status WriteQueue::submit(const GroupWrite& kind, GroupWrite::Item& item) {
  const Job job = [&](Connection& connection) { return kind.apply_one(connection, item); };
  Waiter self(job);
  self.kind = &kind;
  self.item = &item;
  return wait(self);
}

// Ends early when all are there; a lone writer expects nobody.
void WriteQueue::gather(std::unique_lock<std::mutex>& lock, Waiter& leader) {
  if (gather_ == Gather::kNo || last_commit_ < kLongCommit) return;
  leader.woken.wait_for(lock, last_commit_ / kPartToGather, [&] { return waiting_.size() >= expected_; });
}

Status WriteQueue::wait(Waiter& self) {
  std::unique_lock lock(mutex_);
  waiting_.push_back(&self);
  if (waiting_.size() == expected_) waiting_.front()->woken.notify_one();
  self.woken.wait(lock, [&] { return self.done || waiting_.front() == &self; });
  if (self.done) return std::move(self.outcome);

  gather(lock, self);
  const auto size = static_cast<std::ptrdiff_t>(std::min(waiting_.size(), kMaxGroup));
  const std::vector<Waiter*> group(waiting_.begin(), waiting_.begin() + size);
  lock.unlock();
  const auto start = Clock::now();
  commit_(group);
  const auto end = Clock::now();
  lock.lock();

  last_commit_ = end - start;
  expected_ = waiting_.size();
  waiting_.erase(waiting_.begin(), waiting_.begin() + size);
  for (Waiter* waiter : group) {
    waiter->done = true;
    if (waiter != &self) waiter->woken.notify_one();
  }
  if (!waiting_.empty()) waiting_.front()->woken.notify_one();
  return std::move(self.outcome);
}

std::size_t WriteQueue::depth() const {
  const std::lock_guard lock(mutex_);
  return waiting_.size();
}

}  // namespace cairn::db
