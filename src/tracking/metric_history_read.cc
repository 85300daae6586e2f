// Reading. A history is put together from its chunks' headers, its rows (few, or none: MLflow wrote them, or --metric-
// history=rows did) and the ranks that are asked for; only the chunks that hold those are read.
#include <algorithm>
#include <numeric>
#include <utility>

#include "tracking/metric_duplicates.h"
#include "tracking/metric_history.h"
#include "tracking/metric_merge.h"
#include "tracking/metric_selection.h"

namespace cairn::tracking {
namespace {

// One history in one order.
template <class Order>
class OrderedHistory {
 public:
  static Result<OrderedHistory> open(db::Connection& connection, HistoryId id, std::span<const ChunkHeader> headers,
                                     StepRange steps) {
    OrderedHistory history(connection, id);
    for (const ChunkHeader& header : headers) TRY(history.add_chunk(header, steps));
    TRY(history.add_rows(headers, steps));
    return history;
  }

  [[nodiscard]] std::int64_t count() const {
    return std::accumulate(sources_.begin(), sources_.end(), std::int64_t{0},
                           [](std::int64_t sum, const Source& source) { return sum + source.range.count; });
  }

  // The ranges ascend, and end at count() at the latest.
  Result<std::vector<Point>> points_at(std::span<const RankRange> wanted) const {
    const Selection selection = select_sources(extents(), wanted);
    auto points = TRY(load(selection.sources));
    std::size_t size = 0;
    for (const auto& [begin, end] : selection.ranks) {
      // Never to the right: what is still to be moved is not overwritten.
      const auto moved =
          std::move(points.begin() + begin, points.begin() + end, points.begin() + static_cast<std::ptrdiff_t>(size));
      size = static_cast<std::size_t>(moved - points.begin());
    }
    points.resize(size);
    return points;
  }

 private:
  struct Source {
    ChunkRange range;
    std::int64_t seq = 0;
    std::vector<Point> points;  // none: they are in the chunk
  };

  OrderedHistory(db::Connection& connection, HistoryId id) : connection_(&connection), id_(id) {}

  void add_points(std::vector<Point> points) {
    if (points.empty()) return;
    Source source;
    for (const Point& point : points) source.range.add(point);
    source.points = std::move(points);
    sources_.push_back(std::move(source));
  }

  // How many points of a chunk are in the steps is known unread only if all or none are.
  Status add_chunk(const ChunkHeader& header, StepRange steps) {
    const ChunkRange& range = header.range;
    if (range.max_step < steps.first || steps.last < range.min_step) return {};
    if (steps.first <= range.min_step && range.max_step <= steps.last) {
      sources_.push_back({range, header.seq, {}});
      return {};
    }
    std::vector<Point> points;
    TRY(read_chunks(*connection_, id_, header.seq, header.seq, points));
    std::erase_if(points, [&](const Point& point) { return point.step < steps.first || steps.last < point.step; });
    add_points(std::move(points));
    return {};
  }

  // A point stands in a row and in a chunk when MLflow logged it again.
  Status add_rows(std::span<const ChunkHeader> headers, StepRange steps) {
    auto rows = TRY(read_rows(*connection_, id_, steps));
    if (rows.empty()) return {};
    drop_known(rows, TRY(held_by_chunks(*connection_, id_, headers, rows)));
    add_points(std::move(rows));
    return {};
  }

  [[nodiscard]] std::vector<Extent> extents() const {
    std::vector<Extent> extents;
    extents.reserve(sources_.size());
    for (const auto& [range, seq, points] : sources_) {
      extents.push_back({Order::place(range.min_step, range.min_timestamp),
                         Order::place(range.max_step, range.max_timestamp), range.count});
    }
    return extents;
  }

