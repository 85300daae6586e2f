#include "data/files/parallel.h"

#include <algorithm>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>

namespace cairn::data {

void run_parallel(std::size_t count, unsigned jobs, const std::function<void(std::size_t)>& work) {
  std::atomic<std::size_t> next = 0;
  const auto run = [&] {
    for (std::size_t i = next++; i < count; i = next++) work(i);
  };
  std::vector<std::jthread> helpers;
  try {
    for (std::size_t i = 1; i < std::min<std::size_t>(jobs, count); ++i) helpers.emplace_back(run);
  } catch (const std::system_error&) {
    // Fewer threads do the same work.
  }
  run();
}

unsigned threads_for(std::size_t files) {
  constexpr std::size_t kWorthAThread = 256;
  constexpr std::size_t kMost = 8;  // the kernel's locks allow for no more
  static const std::size_t processors = std::max(1U, std::thread::hardware_concurrency());
  return static_cast<unsigned>(std::min({1 + files / kWorthAThread, processors, kMost}));
}

Status try_parallel(std::size_t count, unsigned jobs, const std::function<Status(std::size_t)>& work) {
  std::mutex mutex;
  std::optional<Error> first;
  std::atomic<bool> failed = false;
  run_parallel(count, jobs, [&](std::size_t i) {
    if (failed) return;
    Status done = work(i);
    if (done.ok()) return;
    const std::scoped_lock lock(mutex);
    if (!first) first = std::move(done).error();
    failed = true;
  });
  if (first) return *first;
  return {};
}

}  // namespace cairn::data
