// `cairn db stats`: how large the tables are, and what a metric point costs.
#pragma once

#include <string>
#include <vector>

#include "core/result.h"
#include "db/database.h"

namespace cairn::maintenance {

struct TableSize {
  std::string name;
  std::int64_t rows = 0;
  std::int64_t bytes = 0;  // with its indexes
};

struct PointSizes {
  std::int64_t points = 0;
  std::int64_t bytes = 0;
};

struct DatabaseStats {
  std::int64_t bytes = 0;         // of all tables
  std::vector<TableSize> tables;  // those that hold something, the largest first
  PointSizes rows;                // metric points as MLflow keeps them
  PointSizes chunks;              // and as cairn does
};

Result<DatabaseStats> measure(db::Database& database);
// Whether it holds any run at all.
Result<bool> has_runs(db::Database& database);

std::string to_json(const DatabaseStats& stats);

}  // namespace cairn::maintenance
