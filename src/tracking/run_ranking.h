// Runs in the order of what a metric's whole history says: its greatest, least or mean value, or the one at a step.
//
// No index lists them so. Each page sorts all runs that the filter accepts, by what metric_totals.h has of their
// histories. The value at a step is the last one where the history ends there or before; elsewhere a chunk is read.
// MLflow has no such order.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/result.h"
#include "db/connection.h"
#include "search/order_by.h"
#include "search/page_token.h"
#include "tracking/metric_summary.h"

namespace cairn::tracking {

struct RankedRun {
  // In their order: runs with a number, those that have only NaN, those without the metric.
  enum class Kind : std::uint8_t { kNumber, kNan, kMissing };

  std::string id;
  std::int64_t start = 0;
  Kind kind = Kind::kMissing;
  double value = 0;
};

// The value by which a run with this metric is ranked; its id and start are left alone.
Status rank_run(db::Connection& connection, const search::OrderBy& by, RankedRun& run);
void rank_by_summary(const MetricSummary& summary, const search::OrderBy& by, RankedRun& run);
void rank_by_point(const Point& point, RankedRun& run);

// As every order of runs: what is equal goes by the newest start, then by id.
void sort_ranking(std::vector<RankedRun>& runs, bool ascending);
// How many of the sorted runs do not come after the place.
std::size_t count_through(const std::vector<RankedRun>& runs, const RankedRun& place, bool ascending);

search::Place place_of(const RankedRun& run);
// Nothing if the place belongs to another order.
std::optional<RankedRun> read_place(const search::Place& place);

}  // namespace cairn::tracking
