#include "tracking/metric_chunk_table.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <limits>

namespace cairn::tracking {
namespace {

// Every SELECT begins with the columns of a ChunkHeader.
constexpr std::string_view kSelectHeaders =
    "SELECT seq, count, min_step, max_step, min_timestamp, max_timestamp, reach_step, reach_timestamp "
    "FROM cairn_metric_chunks WHERE run_uuid = ?1 AND \"key\" = ?2 ORDER BY seq";
constexpr std::string_view kSelectHeadersFrom =
    "SELECT seq, count, min_step, max_step, min_timestamp, max_timestamp, reach_step, reach_timestamp "
    "FROM cairn_metric_chunks WHERE run_uuid = ?1 AND \"key\" = ?2 AND seq > COALESCE("
    "(SELECT seq FROM cairn_metric_chunks WHERE run_uuid = ?1 AND \"key\" = ?2 "
    "AND (reach_step < ?3 OR reach_timestamp < ?4) ORDER BY seq DESC LIMIT 1), -1) ORDER BY seq";
constexpr std::string_view kSelectFirstHeader =
    "SELECT seq, count, min_step, max_step, min_timestamp, max_timestamp, reach_step, reach_timestamp "
    "FROM cairn_metric_chunks WHERE run_uuid = ?1 AND \"key\" = ?2 ORDER BY seq LIMIT 1";
constexpr std::string_view kSelectChunks =
    "SELECT seq, count, min_step, max_step, min_timestamp, max_timestamp, reach_step, reach_timestamp, points "
    "FROM cairn_metric_chunks WHERE run_uuid = ?1 AND \"key\" = ?2 AND seq BETWEEN ?3 AND ?4 ORDER BY seq";
// The points of a chunk that is full are not read: nothing is added to them.
constexpr std::string_view kSelectTail =
    "SELECT seq, count, min_step, max_step, min_timestamp, max_timestamp, reach_step, reach_timestamp, "
    "CASE WHEN length(points) < ?3 THEN points END, nan_count, min_value, max_value, sum_value "
    "FROM cairn_metric_chunks WHERE run_uuid = ?1 AND \"key\" = ?2 ORDER BY seq DESC LIMIT 1";
constexpr int kPointsColumn = 8;

// More than any version has put into a chunk: memory is not asked for on the word of a damaged row.
constexpr std::int64_t kMostBelievedPoints = 1 << 20;

// Writing statements share their first 15 parameters, which row_params() makes.
constexpr std::string_view kInsertChunk =
    "INSERT INTO cairn_metric_chunks (run_uuid, \"key\", seq, count, min_step, max_step, min_timestamp, max_timestamp, "
    "reach_step, reach_timestamp, nan_count, min_value, max_value, sum_value, points) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)";
// The run is locked, so the tail has the count with which it was read. Should it not, the row refuses the NULL: nobody
// waits for this statement to look at how many rows it changed.
constexpr std::string_view kUpdateTail =
    "UPDATE cairn_metric_chunks SET count = CASE WHEN count = ?16 THEN ?4 END, min_step = ?5, max_step = ?6, "
    "min_timestamp = ?7, max_timestamp = ?8, "
    "reach_step = ?9, reach_timestamp = ?10, nan_count = ?11, min_value = ?12, max_value = ?13, sum_value = ?14, "
    "points = ?15 WHERE run_uuid = ?1 AND \"key\" = ?2 AND seq = ?3";
constexpr std::string_view kDeleteChunks =
    "DELETE FROM cairn_metric_chunks WHERE run_uuid = ?1 AND \"key\" = ?2 AND seq BETWEEN ?3 AND ?4 RETURNING count";

// What was kept of the history's sums is no longer right: metric_totals.h.
constexpr std::string_view kForgetTotals = "DELETE FROM cairn_metric_totals WHERE run_uuid = ?1 AND \"key\" = ?2";

// The columns from which "best value" comes without decoding. NaN stands for "none" here and is NULL in the row; the
// sum is none where infinities of both signs met in it.
struct ValueStats {
  std::int64_t nan_count = 0;
  double min = std::numeric_limits<double>::quiet_NaN();
  double max = std::numeric_limits<double>::quiet_NaN();
  double sum = 0;

  void add(const Point& point) {
    if (point.is_nan) {
      ++nan_count;
      return;
    }
    min = std::fmin(min, point.value);
    max = std::fmax(max, point.value);
    sum += point.value;
  }
};

// A row that is being written.
struct Draft {
  ChunkHeader header;
  ValueStats stats;
  ChunkBuilder points;

