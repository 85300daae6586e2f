// Appending to any number of histories of any number of runs. What has to be known of them is read in one statement,
// and points that are later than all before cost three more: the chunks that grow, those that are new, the latest
// points. Only points that may be there already are looked for, history by history.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tracking/metric_history.h"
#include "tracking/types.h"

namespace cairn::tracking {

inline LoggedMetric logged_metric(const MetricEntry& entry) {
  const Metric& metric = entry.metric;
  return {metric.key, logged_point(metric.step, metric.timestamp, metric.value)};
}

class MetricAppend {
 public:
  explicit MetricAppend(MetricHistory::Mode mode) : mode_(mode) {}

  // A point equal to one that the history or the batch has already is stored once. Borrows the strings.
  void add(std::string_view run_id, const LoggedMetric& metric) { runs_[run_id][metric.key].push_back(metric.point); }

  // To be run when the runs are locked; its rows are for apply(). Valid as long as this is.
  db::Statement heads();
  // Nothing is appended to this run.
  void leave_out(std::string_view run_id) {
    for (auto& [key, points] : runs_[run_id]) points.clear();
  }
  Status apply(db::Connection& connection, db::Rows heads);

 private:
  struct Writes;
  Status append(db::Connection& connection, HistoryId id, std::vector<Point>& points, const db::Rows& head,
                Writes& writes) const;
  Result<std::vector<Point>> find_known(db::Connection& connection, HistoryId id, std::vector<Point> suspects) const;

  MetricHistory::Mode mode_;
  // Sorted: two processes that write the same metrics then lock their rows in the same order.
  std::map<std::string_view, std::map<std::string_view, std::vector<Point>>> runs_;
  std::string ids_;
};

}  // namespace cairn::tracking
