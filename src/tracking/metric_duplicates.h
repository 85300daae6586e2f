// Points that are equal are one point: finding those that were logged before.
#pragma once

#include <span>
#include <vector>

#include "tracking/metric_chunk_table.h"

namespace cairn::tracking {

// Keeps the first of equal points, and their order.
void drop_repeats(std::vector<Point>& points);

// Those of the candidates that the chunks hold, in the order of ByTime. Reads only chunks whose range holds a
// candidate.
Result<std::vector<Point>> held_by_chunks(db::Connection& connection, HistoryId id,
                                          std::span<const ChunkHeader> headers, std::vector<Point> candidates);

// `known` is in the order of ByTime.
void drop_known(std::vector<Point>& points, std::span<const Point> known);

}  // namespace cairn::tracking
