// The table cairn_metric_chunks (src/db/cairn_schema.sql): one row for each chunk, numbered by seq within its history.
//
// Only the newest chunk of a history, its tail, ever grows, and only until its bytes reach kTailBytes: row and page
// then have about the same size, so that the row is rewritten in place with one page. What a batch brings beyond the
// tail's room goes into chunks of its own.
//
// Rejected: WITHOUT ROWID. SQLite then compares keys by reading whole rows, chunks included: to look at 250 headers
// took 2.6 ms instead of 0.4, to read a compacted history twice as long. An index over the header columns would make
// the walk over headers (1 us each) three times as fast, and every append dirty one page more for each key.
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

// A row's other columns take 150 bytes and the key, and SQLite's page of 4 KiB has 4,061 for a row. Doubles logged in
// batches of 100 take 11.0 bytes a point so; at 256 points a chunk it is 15.8, for a third of each page stays empty.
inline constexpr std::size_t kTailBytes = 3800;
// A large chunk is for reading many points, a small one for reading few. Of a million, with 4 MiB of page cache, ms of
// one core with chunks of 1,024, 2,048 and 4,096: a page of 50,000 takes 2.0, 0.6, 0.5; a sample of 320
// takes 4.1, 9.3, 12.2.
inline constexpr std::size_t kMaxChunkPoints = 1024;

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
// The same of several such ranges, one after the other, asked for together.
struct SeqRange {
  std::int64_t first = 0;
  std::int64_t last = 0;
};
Status read_chunks(db::Connection& connection, HistoryId id, std::span<const SeqRange> ranges,
                   std::vector<Point>& points);

Result<std::optional<ChunkHeader>> first_chunk(db::Connection& connection, HistoryId id);
Status drop_chunk(db::Connection& connection, HistoryId id, const ChunkHeader& chunk);
// Makes one chunk in place of these, which are neighbours; `points` are all that they hold.
Status merge_chunks(db::Connection& connection, HistoryId id, std::span<const ChunkHeader> chunks,
                    std::span<const Point> points);

// For those who read rows themselves: a row whose first columns are those of a ChunkHeader, in its order.
Result<ChunkHeader> read_chunk_header(const db::Rows& rows, HistoryId id);
Error damaged_chunk(HistoryId id, std::int64_t seq, std::string_view what);

// What the functions above return when the history is not as it was read a moment before in the same transaction. Where
// transactions run side by side, as in PostgreSQL, that is how the slower of two finds out.
Error changed_meanwhile(HistoryId id);

}  // namespace cairn::tracking
