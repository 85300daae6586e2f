// Writing chunks (metric_chunk_table.h): what is added behind the last chunk, of however many histories, goes out in
// two statements.
#pragma once

#include <deque>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "tracking/metric_chunk_table.h"

namespace cairn::tracking {

// The columns from which "best value" comes without decoding. NaN stands for "none" here and is NULL in the row; the
// sum is none where infinities of both signs met in it.
struct ChunkValues {
  std::int64_t nan_count = 0;
  double min = std::numeric_limits<double>::quiet_NaN();
  double max = std::numeric_limits<double>::quiet_NaN();
  double sum = 0;

  void add(const Point& point);
};

// A chunk that is being made, or made longer.
struct ChunkDraft {
  ChunkHeader header;
  ChunkValues values;
  ChunkBuilder points;

  void add(const Point& point);
};

// The newest chunk of a history.
struct ChunkTail {
  ChunkHeader header;
  std::optional<ChunkDraft> draft;  // none when the chunk is full
};

// The columns of a chunk `t` that read_tail() expects to be a row's first. The points of a full chunk are not among
// them: nothing is added to them.
const std::string& tail_columns();
Result<ChunkTail> read_tail(const db::Rows& row, HistoryId id);
inline constexpr int kTailColumnCount = 13;

// Adds points to one history.
Status append_to_chunks(db::Connection& connection, HistoryId id, std::span<const Point> points);

class ChunkWriter {
 public:
  // Behind the tail while it has room, then into new chunks. The strings of `id` are borrowed until send().
  void append(HistoryId id, std::optional<ChunkTail> tail, std::span<const Point> points);
  void insert(HistoryId id, const ChunkDraft& chunk);
  Status send(db::Connection& connection);

 private:
  void add_row(HistoryId id, const ChunkDraft& chunk, std::vector<db::Param>& rows);

  std::vector<db::Param> inserts_;
  std::vector<db::Param> updates_;
  std::vector<db::Param> totals_;  // that are no longer right
  std::deque<std::string> bytes_;  // of the points, which the rows borrow
};

}  // namespace cairn::tracking
