// Runs in the order of what a metric's whole history says: its greatest, least or mean value, or the one at a step.
//
// No index lists them so. Each page looks at the history's summary of every run that the filter accepts, from the
// columns beside the chunks, and sorts those: an order of 100,000 runs takes seconds, where one by last values takes
// milliseconds. MLflow has no such order.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/result.h"
#include "db/connection.h"
#include "search/order_by.h"
#include "search/page_token.h"

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

// As every order of runs: what is equal goes by the newest start, then by id.
void sort_ranking(std::vector<RankedRun>& runs, bool ascending);
// How many of the sorted runs do not come after the place.
std::size_t count_through(const std::vector<RankedRun>& runs, const RankedRun& place, bool ascending);

search::Place place_of(const RankedRun& run);
// Nothing if the place belongs to another order.
std::optional<RankedRun> read_place(const search::Place& place);

}  // namespace cairn::tracking
