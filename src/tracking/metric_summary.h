// A metric's history in a few numbers: best, smallest, mean, how many points, and where it stood at a step.
//
// They come from the columns beside the chunks, without decoding a chunk; rows of MLflow's `metrics` count as well.
// Only a history that is in both is read whole, because a point may then be in both.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "db/connection.h"
#include "tracking/metric_history.h"

namespace cairn::tracking {

// Sums are of values made smaller by this power of two: infinity stands in the database as the greatest double, and of
// two of them PostgreSQL makes an error.
inline constexpr double kSumScale = 0x1p40;

// NaN is counted and takes part in nothing else.
struct MetricSummary {
  std::int64_t count = 0;
  std::int64_t nan_count = 0;
  std::optional<double> min;
  std::optional<double> max;
  std::optional<double> mean;
};

Result<MetricSummary> summarize_metric(db::Connection& connection, const MetricHistory& history, HistoryId id);

// The last point at this step or before it.
Result<std::optional<Point>> point_at_step(db::Connection& connection, HistoryId id, std::int64_t step);

}  // namespace cairn::tracking
