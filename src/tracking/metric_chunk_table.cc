#include "tracking/metric_chunk_table.h"

#include <cmath>
#include <fmt/format.h>
#include <limits>

namespace cairn::tracking {
namespace {

constexpr std::string_view kSelectHeaders =
    "SELECT seq, count, min_step, max_step, min_timestamp, max_timestamp FROM cairn_metric_chunks "
    "WHERE run_uuid = ?1 AND \"key\" = ?2 ORDER BY seq";
constexpr std::string_view kSelectChunks =
    "SELECT seq, count, min_step, max_step, min_timestamp, max_timestamp, points FROM cairn_metric_chunks "
    "WHERE run_uuid = ?1 AND \"key\" = ?2 AND seq BETWEEN ?3 AND ?4 ORDER BY seq";
// The points of a chunk that is full are not read: nothing is added to them.
constexpr std::string_view kSelectTail =
    "SELECT seq, count, min_step, max_step, min_timestamp, max_timestamp, nan_count, min_value, max_value, sum_value, "
    "CASE WHEN length(points) < ?3 THEN points END FROM cairn_metric_chunks "
    "WHERE run_uuid = ?1 AND \"key\" = ?2 ORDER BY seq DESC LIMIT 1";
constexpr std::string_view kInsertChunk =
    "INSERT INTO cairn_metric_chunks (run_uuid, \"key\", seq, count, min_step, max_step, min_timestamp, max_timestamp, "
    "nan_count, min_value, max_value, sum_value, points) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13) ON CONFLICT (run_uuid, \"key\", seq) DO NOTHING";
constexpr std::string_view kUpdateTail =
    "UPDATE cairn_metric_chunks SET count = ?4, min_step = ?5, max_step = ?6, min_timestamp = ?7, max_timestamp = ?8, "
    "nan_count = ?9, min_value = ?10, max_value = ?11, sum_value = ?12, points = ?13 "
    "WHERE run_uuid = ?1 AND \"key\" = ?2 AND seq = ?3 AND count = ?14";
constexpr std::string_view kSelectFirst =
    "SELECT seq, count, min_step, max_step, min_timestamp, max_timestamp FROM cairn_metric_chunks "
    "WHERE run_uuid = ?1 AND \"key\" = ?2 ORDER BY seq LIMIT 1";
constexpr std::string_view kDeleteChunks =
    "DELETE FROM cairn_metric_chunks WHERE run_uuid = ?1 AND \"key\" = ?2 AND seq BETWEEN ?3 AND ?4 RETURNING count";

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

// A chunk that is being written: its bytes and what its row says of them.
struct Draft {
  ChunkBuilder builder;
  ChunkRange range;
  ValueStats stats;

