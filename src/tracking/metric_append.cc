#include "tracking/metric_append.h"

#include <algorithm>
#include <array>

#include "core/json_text.h"
#include "tracking/metric_chunk_writer.h"
#include "tracking/metric_duplicates.h"

namespace cairn::tracking {
namespace {

// A row for each pair of run and key, in their order: the newest chunk, and the latest point.
const std::string& select_heads() {
  static const std::string sql =
      "SELECT " + tail_columns() +
      ", l.step, l.timestamp, l.value, l.is_nan FROM json_each(?1) AS wanted "
      "LEFT JOIN latest_metrics AS l ON l.run_uuid = wanted.value ->> 0 AND l.\"key\" = wanted.value ->> 1 "
      "LEFT JOIN cairn_metric_chunks AS t ON t.run_uuid = wanted.value ->> 0 AND t.\"key\" = wanted.value ->> 1 "
      "AND t.seq = (SELECT max(c.seq) FROM cairn_metric_chunks AS c WHERE c.run_uuid = wanted.value ->> 0 "
      "AND c.\"key\" = wanted.value ->> 1) ORDER BY wanted.key";
  return sql;
}

std::optional<Point> read_head_point(const db::Rows& head) {
  constexpr int kFirst = kTailColumnCount;
  if (head.is_null(kFirst)) return std::nullopt;
  return Point{head.int64(kFirst), head.int64(kFirst + 1), head.real(kFirst + 2), head.boolean(kFirst + 3)};
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

struct MetricAppend::Writes {
  ChunkWriter chunks;
  std::vector<HistoryPoint> latest;
};

db::Statement MetricAppend::heads() {
  ids_ = "[";
  for (const auto& [run_id, keys] : runs_) {
    for (const auto& [key, points] : keys) {
      if (ids_.size() > 1) ids_ += ',';
      ids_ += json_strings(std::array{run_id, key});
    }
  }
  ids_ += ']';
  return {select_heads(), {std::string_view(ids_)}};
}

Status MetricAppend::apply(db::Connection& connection, db::Rows heads) {
  Writes writes;
  for (auto& [run_id, keys] : runs_) {
    for (auto& [key, points] : keys) {
      if (!TRY(heads.next())) return internal_error("The database left out a metric that it was asked for.");
      TRY(append(connection, {run_id, key}, points, heads, writes));
    }
  }
  TRY(writes.chunks.send(connection));
  return raise_latest(connection, writes.latest);
}

Status MetricAppend::append(db::Connection& connection, HistoryId id, std::vector<Point>& points, const db::Rows& head,
                            Writes& writes) const {
  if (points.empty()) return {};
  drop_repeats(points);
  const auto latest = read_head_point(head);
  if (latest) {
    std::vector<Point> suspects;
    std::copy_if(points.begin(), points.end(), std::back_inserter(suspects),
                 [&](const Point& point) { return !is_new_place(point, *latest); });
    if (!suspects.empty()) drop_known(points, TRY(find_known(connection, id, std::move(suspects))));
    if (points.empty()) return {};
  }
  if (mode_ == MetricHistory::kRows) {
    TRY(insert_rows(connection, id, points));
  } else {
    std::optional<ChunkTail> tail;
    if (!head.is_null(0)) tail = TRY(read_tail(head, id));
    writes.chunks.append(id, std::move(tail), points);
  }
  const Point& newest = latest_of(points);
  if (!latest || is_later(newest, *latest)) writes.latest.push_back({id, newest});
  return {};
}

Result<std::vector<Point>> MetricAppend::find_known(db::Connection& connection, HistoryId id,
                                                    std::vector<Point> suspects) const {
  const auto [step, timestamp] = least_place(suspects);
  const auto headers = TRY(chunk_headers_from(connection, id, step, timestamp));
  auto known = TRY(held_by_chunks(connection, id, headers, suspects));
  if (mode_ == MetricHistory::kRows) return known;  // inserting passes over the rows that are there
  const auto in_rows = TRY(held_by_rows(connection, id, suspects));
  known.insert(known.end(), in_rows.begin(), in_rows.end());
  std::sort(known.begin(), known.end(), ByTime());
  return known;
}

}  // namespace cairn::tracking
