#include "tracking/metric_selection.h"

#include <algorithm>

namespace cairn::tracking {
namespace {

// Answers how many points lie in the sources whose place, first or last, is before a given one.
class CountBefore {
 public:
  CountBefore(std::span<const Extent> extents, Extent::Place Extent::* place) {
    steps_.reserve(extents.size());
    for (const Extent& extent : extents) steps_.push_back({extent.*place, extent.count});
    std::sort(steps_.begin(), steps_.end());
    std::int64_t total = 0;
    for (auto& [at, count] : steps_) count = total += count;
  }

  [[nodiscard]] std::int64_t before(Extent::Place place) const {
    return total_at(std::lower_bound(steps_.begin(), steps_.end(), place,
                                     [](const Step& s, Extent::Place p) { return s.place < p; }));
  }
  [[nodiscard]] std::int64_t before_or_at(Extent::Place place) const {
    return total_at(std::upper_bound(steps_.begin(), steps_.end(), place,
                                     [](Extent::Place p, const Step& s) { return p < s.place; }));
  }

 private:
  struct Step {
    Extent::Place place;
    std::int64_t total;
    friend auto operator<=>(const Step&, const Step&) = default;
  };
  [[nodiscard]] std::int64_t total_at(std::vector<Step>::const_iterator behind) const {
    return behind == steps_.begin() ? 0 : std::prev(behind)->total;
  }

  std::vector<Step> steps_;
};

// A source that is not read: how far it moves the ranks from its end on.
struct Passed {
  std::int64_t end;
  std::int64_t count;
};

// Whether a wanted range has a rank in `bounds`.
bool wants(std::span<const RankRange> wanted, RankRange bounds) {
  const auto found = std::upper_bound(wanted.begin(), wanted.end(), bounds.begin,
                                      [](std::int64_t rank, const RankRange& range) { return rank < range.end; });
  return found != wanted.end() && found->begin < bounds.end;
}

}  // namespace

Selection select_sources(std::span<const Extent> extents, std::span<const RankRange> wanted) {
  const CountBefore ends(extents, &Extent::last);
  const CountBefore starts(extents, &Extent::first);

  Selection selection;
  std::vector<Passed> passed;
  for (std::size_t i = 0; i < extents.size(); ++i) {
    const RankRange bounds = {ends.before(extents[i].first), starts.before_or_at(extents[i].last)};
    if (wants(wanted, bounds))
      selection.sources.push_back(i);
    else
      passed.push_back({bounds.end, extents[i].count});
  }
  std::sort(passed.begin(), passed.end(), [](const auto& a, const auto& b) { return a.end < b.end; });

  std::int64_t gone = 0;
  auto next = passed.begin();
  for (const RankRange& range : wanted) {
    for (; next != passed.end() && next->end <= range.begin; ++next) gone += next->count;
    selection.ranks.push_back({range.begin - gone, range.end - gone});
  }
  return selection;
}

}  // namespace cairn::tracking
