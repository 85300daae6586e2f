// How much was moved, of each kind.
#pragma once

#include <cstdint>
#include <iterator>

#include "transfer/record.h"

namespace cairn::transfer {

struct Counts {
  std::int64_t experiments = 0;
  std::int64_t runs = 0;
  std::int64_t params = 0;
  std::int64_t tags = 0;
  std::int64_t points = 0;
  std::int64_t logged_models = 0;
  std::int64_t registered_models = 0;
  std::int64_t versions = 0;
  std::int64_t files = 0;
  std::int64_t bytes = 0;

  void add(const RunRecord& run) {
    ++runs;
    params += std::ssize(run.params);
    tags += std::ssize(run.tags);
    points += static_cast<std::int64_t>(run.point_count());
  }
};

}  // namespace cairn::transfer
