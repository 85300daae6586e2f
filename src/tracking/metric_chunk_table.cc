#include "tracking/metric_chunk_table.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

#include "tracking/metric_chunk_writer.h"

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
constexpr int kPointsColumn = 8;

// So few that the requests fit into what the system buffers: the other side may not read on before it is answered.
constexpr std::size_t kRangesAtOnce = 64;

// More than any version has put into a chunk: memory is not asked for on the word of a damaged row.
constexpr std::int64_t kMostBelievedPoints = 1 << 20;

constexpr std::string_view kDeleteChunks =
    "DELETE FROM cairn_metric_chunks WHERE run_uuid = ?1 AND \"key\" = ?2 AND seq BETWEEN ?3 AND ?4 RETURNING count";

// What was kept of the history's sums is no longer right: metric_totals.h.
constexpr std::string_view kForgetTotals = "DELETE FROM cairn_metric_totals WHERE run_uuid = ?1 AND \"key\" = ?2";

Result<std::vector<ChunkHeader>> read_headers(db::Rows rows, HistoryId id) {
  std::vector<ChunkHeader> headers;
  while (TRY(rows.next())) headers.push_back(TRY(read_chunk_header(rows, id)));
  return headers;
}

Status decode_chunks(db::Rows rows, HistoryId id, std::vector<Point>& points) {
  while (TRY(rows.next())) {
    const ChunkHeader header = TRY(read_chunk_header(rows, id));
    const std::size_t before = points.size();
    if (auto decoded = decode_chunk(rows.blob(kPointsColumn), points); !decoded.ok()) {
      return damaged_chunk(id, header.seq, decoded.error().message());
    }
    ChunkRange found;
    for (const Point& point : std::span(points).subspan(before)) found.add(point);
    if (found != header.range) return damaged_chunk(id, header.seq, "the row and the points disagree");
  }
  return {};
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

Result<ChunkHeader> read_chunk_header(const db::Rows& rows, HistoryId id) {
  const ChunkHeader header = {rows.int64(0),
                              {rows.int64(1), rows.int64(2), rows.int64(3), rows.int64(4), rows.int64(5)},
                              {rows.int64(6), rows.int64(7)}};
  const ChunkRange& range = header.range;
  if (range.count < 1 || range.count > kMostBelievedPoints || range.min_step > range.max_step ||
      range.min_timestamp > range.max_timestamp) {
    return damaged_chunk(id, header.seq, "the row contradicts itself");
  }
  return header;
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
  return decode_chunks(TRY(connection.query(kSelectChunks, id.run_id, id.key, first, last)), id, points);
}

Status read_chunks(db::Connection& connection, HistoryId id, std::span<const SeqRange> ranges,
                   std::vector<Point>& points) {
  while (!ranges.empty()) {
    const auto now = ranges.first(std::min(ranges.size(), kRangesAtOnce));
    std::vector<db::Statement> statements;
    statements.reserve(now.size());
    for (const auto& [first, last] : now) statements.push_back({kSelectChunks, {id.run_id, id.key, first, last}});
    TRY(connection.run_each(statements,
                            [&](std::size_t, db::Rows rows) { return decode_chunks(std::move(rows), id, points); }));
    ranges = ranges.subspan(now.size());
  }
  return {};
}

Result<std::optional<ChunkHeader>> first_chunk(db::Connection& connection, HistoryId id) {
  auto rows = TRY(connection.query(kSelectFirstHeader, id.run_id, id.key));
  if (!TRY(rows.next())) return std::optional<ChunkHeader>();
  return std::optional(TRY(read_chunk_header(rows, id)));
}

Status drop_chunk(db::Connection& connection, HistoryId id, const ChunkHeader& chunk) {
  return delete_chunks(connection, id, {&chunk, 1});
}

Status merge_chunks(db::Connection& connection, HistoryId id, std::span<const ChunkHeader> chunks,
                    std::span<const Point> points) {
  TRY(delete_chunks(connection, id, chunks));
  ChunkDraft merged;
  merged.header.seq = chunks.front().seq;
  merged.header.reach = chunks.back().reach;
  for (const Point& point : points) merged.add(point);
  ChunkWriter writer;
  writer.insert(id, merged);
  return writer.send(connection);
}

Error damaged_chunk(HistoryId id, std::int64_t seq, std::string_view what) {
  return {ErrorCode::kDataLoss, fmt::format("The history of metric '{}' of run '{}' is damaged: in its chunk {}, {}.",
                                            id.key, id.run_id, seq, what)};
}

Error changed_meanwhile(HistoryId id) {
  return {ErrorCode::kTemporarilyUnavailable,
          fmt::format("The history of metric '{}' of run '{}' was just changed by another process. Try again.", id.key,
                      id.run_id)};
}

}  // namespace cairn::tracking