  // The points of these sources, in order.
  Result<std::vector<Point>> load(std::span<const std::size_t> chosen) const {
    std::vector<std::size_t> ends;
    std::size_t size = 0;
    for (const std::size_t i : chosen) ends.push_back(size += static_cast<std::size_t>(sources_[i].range.count));
    std::vector<Point> points;
    points.reserve(size);
    // All chunks are asked for together, however many others lie between them.
    std::vector<SeqRange> chunks;
    const auto read_these = [&] { return read_chunks(*connection_, id_, std::exchange(chunks, {}), points); };
    for (const std::size_t i : chosen) {
      const Source& source = sources_[i];
      if (!source.points.empty()) {
        TRY(read_these());
        points.insert(points.end(), source.points.begin(), source.points.end());
      } else if (!chunks.empty() && source.seq == chunks.back().last + 1) {
        ++chunks.back().last;
      } else {
        chunks.push_back({source.seq, source.seq});
      }
    }
    TRY(read_these());
    if (points.size() != size) return changed_meanwhile(id_);
    merge_parts<Order>(points, std::move(ends));
    return points;
  }

  db::Connection* connection_;
  HistoryId id_;
  std::vector<Source> sources_;
};

// What SQL's NTILE would put first in each of so many buckets, and the last row of all.
std::vector<RankRange> evenly_spread(std::int64_t count, std::int64_t buckets) {
  const std::int64_t size = count / buckets;
  const std::int64_t larger_by_one = count % buckets;
  std::vector<RankRange> ranks;
  for (std::int64_t i = 0; i + 1 < buckets; ++i) {
    const std::int64_t first = i * size + std::min(i, larger_by_one);
    ranks.push_back({first, first + 1});
  }
  ranks.push_back({count - 1, count});
  return ranks;
}

Result<HistoryPage> read_from_rows(db::Connection& connection, HistoryId id, std::int64_t offset, std::int64_t limit) {
  constexpr std::int64_t kGreatest = std::numeric_limits<std::int64_t>::max();
  HistoryPage page;
  page.points = TRY(read_page_of_rows(connection, id, offset, limit == kGreatest ? limit : limit + 1));
  page.more = static_cast<std::int64_t>(page.points.size()) > limit;
  if (page.more) page.points.pop_back();
  return page;
}

}  // namespace

Result<HistoryPage> MetricHistory::read(db::Connection& connection, HistoryId id, std::int64_t offset,
                                        std::optional<std::int64_t> limit) const {
  const std::int64_t most = limit.value_or(std::numeric_limits<std::int64_t>::max());
  const auto headers = TRY(chunk_headers(connection, id));
  if (headers.empty()) return read_from_rows(connection, id, offset, most);

  const auto history = TRY(OrderedHistory<ByTime>::open(connection, id, headers, {}));
  const std::int64_t begin = std::min(offset, history.count());
  const std::int64_t end = begin + std::min(most, history.count() - begin);
  if (begin == end) return HistoryPage{{}, begin < history.count()};
  const RankRange page = {begin, end};
  return HistoryPage{TRY(history.points_at({&page, 1})), end < history.count()};
}

Result<std::vector<RunHistory>> MetricHistory::read_bulk(db::Connection& connection,
                                                         std::span<const std::string> run_ids, std::string_view key,
                                                         std::int64_t limit) const {
  std::vector<std::string_view> runs(run_ids.begin(), run_ids.end());
  std::sort(runs.begin(), runs.end());
  runs.erase(std::unique(runs.begin(), runs.end()), runs.end());

  std::vector<RunHistory> histories;
  for (const std::string_view run_id : runs) {
    if (limit <= 0) break;
    auto page = TRY(read(connection, {run_id, key}, 0, limit));
    if (page.points.empty()) continue;
    limit -= static_cast<std::int64_t>(page.points.size());
    histories.push_back({std::string(run_id), std::move(page.points)});
  }
  return histories;
}

Result<std::vector<Point>> MetricHistory::sample(db::Connection& connection, HistoryId id, std::int64_t max_results,
                                                 StepRange steps) const {
  const auto headers = TRY(chunk_headers(connection, id));
  const auto history = TRY(OrderedHistory<ByStep>::open(connection, id, headers, steps));
  const std::int64_t count = history.count();
  if (count == 0) return std::vector<Point>();
  const std::int64_t buckets = std::clamp<std::int64_t>(max_results, 1, count);
  return history.points_at(evenly_spread(count, buckets));
}

}  // namespace cairn::tracking
