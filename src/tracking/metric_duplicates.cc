#include "tracking/metric_duplicates.h"

#include <algorithm>
#include <set>

namespace cairn::tracking {
namespace {

// Bounds the memory.
constexpr std::size_t kChunksAtOnce = 64;

// `candidates` are in the order of ByTime.
bool may_hold_one_of(const ChunkRange& range, std::span<const Point> candidates) {
  auto candidate = std::lower_bound(candidates.begin(), candidates.end(), range.min_timestamp,
                                    [](const Point& point, std::int64_t at) { return point.timestamp < at; });
  for (; candidate != candidates.end() && candidate->timestamp <= range.max_timestamp; ++candidate) {
    if (range.may_hold(*candidate)) return true;
  }
  return false;
}

}  // namespace

void drop_repeats(std::vector<Point>& points) {
  const auto not_ascending = [](const Point& a, const Point& b) { return !ByStep()(a, b); };
  if (std::adjacent_find(points.begin(), points.end(), not_ascending) == points.end()) return;
  std::set<Point, ByStep> seen;
  std::erase_if(points, [&](const Point& point) { return !seen.insert(point).second; });
}

Result<std::vector<Point>> held_by_chunks(db::Connection& connection, HistoryId id,
                                          std::span<const ChunkHeader> headers, std::vector<Point> candidates) {
  std::sort(candidates.begin(), candidates.end(), ByTime());
  std::vector<SeqRange> chunks;
  for (const ChunkHeader& header : headers) {
    if (may_hold_one_of(header.range, candidates)) chunks.push_back({header.seq, header.seq});
  }
  std::vector<Point> held;
  std::vector<Point> points;
  for (std::span<const SeqRange> rest = chunks; !rest.empty();) {
    const auto now = rest.first(std::min(rest.size(), kChunksAtOnce));
    points.clear();
    TRY(read_chunks(connection, id, now, points));
    std::copy_if(points.begin(), points.end(), std::back_inserter(held), [&](const Point& point) {
      return std::binary_search(candidates.begin(), candidates.end(), point, ByTime());
    });
    rest = rest.subspan(now.size());
  }
  std::sort(held.begin(), held.end(), ByTime());
  return held;
}

void drop_known(std::vector<Point>& points, std::span<const Point> known) {
  if (known.empty()) return;
  std::erase_if(points,
                [&](const Point& point) { return std::binary_search(known.begin(), known.end(), point, ByTime()); });
}

}  // namespace cairn::tracking