  void add(const Point& point) {
    header.range.add(point);
    header.reach.add(point);
    stats.add(point);
    points.add(point);
  }
};

struct Tail {
  ChunkHeader header;
  std::optional<Draft> draft;  // none when the tail is full
};

Error damaged(HistoryId id, std::int64_t seq, std::string_view what) {
  return {ErrorCode::kDataLoss, fmt::format("The history of metric '{}' of run '{}' is damaged: in its chunk {}, {}.",
                                            id.key, id.run_id, seq, what)};
}

Result<ChunkHeader> read_header(const db::Rows& rows, HistoryId id) {
  const ChunkHeader header = {rows.int64(0),
                              {rows.int64(1), rows.int64(2), rows.int64(3), rows.int64(4), rows.int64(5)},
                              {rows.int64(6), rows.int64(7)}};
  const ChunkRange& range = header.range;
  if (range.count < 1 || range.count > kMostBelievedPoints || range.min_step > range.max_step ||
      range.min_timestamp > range.max_timestamp) {
    return damaged(id, header.seq, "the row contradicts itself");
  }
  return header;
}

double nan_if_none(const db::Rows& rows, int column) {
  return rows.is_null(column) ? std::numeric_limits<double>::quiet_NaN() : rows.real(column);
}

Result<std::vector<ChunkHeader>> read_headers(db::Rows rows, HistoryId id) {
  std::vector<ChunkHeader> headers;
  while (TRY(rows.next())) headers.push_back(TRY(read_header(rows, id)));
  return headers;
}

Result<std::optional<Tail>> read_tail(db::Connection& connection, HistoryId id) {
  auto rows = TRY(connection.query(kSelectTail, id.run_id, id.key, kTailBytes));
  if (!TRY(rows.next())) return std::optional<Tail>();
  Tail tail = {TRY(read_header(rows, id)), std::nullopt};
  if (!rows.is_null(kPointsColumn)) {
    auto points = ChunkBuilder::reopen(rows.blob(kPointsColumn));
    if (!points.ok()) return damaged(id, tail.header.seq, points.error().message());
    if (static_cast<std::int64_t>(points->count()) != tail.header.range.count) {
      return damaged(id, tail.header.seq, "the row and the points disagree");
    }
    const ValueStats stats = {rows.int64(9), nan_if_none(rows, 10), nan_if_none(rows, 11), nan_if_none(rows, 12)};
    tail.draft = Draft{tail.header, stats, std::move(*points)};
  }
  return std::optional(std::move(tail));
}

// `points` are borrowed, as are the strings of `id`.
std::vector<db::Param> row_params(HistoryId id, const Draft& draft, const std::string& points) {
  const auto& [seq, range, reach] = draft.header;
  const auto value = [](double v) { return std::isnan(v) ? db::Param(db::Null{}) : db::Param(v); };
  return {id.run_id,
          id.key,
          seq,
          range.count,
          range.min_step,
          range.max_step,
          range.min_timestamp,
          range.max_timestamp,
          reach.step,
          reach.timestamp,
          draft.stats.nan_count,
          value(draft.stats.min),
          value(draft.stats.max),
          value(draft.stats.sum),
          std::as_bytes(std::span(points))};
}

Status insert_chunk(db::Connection& connection, HistoryId id, const Draft& draft) {
  const std::string points = draft.points.finish();
  return connection.submit(kInsertChunk, row_params(id, draft, points));
}

Status update_tail(db::Connection& connection, HistoryId id, const Draft& draft, std::int64_t count_before) {
  const std::string points = draft.points.finish();
  auto params = row_params(id, draft, points);
  params.emplace_back(count_before);
  return connection.submit(kUpdateTail, params);
}

Status delete_chunks(db::Connection& connection, HistoryId id, std::span<const ChunkHeader> chunks) {
  TRY(connection.send(kForgetTotals, id.run_id, id.key));
  std::int64_t points_left = 0;
  for (const ChunkHeader& chunk : chunks) points_left += chunk.range.count;
  auto rows = TRY(connection.query(kDeleteChunks, id.run_id, id.key, chunks.front().seq, chunks.back().seq));
  while (TRY(rows.next())) points_left -= rows.int64(0);
  if (points_left != 0) return changed_meanwhile(id);
  return {};
}

}  // namespace

void ChunkRange::add(const Point& point) {
  const bool first = count++ == 0;
  min_step = first ? point.step : std::min(min_step, point.step);
  max_step = first ? point.step : std::max(max_step, point.step);
  min_timestamp = first ? point.timestamp : std::min(min_timestamp, point.timestamp);
  max_timestamp = first ? point.timestamp : std::max(max_timestamp, point.timestamp);
}

bool ChunkRange::may_hold(const Point& point) const {
  return count > 0 && min_step <= point.step && point.step <= max_step && min_timestamp <= point.timestamp &&
         point.timestamp <= max_timestamp;
}

void Reach::add(const Point& point) {
  step = std::max(step, point.step);
  timestamp = std::max(timestamp, point.timestamp);
}

Result<std::vector<ChunkHeader>> chunk_headers(db::Connection& connection, HistoryId id) {
  return read_headers(TRY(connection.query(kSelectHeaders, id.run_id, id.key)), id);
}

Result<std::vector<ChunkHeader>> chunk_headers_from(db::Connection& connection, HistoryId id, std::int64_t step,
                                                    std::int64_t timestamp) {
  return read_headers(TRY(connection.query(kSelectHeadersFrom, id.run_id, id.key, step, timestamp)), id);
}

Status read_chunks(db::Connection& connection, HistoryId id, std::int64_t first, std::int64_t last,
                   std::vector<Point>& points) {
  auto rows = TRY(connection.query(kSelectChunks, id.run_id, id.key, first, last));
  while (TRY(rows.next())) {
    const ChunkHeader header = TRY(read_header(rows, id));
    const std::size_t before = points.size();
    if (auto decoded = decode_chunk(rows.blob(kPointsColumn), points); !decoded.ok()) {
      return damaged(id, header.seq, decoded.error().message());
    }
    ChunkRange found;
    for (const Point& point : std::span(points).subspan(before)) found.add(point);
    if (found != header.range) return damaged(id, header.seq, "the row and the points disagree");
  }
  return {};
}

Status append_to_chunks(db::Connection& connection, HistoryId id, std::span<const Point> points) {
  if (points.empty()) return {};
  TRY(connection.send(kForgetTotals, id.run_id, id.key));
  auto tail = TRY(read_tail(connection, id));
  ChunkHeader next = {.seq = tail ? tail->header.seq + 1 : 0, .range = {}, .reach = {}};
  if (tail) next.reach = tail->header.reach;
  if (tail && tail->draft) {
    Draft& draft = *tail->draft;
    const std::int64_t count_before = draft.header.range.count;
    while (!points.empty() && draft.points.byte_size() < kTailBytes) {
      draft.add(points.front());
      points = points.subspan(1);
    }
    TRY(update_tail(connection, id, draft, count_before));
    next.reach = draft.header.reach;
  }
  while (!points.empty()) {
    const auto now = points.first(std::min(points.size(), kMaxChunkPoints));
    Draft draft = {next, {}, {}};
    for (const Point& point : now) draft.add(point);
    TRY(insert_chunk(connection, id, draft));
    ++next.seq;
    next.reach = draft.header.reach;
    points = points.subspan(now.size());
  }
  return {};
}

Result<std::optional<ChunkHeader>> first_chunk(db::Connection& connection, HistoryId id) {
  auto rows = TRY(connection.query(kSelectFirstHeader, id.run_id, id.key));
  if (!TRY(rows.next())) return std::optional<ChunkHeader>();
  return std::optional(TRY(read_header(rows, id)));
}

Status drop_chunk(db::Connection& connection, HistoryId id, const ChunkHeader& chunk) {
  return delete_chunks(connection, id, {&chunk, 1});
}

Status merge_chunks(db::Connection& connection, HistoryId id, std::span<const ChunkHeader> chunks,
                    std::span<const Point> points) {
  TRY(delete_chunks(connection, id, chunks));
  Draft merged;
  merged.header.seq = chunks.front().seq;
  merged.header.reach = chunks.back().reach;
  for (const Point& point : points) merged.add(point);
  return insert_chunk(connection, id, merged);
}

Error changed_meanwhile(HistoryId id) {
  return {ErrorCode::kTemporarilyUnavailable,
          fmt::format("The history of metric '{}' of run '{}' was just changed by another process. Try again.", id.key,
                      id.run_id)};
}

}  // namespace cairn::tracking
