// Appending. The common batch, of points later than all before, costs four statements a key: look at the latest point,
// fetch the tail, put it back, set the latest point.
#include <algorithm>
#include <map>

#include "tracking/metric_duplicates.h"
#include "tracking/metric_history.h"

namespace cairn::tracking {
namespace {

// Sorted by key: two processes that write the same metrics then lock their rows in the same order.
std::map<std::string_view, std::vector<Point>> by_key(std::span<const LoggedMetric> metrics) {
  std::map<std::string_view, std::vector<Point>> groups;
  for (const auto& [key, point] : metrics) groups[key].push_back(point);
  return groups;
}

// Nothing equal can be in the history of which `latest` is the latest point.
bool is_new_place(const Point& point, const Point& latest) {
  return std::pair(point.step, point.timestamp) > std::pair(latest.step, latest.timestamp);
}

std::pair<std::int64_t, std::int64_t> least_place(std::span<const Point> points) {
  auto least = std::pair(points.front().step, points.front().timestamp);
  for (const Point& point : points) {
    least = {std::min(least.first, point.step), std::min(least.second, point.timestamp)};
  }
  return least;
}

const Point& latest_of(std::span<const Point> points) {
  const Point* latest = &points.front();
  for (const Point& point : points) {
    if (is_later(point, *latest)) latest = &point;
  }
  return *latest;
}

}  // namespace

Status MetricHistory::append(db::Connection& connection, std::string_view run_id,
                             std::span<const LoggedMetric> metrics) const {
  for (auto& [key, points] : by_key(metrics)) {
    TRY(append_to(connection, {run_id, key}, std::move(points)));
  }
  return {};
}

Status MetricHistory::append_to(db::Connection& connection, HistoryId id, std::vector<Point> points) const {
  drop_repeats(points);
  const auto latest = TRY(read_latest(connection, id));
  if (latest) {
    std::vector<Point> suspects;
    std::copy_if(points.begin(), points.end(), std::back_inserter(suspects),
                 [&](const Point& point) { return !is_new_place(point, *latest); });
    if (!suspects.empty()) drop_known(points, TRY(find_known(connection, id, std::move(suspects))));
    if (points.empty()) return {};
  }
  TRY(mode_ == kRows ? insert_rows(connection, id, points) : append_to_chunks(connection, id, points));
  const Point& newest = latest_of(points);
  if (latest && !is_later(newest, *latest)) return {};
  return raise_latest(connection, id, newest);
}

Result<std::vector<Point>> MetricHistory::find_known(db::Connection& connection, HistoryId id,
                                                     std::vector<Point> suspects) const {
  const auto [step, timestamp] = least_place(suspects);
  const auto headers = TRY(chunk_headers_from(connection, id, step, timestamp));
  auto known = TRY(held_by_chunks(connection, id, headers, suspects));
  if (mode_ == kRows) return known;  // inserting passes over the rows that are there
  for (const Point& point : suspects) {
    if (TRY(holds_row(connection, id, point))) known.push_back(point);
  }
  std::sort(known.begin(), known.end(), ByTime());
  return known;
}

}  // namespace cairn::tracking
