// Lets the disk begin while objects are still being made: what is left for the sync at the end is then little.
//
// It syncs the file system in a thread of its own whenever much has been written since the last time. Nothing relies on
// it: the sync that makes objects durable is the one at the end.
#pragma once

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace cairn::data {

// wrote() may be called by any thread; the rest by one.
class EarlySync {
 public:
  // `directory` is one of the file system that is to be synced.
  explicit EarlySync(std::string directory) : directory_(std::move(directory)) {}
  ~EarlySync() { stop(); }
  EarlySync(const EarlySync&) = delete;
  EarlySync& operator=(const EarlySync&) = delete;

  void wrote(std::size_t bytes);
  void stop();

 private:
  void run();
  void start();

  const std::string directory_;
  std::atomic<std::size_t> waiting_ = 0;  // since the last sync, with something added for each file
  std::atomic<bool> started_ = false;
  std::mutex mutex_;
  std::condition_variable wake_;
  bool stopping_ = false;  // guarded by mutex_
  std::jthread thread_;    // set by whoever turns started_
};

}  // namespace cairn::data
