// The table cairn_metric_chunks (src/db/cairn_schema.sql): one row for each chunk, numbered by seq within its history.
//
// Only the newest chunk of a history, its tail, ever grows, and only until its bytes reach kTailBytes: row and page
// then have about the same size, so that the row is rewritten in place with one page. What a batch brings beyond the
// tail's room goes into chunks of its own.
//
// All functions use the caller's connection and transaction. Reading a chunk that is not whole, or that its row
// contradicts, is an error of the code kDataLoss that names run and key.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "db/connection.h"
#include "tracking/metric_chunk.h"

namespace cairn::tracking {

// Names a history: all points of one key in one run.
struct HistoryId {
  std::string_view run_id;
  std::string_view key;
};

// A row's other columns take 130 bytes and the key, and SQLite's page of 4 KiB has 4,061 for a row. Measured with 100
// points a batch: 3,800 takes 11.2 bytes a point, a limit of 256 points 15.
inline constexpr std::size_t kTailBytes = 3800;
// Reading one point of a chunk decodes all of it, and a chunk that spans pages leaves hardly any of them half empty.
inline constexpr std::size_t kMaxChunkPoints = 4096;

// The columns by which readers pass over chunks.
struct ChunkRange {
  std::int64_t count = 0;
  std::int64_t min_step = 0;
  std::int64_t max_step = 0;
  std::int64_t min_timestamp = 0;
  std::int64_t max_timestamp = 0;

  void add(const Point& point);
  [[nodiscard]] bool may_hold(const Point& point) const;
  friend bool operator==(const ChunkRange&, const ChunkRange&) = default;
};

// The greatest step and timestamp of a chunk and all before it: how far back a point that comes late has to be looked
// for.
struct Reach {
  std::int64_t step = std::numeric_limits<std::int64_t>::min();
  std::int64_t timestamp = std::numeric_limits<std::int64_t>::min();

  void add(const Point& point);
};

struct ChunkHeader {
  std::int64_t seq = 0;
  ChunkRange range;
  Reach reach;
};

// All chunks of a history in the order of seq, their points unread.
Result<std::vector<ChunkHeader>> chunk_headers(db::Connection& connection, HistoryId id);
// Without the oldest ones, which end before this step or this timestamp. It costs what it returns.
Result<std::vector<ChunkHeader>> chunk_headers_from(db::Connection& connection, HistoryId id, std::int64_t step,
                                                    std::int64_t timestamp);
// Adds the points of the chunks from `first` to `last` (both included) to `points`.
Status read_chunks(db::Connection& connection, HistoryId id, std::int64_t first, std::int64_t last,
                   std::vector<Point>& points);

// Adds points behind the last chunk: into the tail while it has room, then into new chunks.
Status append_to_chunks(db::Connection& connection, HistoryId id, std::span<const Point> points);

Result<std::optional<ChunkHeader>> first_chunk(db::Connection& connection, HistoryId id);
Status drop_chunk(db::Connection& connection, HistoryId id, const ChunkHeader& chunk);
// Makes one chunk in place of these, which are neighbours; `points` are all that they hold.
Status merge_chunks(db::Connection& connection, HistoryId id, std::span<const ChunkHeader> chunks,
                    std::span<const Point> points);

// What the functions above return when the history is not as it was read a moment before in the same transaction. Where
// transactions run side by side, as in PostgreSQL, that is how the slower of two finds out.
Error changed_meanwhile(HistoryId id);

}  // namespace cairn::tracking
