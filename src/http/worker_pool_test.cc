#include "http/worker_pool.h"

#include <atomic>
#include <functional>
#include <gtest/gtest.h>
#include <latch>
#include <set>

namespace cairn::http {
namespace {

class Call final : public WorkerPool::Job {
 public:
  explicit Call(std::function<void()> what) : what_(std::move(what)) {}
  void run() noexcept override { what_(); }

 private:
  std::function<void()> what_;
};

void submit(WorkerPool& pool, std::function<void()> what) { pool.submit(std::make_shared<Call>(std::move(what))); }

TEST(WorkerPool, RunsAllThatWasSubmittedBeforeItStops) {
  constexpr int kJobs = 10'000;
  std::atomic<int> ran = 0;
  WorkerPool pool(4);
  for (int i = 0; i < kJobs; ++i) submit(pool, [&] { ++ran; });
  pool.stop();
  EXPECT_EQ(ran, kJobs);
}

// Jobs that block must not keep others waiting while there are threads to be had: each of these waits for all.
TEST(WorkerPool, GrowsUntilAllBlockedJobsRunTogether) {
  constexpr int kThreads = 32;
  std::latch together(kThreads);
  WorkerPool pool(kThreads);
  for (int i = 0; i < kThreads; ++i) submit(pool, [&] { together.arrive_and_wait(); });
  together.wait();
}

TEST(WorkerPool, WakesSleepersForJobsThatBlock) {
  constexpr int kThreads = 8;
  WorkerPool pool(kThreads);
  for (int round = 0; round < 200; ++round) {
    std::latch together(kThreads);
    std::latch finished(kThreads);
    for (int i = 0; i < kThreads; ++i) {
      submit(pool, [&] {
        together.arrive_and_wait();
        finished.count_down();
      });
    }
    finished.wait();
  }
}

TEST(WorkerPool, NeverHasMoreThreadsThanAllowed) {
  std::mutex mutex;
  std::set<std::thread::id> threads;
  std::latch finished(100);
  WorkerPool pool(3);
  for (int i = 0; i < 100; ++i) {
    submit(pool, [&] {
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
      const std::lock_guard lock(mutex);
      threads.insert(std::this_thread::get_id());
      finished.count_down();
    });
  }
  finished.wait();
  EXPECT_EQ(threads.size(), 3u);
}

TEST(WorkerPool, TakesJobsFromItsJobs) {
  std::latch finished(1);
  WorkerPool pool(1);
  submit(pool, [&] { submit(pool, [&] { finished.count_down(); }); });
  finished.wait();
}

}  // namespace
}  // namespace cairn::http
