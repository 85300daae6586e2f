#include "tracking/metric_chunk_writer.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace cairn::tracking {
namespace {

// Both share their first 15 parameters, which add_row() makes.
constexpr db::RowStatement kInsertChunks = {
    "/*each row*/ INSERT INTO cairn_metric_chunks (run_uuid, \"key\", seq, count, min_step, max_step, min_timestamp, "
    "max_timestamp, reach_step, reach_timestamp, nan_count, min_value, max_value, sum_value, points) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
    "ttiiiiiiiiidddb"};
// The run is locked, so the tail has the count with which it was read. Should it not, the row refuses the NULL: nobody
// waits for this statement to look at how many rows it changed.
constexpr db::RowStatement kUpdateTails = {
    "/*each row*/ UPDATE cairn_metric_chunks SET count = CASE WHEN count = ?16 THEN ?4 END, min_step = ?5, "
    "max_step = ?6, min_timestamp = ?7, max_timestamp = ?8, reach_step = ?9, reach_timestamp = ?10, nan_count = ?11, "
    "min_value = ?12, max_value = ?13, sum_value = ?14, points = ?15 "
    "WHERE run_uuid = ?1 AND \"key\" = ?2 AND seq = ?3",
    "ttiiiiiiiiidddbi"};

// What was kept of the histories' sums is no longer right: metric_totals.h.
constexpr db::RowStatement kForgetTotalsOfEach = {
    "/*each row*/ DELETE FROM cairn_metric_totals WHERE run_uuid = ?1 AND \"key\" = ?2", "tt"};

constexpr int kTailPointsColumn = 8;

double nan_if_none(const db::Rows& rows, int column) {
  return rows.is_null(column) ? std::numeric_limits<double>::quiet_NaN() : rows.real(column);
}

db::Param null_if_nan(double value) { return std::isnan(value) ? db::Param(db::Null{}) : db::Param(value); }

}  // namespace

void ChunkValues::add(const Point& point) {
  if (point.is_nan) {
    ++nan_count;
    return;
  }
  min = std::fmin(min, point.value);
  max = std::fmax(max, point.value);
  sum += point.value;
}

void ChunkDraft::add(const Point& point) {
  header.range.add(point);
  header.reach.add(point);
  values.add(point);
  points.add(point);
}

const std::string& tail_columns() {
  static const std::string columns = fmt::format(
      "t.seq, t.count, t.min_step, t.max_step, t.min_timestamp, t.max_timestamp, t.reach_step, t.reach_timestamp, "
      "CASE WHEN length(t.points) < {} THEN t.points END, t.nan_count, t.min_value, t.max_value, t.sum_value",
      kTailBytes);
  return columns;
}

Result<ChunkTail> read_tail(const db::Rows& row, HistoryId id) {
  ChunkTail tail = {TRY(read_chunk_header(row, id)), std::nullopt};
  if (row.is_null(kTailPointsColumn)) return tail;
  auto points = ChunkBuilder::reopen(row.blob(kTailPointsColumn));
  if (!points.ok()) return damaged_chunk(id, tail.header.seq, points.error().message());
  if (static_cast<std::int64_t>(points->count()) != tail.header.range.count) {
    return damaged_chunk(id, tail.header.seq, "the row and the points disagree");
  }
  const ChunkValues values = {row.int64(9), nan_if_none(row, 10), nan_if_none(row, 11), nan_if_none(row, 12)};
  tail.draft = ChunkDraft{tail.header, values, std::move(*points)};
  return tail;
}

Status append_to_chunks(db::Connection& connection, HistoryId id, std::span<const Point> points) {
  static const std::string kSelectTail = fmt::format(
      "SELECT {} FROM cairn_metric_chunks AS t WHERE t.run_uuid = ?1 AND t.\"key\" = ?2 "
      "ORDER BY t.seq DESC LIMIT 1",
      tail_columns());
  std::optional<ChunkTail> tail;
  {
    auto rows = TRY(connection.query(kSelectTail, id.run_id, id.key));
    if (TRY(rows.next())) tail = TRY(read_tail(rows, id));
  }
  ChunkWriter writer;
  writer.append(id, std::move(tail), points);
  return writer.send(connection);
}

void ChunkWriter::append(HistoryId id, std::optional<ChunkTail> tail, std::span<const Point> points) {
  if (points.empty()) return;
  totals_.insert(totals_.end(), {id.run_id, id.key});
  ChunkHeader next;
  if (tail) next = {.seq = tail->header.seq + 1, .range = {}, .reach = tail->header.reach};
  if (tail && tail->draft) {
    ChunkDraft& draft = *tail->draft;
    while (!points.empty() && draft.points.byte_size() < kTailBytes) {
      draft.add(points.front());
      points = points.subspan(1);
    }
    add_row(id, draft, updates_);
    updates_.emplace_back(tail->header.range.count);
    next.reach = draft.header.reach;
  }
  while (!points.empty()) {
    const auto now = points.first(std::min(points.size(), kMaxChunkPoints));
    ChunkDraft draft = {next, {}, {}};
    for (const Point& point : now) draft.add(point);
    insert(id, draft);
    ++next.seq;
    next.reach = draft.header.reach;
    points = points.subspan(now.size());
  }
}

void ChunkWriter::insert(HistoryId id, const ChunkDraft& chunk) { add_row(id, chunk, inserts_); }

void ChunkWriter::add_row(HistoryId id, const ChunkDraft& chunk, std::vector<db::Param>& rows) {
  const auto& [seq, range, reach] = chunk.header;
  const std::string& bytes = bytes_.emplace_back(chunk.points.finish());
  rows.insert(rows.end(),
              {id.run_id, id.key, seq, range.count, range.min_step, range.max_step, range.min_timestamp,
               range.max_timestamp, reach.step, reach.timestamp, chunk.values.nan_count, null_if_nan(chunk.values.min),
               null_if_nan(chunk.values.max), null_if_nan(chunk.values.sum), std::as_bytes(std::span(bytes))});
}

Status ChunkWriter::send(db::Connection& connection) {
  TRY(connection.submit_rows(kForgetTotalsOfEach, totals_));
  TRY(connection.submit_rows(kUpdateTails, updates_));
  return connection.submit_rows(kInsertChunks, inserts_);
}

}  // namespace cairn::tracking
