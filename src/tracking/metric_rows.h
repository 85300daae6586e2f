// MLflow's own tables of metrics: `metrics`, a row for each point, and `latest_metrics`, a row for each history.
//
// All functions use the caller's connection and transaction.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "db/connection.h"
#include "tracking/metric_chunk_table.h"

namespace cairn::tracking {

// Both ends are included.
struct StepRange {
  std::int64_t first = std::numeric_limits<std::int64_t>::min();
  std::int64_t last = std::numeric_limits<std::int64_t>::max();
};

// The rows of a history in these steps, in no order.
Result<std::vector<Point>> read_rows(db::Connection& connection, HistoryId id, StepRange steps);
// A part of a history's rows, in the order of ByTime.
Result<std::vector<Point>> read_page_of_rows(db::Connection& connection, HistoryId id, std::int64_t offset,
                                             std::int64_t limit);
// Those of the points that stand in rows.
Result<std::vector<Point>> held_by_rows(db::Connection& connection, HistoryId id, std::span<const Point> candidates);
// A point that is there already is passed over.
Status insert_rows(db::Connection& connection, HistoryId id, std::span<const Point> points);

// Takes up to `limit` rows out of the table, the first in the order of ByStep.
Result<std::vector<Point>> take_rows(db::Connection& connection, HistoryId id, std::int64_t limit);

Result<std::optional<Point>> read_latest(db::Connection& connection, HistoryId id);
// Makes these the latest points of their histories, unless the one there is later, or ties. One point a history.
struct HistoryPoint {
  HistoryId id;
  Point point;
};
Status raise_latest(db::Connection& connection, std::span<const HistoryPoint> points);

}  // namespace cairn::tracking
