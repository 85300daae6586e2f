#include "http/worker_pool.h"

#include <algorithm>
#include <csignal>
#include <system_error>
#include <utility>

namespace cairn::http {

WorkerPool::WorkerPool(unsigned max_threads) : max_threads_(std::max(max_threads, 1u)) {
  const std::lock_guard lock(mutex_);
  start_worker();
}

void WorkerPool::submit(std::shared_ptr<Job> job) {
  Worker* woken = nullptr;
  {
    const std::lock_guard lock(mutex_);
    jobs_.push_back(std::move(job));
    woken = pick_to_wake();
  }
  if (woken) woken->wakes.notify_one();
}

void WorkerPool::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    for (Worker* worker : asleep_) {
      worker->waking = true;
      ++waking_;
      worker->wakes.notify_one();
    }
    asleep_.clear();
  }
  // No thread is started any more, so the list is ours.
  for (const auto& worker : workers_) {
    if (worker->thread.joinable()) worker->thread.join();
  }
}

// With mutex_ held. The caller notifies who is returned, after it has let go of the mutex.
WorkerPool::Worker* WorkerPool::pick_to_wake() {
  if (waking_ > 0) return nullptr;
  if (!asleep_.empty()) {
    Worker* worker = asleep_.back();
    asleep_.pop_back();
    worker->waking = true;
    ++waking_;
    return worker;
  }
  if (workers_.size() < max_threads_ && !stopping_) {
    try {
      start_worker();
    } catch (const std::system_error&) {
      // No thread to be had: those that run will come to the job.
    }
  }
  return nullptr;
}

// With mutex_ held.
void WorkerPool::start_worker() {
  auto worker = std::make_unique<Worker>();
  worker->thread = std::thread([this, &self = *worker] { work(self); });
  workers_.push_back(std::move(worker));
  ++waking_;
}

void WorkerPool::work(Worker& self) {
  // Signals are for the threads that wait for them.
  sigset_t all;
  ::sigfillset(&all);
  ::pthread_sigmask(SIG_BLOCK, &all, nullptr);

  std::unique_lock lock(mutex_);
  for (;;) {
    if (std::exchange(self.waking, false)) --waking_;
    if (jobs_.empty()) {
      if (stopping_) return;
      asleep_.push_back(&self);
      self.wakes.wait(lock, [&self] { return self.waking; });
      continue;
    }
    auto job = std::move(jobs_.front());
    jobs_.pop_front();
    Worker* woken = jobs_.empty() ? nullptr : pick_to_wake();
    lock.unlock();
    if (woken) woken->wakes.notify_one();
    job->run();
    job.reset();
    lock.lock();
  }
}

}  // namespace cairn::http
