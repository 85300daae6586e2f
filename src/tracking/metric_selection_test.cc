#include "tracking/metric_selection.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>

namespace cairn::tracking {
namespace {

using Place = Extent::Place;
using Places = std::vector<Place>;

Extent extent_of(const Places& source) {
  const auto [first, last] = std::minmax_element(source.begin(), source.end());
  return {*first, *last, static_cast<std::int64_t>(source.size())};
}

Places merged(std::span<const Places> sources) {
  Places all;
  for (const Places& source : sources) all.insert(all.end(), source.begin(), source.end());
  std::sort(all.begin(), all.end());
  return all;
}

Places at_ranks(const Places& merged, std::span<const RankRange> ranks) {
  Places found;
  for (const auto& [begin, end] : ranks) found.insert(found.end(), merged.begin() + begin, merged.begin() + end);
  return found;
}

std::vector<Extent> consecutive(std::int64_t sources, std::int64_t points_each) {
  std::vector<Extent> extents;
  for (std::int64_t i = 0; i < sources; ++i) {
    extents.push_back({{i * points_each, 0}, {(i + 1) * points_each - 1, 0}, points_each});
  }
  return extents;
}

class Generator {
 public:
  explicit Generator(std::uint64_t seed) : random_(seed) {}
  std::int64_t below(std::int64_t n) { return static_cast<std::int64_t>(random_() % static_cast<std::uint64_t>(n)); }

  // Sources that start anywhere and overlap a little, or all of them, depending on `spread`.
  std::vector<Places> sources(std::int64_t spread) {
    std::vector<Places> sources(static_cast<std::size_t>(below(12) + 1));
    for (Places& source : sources) {
      const std::int64_t start = below(spread);
      source.resize(static_cast<std::size_t>(below(30) + 1));
      for (Place& place : source) place = {start + below(10), below(3)};
    }
    return sources;
  }
  std::vector<RankRange> ranges_below(std::int64_t count) {
    std::vector<RankRange> ranges;
    for (std::int64_t at = below(20); at < count;) {
      const std::int64_t end = std::min(count, at + 1 + below(8));
      ranges.push_back({at, end});
      at = end + below(40);
    }
    return ranges;
  }

 private:
  std::mt19937_64 random_;
};

TEST(MetricSelection, FindsInTheChosenSourcesWhatIsAtTheRanksOfAll) {
  for (std::uint64_t seed = 0; seed < 3000; ++seed) {
    Generator generate(seed);
    const auto sources = generate.sources(seed % 2 == 0 ? 20 : 200);
    std::vector<Extent> extents;
    for (const Places& source : sources) extents.push_back(extent_of(source));
    const Places all = merged(sources);
    const auto wanted = generate.ranges_below(static_cast<std::int64_t>(all.size()));

    const Selection selection = select_sources(extents, wanted);

    std::vector<Places> chosen;
    for (const std::size_t i : selection.sources) chosen.push_back(sources[i]);
    ASSERT_EQ(at_ranks(merged(chosen), selection.ranks), at_ranks(all, wanted)) << "seed " << seed;
  }
}

TEST(MetricSelection, ReadsOneSourceForOneRankWhereNoneOverlap) {
  const auto extents = consecutive(1000, 100);
  for (const std::int64_t rank : {0, 99, 100, 54'321, 99'999}) {
    const RankRange wanted = {rank, rank + 1};
    const Selection selection = select_sources(extents, {&wanted, 1});
    ASSERT_EQ(selection.sources, std::vector{static_cast<std::size_t>(rank / 100)});
    EXPECT_EQ(selection.ranks, (std::vector{RankRange{rank % 100, rank % 100 + 1}}));
  }
}

TEST(MetricSelection, ReadsOnlyNeighboursWhereTheyTouch) {
  auto extents = consecutive(1000, 100);
  for (Extent& extent : extents) extent.last.first += 1;  // each ends where the next one starts
  const RankRange wanted = {50'050, 50'051};
  EXPECT_LE(select_sources(extents, {&wanted, 1}).sources.size(), 3U);
}

}  // namespace
}  // namespace cairn::tracking
