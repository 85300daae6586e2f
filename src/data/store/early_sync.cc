#include "data/store/early_sync.h"

#include <chrono>
#include <system_error>
#include <unistd.h>

#include "data/files/fd.h"

namespace cairn::data {
namespace {

constexpr std::size_t kPerFile = 4'096;  // what a file costs beside its bytes
constexpr std::size_t kMuch = std::size_t{16} << 20;
constexpr auto kPause = std::chrono::milliseconds(50);

}  // namespace

void EarlySync::wrote(std::size_t bytes) {
  const std::size_t cost = bytes + kPerFile, before = waiting_.fetch_add(cost);
  if (before < kMuch && before + cost >= kMuch && !started_.exchange(true)) start();
}

void EarlySync::start() {
  const std::scoped_lock lock(mutex_);
  if (stopping_) return;
  try {
    thread_ = std::jthread([this] { run(); });
  } catch (const std::system_error&) {
    // Then the sync at the end does it all.
  }
}

void EarlySync::stop() {
  {
    const std::scoped_lock lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void EarlySync::run() {
  const auto directory = open_file(directory_, O_RDONLY | O_DIRECTORY);
  if (!directory.ok()) return;
  std::unique_lock lock(mutex_);
  while (!stopping_) {
    if (waiting_ >= kMuch) {
      waiting_ = 0;
      lock.unlock();
      ::syncfs(directory->get());
      lock.lock();
    }
    wake_.wait_for(lock, kPause, [this] { return stopping_; });
  }
}

}  // namespace cairn::data
