// `cairn db check`: is the database whole, and does it say the same everywhere?
//
// Only reads; what is written meanwhile does not disturb it.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/result.h"
#include "db/database.h"

namespace cairn::maintenance {

struct CheckReport {
  std::int64_t runs = 0;
  std::int64_t histories = 0;
  std::int64_t points = 0;
  std::vector<std::string> problems;  // none: all is well
};

using CheckProgress = std::function<void(std::string_view what, std::uint64_t done, std::uint64_t total)>;

// The engine's own checks; rules between tables that no constraint states; and of every history that its chunks can be
// read and that its latest point is the one in latest_metrics.
Result<CheckReport> check_database(db::Database& database, const CheckProgress& progress);

}  // namespace cairn::maintenance