  void add(const Point& point) {
    builder.add(point);
    range.add(point);
    stats.add(point);
  }
};

struct Tail {
  std::int64_t seq;
  std::optional<Draft> draft;  // none when the tail is full
};

Error damaged(HistoryId id, std::int64_t seq, std::string_view what) {
  return {ErrorCode::kDataLoss, fmt::format("The history of metric '{}' of run '{}' is damaged: in its chunk {}, {}.",
                                            id.key, id.run_id, seq, what)};
}

ChunkHeader read_header(const db::Rows& rows) {
  return {rows.int64(0), {rows.int64(1), rows.int64(2), rows.int64(3), rows.int64(4), rows.int64(5)}};
}

std::optional<double> none_if_nan(double value) {
  if (std::isnan(value)) return std::nullopt;
  return value;
}

double nan_if_none(const db::Rows& rows, int column) {
  return rows.is_null(column) ? std::numeric_limits<double>::quiet_NaN() : rows.real(column);
}

Result<std::optional<Tail>> read_tail(db::Connection& connection, HistoryId id) {
  auto rows = TRY(connection.query(kSelectTail, id.run_id, id.key, kTailBytes));
  if (!TRY(rows.next())) return std::optional<Tail>();
  const ChunkHeader header = read_header(rows);
  Tail tail = {header.seq, std::nullopt};
  if (!rows.is_null(10)) {
    auto builder = ChunkBuilder::reopen(rows.blob(10));
    if (!builder.ok()) return damaged(id, header.seq, builder.error().message());
    if (static_cast<std::int64_t>(builder->count()) != header.range.count) {
      return damaged(id, header.seq, "the row and the points disagree");
    }
    const ValueStats stats = {rows.int64(6), nan_if_none(rows, 7), nan_if_none(rows, 8), nan_if_none(rows, 9)};
    tail.draft = Draft{std::move(*builder), header.range, stats};
  }
  return std::optional(std::move(tail));
}

Status insert_chunk(db::Connection& connection, HistoryId id, std::int64_t seq, const Draft& draft) {
  const auto& [builder, range, stats] = draft;
  const std::string chunk = builder.finish();
  const auto inserted =
      TRY(connection.execute(kInsertChunk, id.run_id, id.key, seq, range.count, range.min_step, range.max_step,
                             range.min_timestamp, range.max_timestamp, stats.nan_count, none_if_nan(stats.min),
                             none_if_nan(stats.max), none_if_nan(stats.sum), std::as_bytes(std::span(chunk))));
  if (inserted == 0) return changed_meanwhile(id);
  return {};
}

Status update_tail(db::Connection& connection, HistoryId id, std::int64_t seq, const Draft& draft,
                   std::int64_t count_before) {
  const auto& [builder, range, stats] = draft;
  const std::string chunk = builder.finish();
  const auto updated = TRY(connection.execute(kUpdateTail, id.run_id, id.key, seq, range.count, range.min_step,
                                              range.max_step, range.min_timestamp, range.max_timestamp, stats.nan_count,
                                              none_if_nan(stats.min), none_if_nan(stats.max), none_if_nan(stats.sum),
                                              std::as_bytes(std::span(chunk)), count_before));
  if (updated == 0) return changed_meanwhile(id);
  return {};
}

Status delete_chunks(db::Connection& connection, HistoryId id, std::span<const ChunkHeader> chunks) {
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

Result<std::vector<ChunkHeader>> chunk_headers(db::Connection& connection, HistoryId id) {
  std::vector<ChunkHeader> headers;
  auto rows = TRY(connection.query(kSelectHeaders, id.run_id, id.key));
  while (TRY(rows.next())) headers.push_back(read_header(rows));
  return headers;
}

Status read_chunks(db::Connection& connection, HistoryId id, std::int64_t first, std::int64_t last,
                   std::vector<Point>& points) {
  auto rows = TRY(connection.query(kSelectChunks, id.run_id, id.key, first, last));
  while (TRY(rows.next())) {
    const ChunkHeader header = read_header(rows);
    const std::size_t before = points.size();
    if (auto decoded = decode_chunk(rows.blob(6), points); !decoded.ok()) {
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
  auto tail = TRY(read_tail(connection, id));
  std::int64_t next_seq = tail ? tail->seq + 1 : 0;
  if (tail && tail->draft) {
    Draft& draft = *tail->draft;
    const std::int64_t count_before = draft.range.count;
    while (!points.empty() && draft.builder.byte_size() < kTailBytes) {
      draft.add(points.front());
      points = points.subspan(1);
    }
    TRY(update_tail(connection, id, tail->seq, draft, count_before));
  }
  while (!points.empty()) {
    const auto now = points.first(std::min(points.size(), kMaxChunkPoints));
    Draft draft;
    for (const Point& point : now) draft.add(point);
    TRY(insert_chunk(connection, id, next_seq++, draft));
    points = points.subspan(now.size());
  }
  return {};
}

Result<std::optional<ChunkHeader>> first_chunk(db::Connection& connection, HistoryId id) {
  auto rows = TRY(connection.query(kSelectFirst, id.run_id, id.key));
  if (!TRY(rows.next())) return std::optional<ChunkHeader>();
  return std::optional(read_header(rows));
}

Status drop_chunk(db::Connection& connection, HistoryId id, const ChunkHeader& chunk) {
  return delete_chunks(connection, id, {&chunk, 1});
}

Status merge_chunks(db::Connection& connection, HistoryId id, std::span<const ChunkHeader> chunks,
                    std::span<const Point> points) {
  TRY(delete_chunks(connection, id, chunks));
  Draft draft;
  for (const Point& point : points) draft.add(point);
  return insert_chunk(connection, id, chunks.front().seq, draft);
}

Error changed_meanwhile(HistoryId id) {
  return {ErrorCode::kTemporarilyUnavailable,
          fmt::format("The history of metric '{}' of run '{}' was just changed by another process. Try again.", id.key,
                      id.run_id)};
}

}  // namespace cairn::tracking
