// Group commit: writes that wait at the same time share one transaction and one sync.
//
// There is no writer thread. The first caller that finds the queue empty becomes the leader: it applies all that waits
// in one transaction, commits, and wakes the others; who came meanwhile is the next group, with its first as the
// leader. A lone writer thus pays for no change of threads. (Tried: a dedicated writer thread costs two wake-ups a
// request, a fifth of the throughput of one connection.)
//
// Behind a network, where each group costs round trips beside its sync, clients that each wait for an answer before
// they send the next request would fall into two groups that take turns, and each sync would carry half of them. A
// leader therefore gives those who were answered just now a part of the last commit's time to come back.
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <span>

#include "core/result.h"
#include "db/group_write.h"

namespace cairn::db {

class WriteQueue {
 public:
  struct Waiter;
  // Applies every waiter's job in one transaction and sets its outcome.
  using Commit = std::function<void(std::span<Waiter* const>)>;
  using Job = std::function<Status(class Connection&)>;

  struct Waiter {
    explicit Waiter(const Job& the_job) : job(the_job) {}
    const Job& job;
    const GroupWrite* kind = nullptr;  // where the job does no more than apply the item
    GroupWrite::Item* item = nullptr;
    Status outcome;
    bool done = false;
    std::condition_variable woken;
  };

  enum class Gather { kNo, kYes };

  explicit WriteQueue(Commit commit, Gather gather = Gather::kNo) : commit_(std::move(commit)), gather_(gather) {}

  // Blocks until the job is committed or has failed.
  Status submit(const Job& job);
  Status submit(const GroupWrite& kind, GroupWrite::Item& item);
  [[nodiscard]] std::size_t depth() const;

 private:
  using Clock = std::chrono::steady_clock;

  Status wait(Waiter& self);
  void gather(std::unique_lock<std::mutex>& lock, Waiter& leader);

  // Bounds how long the first of a group waits for the last.
  static constexpr std::size_t kMaxGroup = 256;
  // Below, to wait for others costs as much as it gains.
  static constexpr std::chrono::microseconds kLongCommit{1000};
  static constexpr int kPartToGather = 4;

  Commit commit_;
  Gather gather_;
  mutable std::mutex mutex_;
  std::deque<Waiter*> waiting_;  // the front one leads
  std::size_t expected_ = 0;     // who was answered last, and who waited then
  Clock::duration last_commit_{};
};

}  // namespace cairn::db
