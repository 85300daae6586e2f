#include "db/write_queue.h"

#include <atomic>
#include <chrono>
#include <gtest/gtest.h>
#include <thread>
#include <vector>

namespace cairn::db {
namespace {

TEST(WriteQueueTest, AClientThatWasAnsweredIsInTheNextGroup) {
  constexpr int kClients = 8;
  constexpr int kWritesOfEach = 10;
  // A quarter of it is time enough to come back, on a busy machine too.
  constexpr std::chrono::milliseconds kCommit{200};
  int groups = 0;
  const auto commit = [&](std::span<WriteQueue::Waiter* const>) {
    ++groups;
    std::this_thread::sleep_for(kCommit);
  };
  WriteQueue queue(commit, WriteQueue::Gather::kYes);
  const WriteQueue::Job nothing = [](Connection&) { return Status(); };
  std::atomic<int> done = 0;
  std::vector<std::thread> clients;
  for (int client = 0; client < kClients; ++client) {
    clients.emplace_back([&] {
      for (int write = 0; write < kWritesOfEach; ++write) {
        if (queue.submit(nothing).ok()) ++done;
      }
    });
  }
  for (std::thread& client : clients) client.join();
  EXPECT_EQ(done, kClients * kWritesOfEach);
  // Two groups that take turns would be twice as many.
  EXPECT_LT(groups, kWritesOfEach * 3 / 2);
}

}  // namespace
}  // namespace cairn::db
