#include "tracking/metric_summary.h"

#include <algorithm>

namespace cairn::tracking {
namespace {

constexpr std::string_view kSummarizeChunks =
    "SELECT CAST(sum(count) AS BIGINT), CAST(sum(nan_count) AS BIGINT), min(min_value), max(max_value), "
    "sum(sum_value / ?3) FROM cairn_metric_chunks WHERE run_uuid = ?1 AND \"key\" = ?2";
// With the steps bounded, SQLite walks the index on (run_uuid, key, step): see metric_rows.cc.
constexpr std::string_view kSummarizeRows =
    "SELECT count(*), sum(CASE WHEN is_nan THEN 1 ELSE 0 END), min(CASE WHEN is_nan THEN NULL ELSE value END), "
    "max(CASE WHEN is_nan THEN NULL ELSE value END), sum(CASE WHEN is_nan THEN NULL ELSE value / ?5 END) "
    "FROM metrics WHERE run_uuid = ?1 AND \"key\" = ?2 AND step BETWEEN ?3 AND ?4";
constexpr std::string_view kLastRow =
    "SELECT step, timestamp, value, is_nan FROM metrics WHERE run_uuid = ?1 AND \"key\" = ?2 "
    "AND step BETWEEN ?3 AND ?4 ORDER BY step DESC, timestamp DESC, value DESC LIMIT 1";

std::optional<double> maybe_real(const db::Rows& rows, int column) {
  if (rows.is_null(column)) return std::nullopt;
  return rows.real(column);
}

Result<MetricSummary> read_summary(db::Rows rows) {
  MetricSummary summary;
  if (!TRY(rows.next()) || rows.is_null(0)) return summary;
  summary.count = rows.int64(0);
  summary.nan_count = rows.int64(1);
  summary.min = maybe_real(rows, 2);
  summary.max = maybe_real(rows, 3);
  const std::int64_t numbers = summary.count - summary.nan_count;
  if (numbers > 0 && !rows.is_null(4)) summary.mean = rows.real(4) / static_cast<double>(numbers) * kSumScale;
  return summary;
}

MetricSummary summarize_points(std::span<const Point> points) {
  MetricSummary summary;
  double sum = 0;
  for (const Point& point : points) {
    ++summary.count;
    if (point.is_nan) {
      ++summary.nan_count;
      continue;
    }
    summary.min = std::min(summary.min.value_or(point.value), point.value);
    summary.max = std::max(summary.max.value_or(point.value), point.value);
    sum += point.value;
  }
  const std::int64_t numbers = summary.count - summary.nan_count;
  if (numbers > 0) summary.mean = sum / static_cast<double>(numbers);
  return summary;
}

// The later of two points, as latest_metrics would have it.
void raise(std::optional<Point>& latest, const Point& point) {
  if (!latest || is_later(point, *latest)) latest = point;
}

}  // namespace

Result<MetricSummary> summarize_metric(db::Connection& connection, const MetricHistory& history, HistoryId id) {
  constexpr StepRange kAll;
  const auto chunks = TRY(read_summary(TRY(connection.query(kSummarizeChunks, id.run_id, id.key, kSumScale))));
  const auto rows =
      TRY(read_summary(TRY(connection.query(kSummarizeRows, id.run_id, id.key, kAll.first, kAll.last, kSumScale))));
  if (rows.count == 0) return chunks;
  if (chunks.count == 0) return rows;
  return summarize_points(TRY(history.read(connection, id)).points);
}

Result<std::optional<Point>> point_at_step(db::Connection& connection, HistoryId id, std::int64_t step) {
  std::optional<Point> latest;
  {
    auto rows = TRY(connection.query(kLastRow, id.run_id, id.key, StepRange{}.first, step));
    if (TRY(rows.next())) latest = Point{rows.int64(0), rows.int64(1), rows.real(2), rows.boolean(3)};
  }
  auto headers = TRY(chunk_headers(connection, id));
  std::erase_if(headers, [&](const ChunkHeader& header) { return header.range.min_step > step; });
  // Those that may reach furthest first: mostly one chunk is read.
  const auto reach = [&](const ChunkHeader& header) { return std::min(header.range.max_step, step); };
  std::sort(headers.begin(), headers.end(),
            [&](const ChunkHeader& a, const ChunkHeader& b) { return reach(a) > reach(b); });
  for (const ChunkHeader& header : headers) {
    if (latest && reach(header) < latest->step) break;
    std::vector<Point> points;
    TRY(read_chunks(connection, id, header.seq, header.seq, points));
    for (const Point& point : points) {
      if (point.step <= step) raise(latest, point);
    }
  }
  return latest;
}

}  // namespace cairn::tracking
