#include "tracking/metric_rows.h"

#include <algorithm>

namespace cairn::tracking {
namespace {

// Steps are bounded in every statement over a history, even by all that there are: SQLite then walks the index on
// (run_uuid, key, step). Without it, it walks the primary key, and with it the rows of this key in every other run.
constexpr std::string_view kSelectRows =
    "SELECT step, timestamp, value, is_nan FROM metrics WHERE run_uuid = ?1 AND \"key\" = ?2 "
    "AND step BETWEEN ?3 AND ?4";
constexpr std::string_view kSelectPage =
    "SELECT step, timestamp, value, is_nan FROM metrics WHERE run_uuid = ?1 AND \"key\" = ?2 "
    "AND step BETWEEN ?3 AND ?4 ORDER BY timestamp, step, value, is_nan LIMIT ?5 OFFSET ?6";
constexpr std::string_view kSelectAnyRow =
    "SELECT 1 FROM metrics WHERE run_uuid = ?1 AND \"key\" = ?2 AND step BETWEEN ?3 AND ?4 LIMIT 1";
constexpr std::string_view kSelectRow =
    "SELECT 1 FROM metrics WHERE \"key\" = ?1 AND timestamp = ?2 AND step = ?3 AND run_uuid = ?4 AND value = ?5 "
    "AND is_nan = ?6";
constexpr db::RowStatement kInsertRows = {
    "/*each row*/ INSERT INTO metrics (\"key\", value, timestamp, run_uuid, step, is_nan) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING",
    "tditif"};
constexpr std::string_view kSelectFirstRows =
    "SELECT step, timestamp, value, is_nan FROM metrics WHERE run_uuid = ?1 AND \"key\" = ?2 "
    "AND step BETWEEN ?3 AND ?4 ORDER BY step, timestamp, value, is_nan LIMIT ?5";
constexpr std::string_view kDeleteFirstRows =
    "DELETE FROM metrics WHERE run_uuid = ?1 AND \"key\" = ?2 "
    "AND (step, timestamp, value, is_nan) <= (?3, ?4, ?5, ?6)";

constexpr std::string_view kSelectLatest =
    "SELECT step, timestamp, value, is_nan FROM latest_metrics WHERE \"key\" = ?1 AND run_uuid = ?2";
// The comparison stands here too, though appending has made it: another process may have been quicker.
constexpr db::RowStatement kRaiseLatest = {
    "/*each row*/ INSERT INTO latest_metrics (\"key\", value, timestamp, step, is_nan, run_uuid) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6) "
    "ON CONFLICT (\"key\", run_uuid) DO UPDATE SET value = excluded.value, timestamp = excluded.timestamp, "
    "step = excluded.step, is_nan = excluded.is_nan WHERE (excluded.step, excluded.timestamp, excluded.value) > "
    "(latest_metrics.step, latest_metrics.timestamp, latest_metrics.value)",
    "tdiift"};

Point read_point(const db::Rows& rows) { return {rows.int64(0), rows.int64(1), rows.real(2), rows.boolean(3)}; }

Result<std::vector<Point>> read_points(db::Rows rows) {
  std::vector<Point> points;
  while (TRY(rows.next())) points.push_back(read_point(rows));
  return points;
}

}  // namespace

Result<std::vector<Point>> read_rows(db::Connection& connection, HistoryId id, StepRange steps) {
  return read_points(TRY(connection.query(kSelectRows, id.run_id, id.key, steps.first, steps.last)));
}

Result<std::vector<Point>> read_page_of_rows(db::Connection& connection, HistoryId id, std::int64_t offset,
                                             std::int64_t limit) {
  constexpr StepRange kAll;
  return read_points(TRY(connection.query(kSelectPage, id.run_id, id.key, kAll.first, kAll.last, limit, offset)));
}

// Where cairn keeps chunks there are mostly no rows at all, which one statement tells.
Result<std::vector<Point>> held_by_rows(db::Connection& connection, HistoryId id, std::span<const Point> candidates) {
  std::vector<Point> held;
  if (candidates.empty()) return held;
  const auto [least, greatest] = std::ranges::minmax(candidates, {}, &Point::step);
  {
    auto rows = TRY(connection.query(kSelectAnyRow, id.run_id, id.key, least.step, greatest.step));
    if (!TRY(rows.next())) return held;
  }
  for (const Point& point : candidates) {
    auto rows =
        TRY(connection.query(kSelectRow, id.key, point.timestamp, point.step, id.run_id, point.value, point.is_nan));
    if (TRY(rows.next())) held.push_back(point);
  }
  return held;
}

Status insert_rows(db::Connection& connection, HistoryId id, std::span<const Point> points) {
  std::vector<db::Param> rows;
  for (const Point& point : points) {
    rows.insert(rows.end(), {id.key, point.value, point.timestamp, id.run_id, point.step, point.is_nan});
  }
  return connection.submit_rows(kInsertRows, rows);
}

Result<std::vector<Point>> take_rows(db::Connection& connection, HistoryId id, std::int64_t limit) {
  constexpr StepRange kAll;
  auto rows = TRY(connection.query(kSelectFirstRows, id.run_id, id.key, kAll.first, kAll.last, limit));
  auto points = TRY(read_points(std::move(rows)));
  if (points.empty()) return points;
  const Point& last = points.back();
  const auto deleted =
      TRY(connection.execute(kDeleteFirstRows, id.run_id, id.key, last.step, last.timestamp, last.value, last.is_nan));
  if (static_cast<std::size_t>(deleted) != points.size()) return changed_meanwhile(id);
  return points;
}

Result<std::optional<Point>> read_latest(db::Connection& connection, HistoryId id) {
  auto rows = TRY(connection.query(kSelectLatest, id.key, id.run_id));
  if (!TRY(rows.next())) return std::optional<Point>();
  return std::optional(read_point(rows));
}

Status raise_latest(db::Connection& connection, std::span<const HistoryPoint> points) {
  std::vector<db::Param> rows;
  for (const auto& [id, point] : points) {
    rows.insert(rows.end(), {id.key, point.value, point.timestamp, point.step, point.is_nan, id.run_id});
  }
  return connection.submit_rows(kRaiseLatest, rows);
}

}  // namespace cairn::tracking
