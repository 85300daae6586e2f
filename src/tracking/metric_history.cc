#include "tracking/metric_history.h"

#include "tracking/metric_append.h"

namespace cairn::tracking {
namespace {

constexpr std::string_view kDeleteRunChunks = "DELETE FROM cairn_metric_chunks WHERE run_uuid = ?1";
constexpr std::string_view kDeleteRows = "DELETE FROM metrics WHERE run_uuid = ?1";
constexpr std::string_view kDeleteLatest = "DELETE FROM latest_metrics WHERE run_uuid = ?1";

}  // namespace

Status MetricHistory::append(db::Connection& connection, std::string_view run_id,
                             std::span<const LoggedMetric> metrics) const {
  if (metrics.empty()) return {};
  MetricAppend append(mode_);
  for (const LoggedMetric& metric : metrics) append.add(run_id, metric);
  const db::Statement heads = append.heads();
  return append.apply(connection, TRY(connection.run(heads.sql, heads.params)));
}

Status MetricHistory::remove(db::Connection& connection, std::string_view run_id) const {
  for (const std::string_view statement : {kDeleteRunChunks, kDeleteRows, kDeleteLatest}) {
    TRY(connection.execute(statement, run_id));
  }
  return {};
}

}  // namespace cairn::tracking
