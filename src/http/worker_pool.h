// Threads for handlers, started on demand up to a bound and kept. Any thread may submit.
//
// A wake-up costs more than a small request, so it is spent sparingly: while one thread is waking, further jobs wait
// for it, and it wakes the next if it leaves jobs behind. Who slept last wakes first, its caches being warm.
#pragma once

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace cairn::http {

class WorkerPool {
 public:
  class Job {
   public:
    virtual ~Job() = default;
    virtual void run() noexcept = 0;
  };

  // Starts the first thread: throws std::system_error where the system has none to give.
  explicit WorkerPool(unsigned max_threads);
  ~WorkerPool() { stop(); }

  void submit(std::shared_ptr<Job> job);
  // Runs what was submitted, then ends the threads. Nothing may be submitted after.
  void stop();

 private:
  struct Worker {
    std::thread thread;
    std::condition_variable wakes;
    bool waking = true;  // started or woken, and yet to look for a job
  };

  void work(Worker& self);
  Worker* pick_to_wake();
  void start_worker();

  const unsigned max_threads_;

  // Guarded by mutex_.
  std::mutex mutex_;
  std::deque<std::shared_ptr<Job>> jobs_;
  std::vector<std::unique_ptr<Worker>> workers_;
  std::vector<Worker*> asleep_;
  unsigned waking_ = 0;
  bool stopping_ = false;
};

}  // namespace cairn::http
