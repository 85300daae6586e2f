// Runs many small pieces of work that mostly wait, on a few threads.
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <vector>

#include "core/result.h"

namespace cairn::data {

// Calls work(0) to work(count - 1), each once, on up to `jobs` threads (this one among them), in about that order.
void run_parallel(std::size_t count, unsigned jobs, const std::function<void(std::size_t)>& work);

// The same for work that can fail as a whole: nothing more is begun after the first error, which is returned.
Status try_parallel(std::size_t count, unsigned jobs, const std::function<Status(std::size_t)>& work);

// How many threads so many files are worth: each of them costs some microseconds, a thread some fifty.
[[nodiscard]] unsigned threads_for(std::size_t files);

}  // namespace cairn::data
