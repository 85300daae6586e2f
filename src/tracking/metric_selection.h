// Which parts of a history must be read to get at given ranks of its merged order. Pure functions.
//
// A history lies in sources: chunks, of which only count and range are known, and points in memory. The range of each
// bounds where its points may fall in the whole order: none before all points of the sources that end before it starts,
// none after all points of the sources that start before it ends. A source whose bounds hold no wanted rank is never
// read, and its count tells by how much the ranks behind it move. That is exact for sources that overlap in any way,
// and reads next to nothing beyond the wanted points when they do not.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace cairn::tracking {

// What is known of a source unread. A place is (timestamp, step) or (step, timestamp), whichever order is asked for.
struct Extent {
  using Place = std::pair<std::int64_t, std::int64_t>;
  Place first;  // no point comes before it
  Place last;   // no point comes after it
  std::int64_t count = 0;
};

// The ranks from begin to before end.
struct RankRange {
  std::int64_t begin = 0;
  std::int64_t end = 0;
  friend bool operator==(const RankRange&, const RankRange&) = default;
};

struct Selection {
  std::vector<std::size_t> sources;  // indexes into the extents, ascending
  std::vector<RankRange> ranks;      // where the wanted points are in the order of the selected sources alone
};

// The wanted ranges ascend and do not overlap.
[[nodiscard]] Selection select_sources(std::span<const Extent> extents, std::span<const RankRange> wanted);

}  // namespace cairn::tracking
