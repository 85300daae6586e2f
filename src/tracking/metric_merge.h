// Sorting what comes in parts that are sorted already, or nearly, and mostly follow one another.
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

#include "tracking/metric_point.h"

namespace cairn::tracking {

// Each part ends where the next begins: `ends` holds their ends, ascending, the last of them points.size(); no part is
// empty. Parts that are in order cost one look at each point, and each pair of parts that overlap a merge of just the
// overlap; a plain sort of a million points of which fifty came late takes a hundred milliseconds.
template <class Order>
void merge_parts(std::vector<Point>& points, std::vector<std::size_t> ends) {
  const auto at = [&](std::size_t index) { return points.begin() + static_cast<std::ptrdiff_t>(index); };
  std::size_t begin = 0;
  for (const std::size_t end : ends) {
    if (!std::is_sorted(at(begin), at(end), Order())) std::sort(at(begin), at(end), Order());
    begin = end;
  }
  // Neighbours are merged until one part is left.
  while (ends.size() > 1) {
    std::vector<std::size_t> fewer;
    begin = 0;
    for (std::size_t i = 0; i + 1 < ends.size(); i += 2) {
      const auto middle = at(ends[i]);
      const auto from = std::upper_bound(at(begin), middle, *middle, Order());
      const auto to = std::lower_bound(middle, at(ends[i + 1]), *std::prev(middle), Order());
      std::inplace_merge(from, middle, to, Order());
      begin = ends[i + 1];
      fewer.push_back(begin);
    }
    if (ends.size() % 2 == 1) fewer.push_back(ends.back());
    ends = std::move(fewer);
  }
}

}  // namespace cairn::tracking
