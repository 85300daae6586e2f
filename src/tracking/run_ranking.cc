#include "tracking/run_ranking.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <tuple>

#include "tracking/metric_summary.h"

namespace cairn::tracking {
namespace {

using Kind = RankedRun::Kind;
using search::Statistic;

bool ranks_before(const RankedRun& a, const RankedRun& b, bool ascending) {
  if (a.kind != b.kind) return a.kind < b.kind;
  if (a.value != b.value) return (a.value < b.value) == ascending;
  return std::tuple(-a.start, std::string_view(a.id)) < std::tuple(-b.start, std::string_view(b.id));
}

std::optional<double> summary_value(const MetricSummary& summary, Statistic statistic) {
  switch (statistic) {
    case Statistic::kGreatest:
      return summary.max;
    case Statistic::kLeast:
      return summary.min;
    default:
      return summary.mean;
  }
}

template <class Number>
bool read_number(const std::optional<std::string>& text, Number& number) {
  if (!text) return false;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
  return error == std::errc() && end == text->data() + text->size();
}

}  // namespace

Status rank_run(db::Connection& connection, const search::OrderBy& by, RankedRun& run) {
  const HistoryId id{run.id, by.key};
  if (by.statistic == Statistic::kAtStep) {
    if (const auto point = TRY(point_at_step(connection, id, by.step))) rank_by_point(*point, run);
  } else {
    rank_by_summary(TRY(summarize_metric(connection, MetricHistory(), id)), by, run);
  }
  return {};
}

void rank_by_summary(const MetricSummary& summary, const search::OrderBy& by, RankedRun& run) {
  if (summary.count == 0) return;
  const std::optional<double> number = summary_value(summary, by.statistic);
  run.kind = number ? Kind::kNumber : Kind::kNan;
  run.value = number.value_or(0);
}

void rank_by_point(const Point& point, RankedRun& run) {
  run.kind = point.is_nan ? Kind::kNan : Kind::kNumber;
  run.value = point.is_nan ? 0 : point.value;
}

void sort_ranking(std::vector<RankedRun>& runs, bool ascending) {
  std::sort(runs.begin(), runs.end(),
            [=](const RankedRun& a, const RankedRun& b) { return ranks_before(a, b, ascending); });
}

std::size_t count_through(const std::vector<RankedRun>& runs, const RankedRun& place, bool ascending) {
  const auto after = std::upper_bound(runs.begin(), runs.end(), place, [=](const RankedRun& a, const RankedRun& b) {
    return ranks_before(a, b, ascending);
  });
  return static_cast<std::size_t>(after - runs.begin());
}

search::Place place_of(const RankedRun& run) {
  return {fmt::format("{}", static_cast<int>(run.kind)), fmt::format("{}", run.value), fmt::format("{}", run.start),
          run.id};
}

std::optional<RankedRun> read_place(const search::Place& place) {
  RankedRun run;
  int kind = 0;
  if (place.size() != 4 || !place[3] || !read_number(place[0], kind) || !read_number(place[1], run.value) ||
      !read_number(place[2], run.start) || kind < 0 || kind > static_cast<int>(Kind::kMissing)) {
    return std::nullopt;
  }
  run.kind = static_cast<Kind>(kind);
  run.id = *place[3];
  return run;
}

}  // namespace cairn::tracking
