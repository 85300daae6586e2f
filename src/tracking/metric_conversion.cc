#include "tracking/metric_conversion.h"

#include "tracking/metric_chunk_writer.h"
#include "tracking/metric_duplicates.h"
#include "tracking/metric_rows.h"
#include "tracking/runs.h"

namespace cairn::tracking {
namespace {

// About a tenth of a second of the writer's time.
constexpr std::int64_t kPointsPerBatch = 10'000;

constexpr std::string_view kSelectRuns =
    "SELECT run_uuid FROM metrics UNION SELECT run_uuid FROM cairn_metric_chunks ORDER BY run_uuid";
constexpr std::string_view kSelectKeys =
    "SELECT \"key\" FROM metrics WHERE run_uuid = ?1 "
    "UNION SELECT \"key\" FROM cairn_metric_chunks WHERE run_uuid = ?1 ORDER BY 1";

// Does a bounded part of the work on a history and says how many points that were; 0 when nothing is left to do.
using Step = Result<std::int64_t> (*)(db::Connection& connection, HistoryId id);

Result<std::vector<std::string>> read_strings(db::Rows rows) {
  std::vector<std::string> strings;
  while (TRY(rows.next())) strings.push_back(rows.string(0));
  return strings;
}

Result<std::vector<std::string>> keys_of(db::Database& database, const std::string& run_id) {
  return database.read([&](db::Connection& connection) -> Result<std::vector<std::string>> {
    return read_strings(TRY(connection.query(kSelectKeys, run_id)));
  });
}

Status convert_run(db::Database& database, const std::string& run_id, Step step, const OnProgress& on_progress,
                   ConversionProgress& progress) {
  const auto keys = TRY(keys_of(database, run_id));
  struct Batch {
    std::vector<std::string>::const_iterator key;
    std::int64_t points = 0;
  };
  Batch done{keys.begin()};
  const auto batch = [&](db::Connection& connection) -> Result<Batch> {
    TRY(read_run_state(connection, run_id));  // nobody logs to it meanwhile
    Batch made{done.key};
    while (made.key != keys.end() && made.points < kPointsPerBatch) {
      const std::int64_t converted = TRY(step(connection, {run_id, *made.key}));
      made.points += converted;
      if (converted == 0) ++made.key;
    }
    return made;
  };
  while (done.key != keys.end()) {
    done = TRY(database.write(batch));
    progress.points += done.points;
    on_progress(progress);
  }
  return {};
}

Result<ConversionProgress> convert(db::Database& database, std::span<const std::string> run_ids, Step step,
                                   const OnProgress& on_progress) {
  ConversionProgress progress;
  progress.runs_total = run_ids.size();
  for (const std::string& run_id : run_ids) {
    TRY(convert_run(database, run_id, step, on_progress, progress));
    ++progress.runs_done;
  }
  on_progress(progress);
  return progress;
}

Result<std::int64_t> expand_a_chunk(db::Connection& connection, HistoryId id) {
  const auto chunk = TRY(first_chunk(connection, id));
  if (!chunk) return 0;
  std::vector<Point> points;
  TRY(read_chunks(connection, id, chunk->seq, chunk->seq, points));
  TRY(insert_rows(connection, id, points));
  TRY(drop_chunk(connection, id, *chunk));
  return chunk->range.count;
}

Result<std::int64_t> compact_some_rows(db::Connection& connection, HistoryId id) {
  auto points = TRY(take_rows(connection, id, kMaxChunkPoints));
  const auto taken = static_cast<std::int64_t>(points.size());
  if (taken == 0) return taken;
  const auto headers = TRY(chunk_headers(connection, id));
  drop_known(points, TRY(held_by_chunks(connection, id, headers, points)));
  TRY(append_to_chunks(connection, id, points));
  return taken;
}

// From `first` on, the neighbours that fit into one chunk.
std::span<const ChunkHeader> group_from(std::span<const ChunkHeader> headers, std::size_t first) {
  auto count = static_cast<std::size_t>(headers[first].range.count);
  std::size_t end = first + 1;
  for (; end < headers.size(); ++end) {
    count += static_cast<std::size_t>(headers[end].range.count);
    if (count > kMaxChunkPoints) break;
  }
  return headers.subspan(first, end - first);
}

Result<std::int64_t> merge_some_chunks(db::Connection& connection, HistoryId id) {
  const auto headers = TRY(chunk_headers(connection, id));
  std::int64_t merged = 0;
  for (std::size_t i = 0; i < headers.size() && merged < kPointsPerBatch;) {
    const auto group = group_from(headers, i);
    i += group.size();
    if (group.size() == 1) continue;
    std::vector<Point> points;
    TRY(read_chunks(connection, id, group.front().seq, group.back().seq, points));
    TRY(merge_chunks(connection, id, group, points));
    merged += static_cast<std::int64_t>(points.size());
  }
  return merged;
}

Result<std::int64_t> compact_a_part(db::Connection& connection, HistoryId id) {
  const std::int64_t taken = TRY(compact_some_rows(connection, id));
  if (taken > 0) return taken;
  return merge_some_chunks(connection, id);
}

}  // namespace

Result<std::vector<std::string>> runs_with_history(db::Connection& connection) {
  return read_strings(TRY(connection.query(kSelectRuns)));
}

Result<ConversionProgress> expand(db::Database& database, std::span<const std::string> run_ids,
                                  const OnProgress& on_progress) {
  return convert(database, run_ids, expand_a_chunk, on_progress);
}

Result<ConversionProgress> compact(db::Database& database, std::span<const std::string> run_ids,
                                   const OnProgress& on_progress) {
  return convert(database, run_ids, compact_a_part, on_progress);
}

}  // namespace cairn::tracking
