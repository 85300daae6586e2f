// Metric history: every point of every metric, in chunks (metric_chunk_table.h) beside the rows that MLflow wrote.
//
// Readers see both as one history. `latest_metrics` is true at every commit. Every function works on the caller's
// connection and in its transaction; the class holds nothing but its mode, so any thread may use it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "db/connection.h"
#include "tracking/metric_rows.h"

namespace cairn::tracking {

// Made by logged_point(): no NaN, no infinity.
struct LoggedMetric {
  std::string_view key;
  Point point;
};

struct HistoryPage {
  std::vector<Point> points;
  bool more = false;  // there are points behind these
};

struct RunHistory {
  std::string run_id;
  std::vector<Point> points;
};

class MetricHistory {
 public:
  // What new points become. Rows are for sharing one live database with MLflow, which cannot read chunks.
  enum Mode { kChunks, kRows };

  explicit MetricHistory(Mode mode = kChunks) : mode_(mode) {}
  [[nodiscard]] Mode mode() const { return mode_; }

  // For one run; MetricAppend does it for many, and together with other reads.
  Status append(db::Connection& connection, std::string_view run_id, std::span<const LoggedMetric> metrics) const;

  // In the order of timestamp, step, value. Without a limit: all from the offset on.
  Result<HistoryPage> read(db::Connection& connection, HistoryId id, std::int64_t offset = 0,
                           std::optional<std::int64_t> limit = std::nullopt) const;

  // The same key of several runs, in the order of run id, then as read(); `limit` points in all. Runs without points
  // are left out.
  Result<std::vector<RunHistory>> read_bulk(db::Connection& connection, std::span<const std::string> run_ids,
                                            std::string_view key, std::int64_t limit) const;

  // Up to `max_results` points spread evenly over the history, in the order of step, timestamp, value: the first of
  // each of so many buckets of one size, and the last point of all in place of the last bucket's.
  Result<std::vector<Point>> sample(db::Connection& connection, HistoryId id, std::int64_t max_results,
                                    StepRange steps = {}) const;

  // All histories of a run.
  Status remove(db::Connection& connection, std::string_view run_id) const;

 private:
  Mode mode_;
};

}  // namespace cairn::tracking
