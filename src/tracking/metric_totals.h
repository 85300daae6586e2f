// What a metric's history says in each of many runs, for orders of runs by it.
//
// To look at the chunks of 100,000 runs takes seconds: each is on a page of its own. What a run's chunks come to is
// therefore kept in cairn_metric_totals, side by side for a metric, from the first time that somebody orders by it. A
// row is there or not, and is right while it is there: whoever changes the chunks of a history takes its row away in
// the same transaction (metric_chunk_writer.cc). Points in rows of MLflow's `metrics` are counted anew each time, in
// one walk through its primary key, because MLflow would tell nobody of a change.
//
// Rejected: to keep the row up to date at each append. That costs every logged batch a page more for each key, and most
// metrics are never ordered by. To take away a row that is not there costs a look into the index.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "db/database.h"
#include "tracking/metric_chunk_table.h"
#include "tracking/metric_summary.h"

namespace cairn::tracking {

class MetricTotals {
 public:
  // Of all runs, as far as they are known.
  static Result<MetricTotals> read(db::Connection& connection, std::string_view key);

  // Whether the run's chunks are summed up.
  [[nodiscard]] bool knows(std::string_view run_id) const { return chunks_.contains(run_id); }
  // Nothing where its chunks are not summed up or have no sum, or where it has points in chunks and in rows: they may
  // be the same.
  [[nodiscard]] std::optional<MetricSummary> find(std::string_view run_id) const;

 private:
  struct Sums {
    std::int64_t count = 0;
    std::int64_t nan_count = 0;
    std::optional<double> min, max;
    double sum = 0;
    bool has_sum = true;  // not where it is too large, or infinities of both signs met

    void add(const db::Rows& rows);
    // Nothing where there is no sum: what its mean is then, the history itself says.
    [[nodiscard]] std::optional<MetricSummary> summary() const;
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  using ByRun = std::unordered_map<std::string, Sums, Hash, std::equal_to<>>;

  ByRun chunks_, rows_;
};

// Sums up the chunks of these runs and keeps what they come to, some hundred in a transaction.
Status keep_totals(db::Database& database, std::string_view key, const std::vector<std::string>& run_ids);

}  // namespace cairn::tracking
