#include "tracking/metric_history.h"

namespace cairn::tracking {
namespace {

constexpr std::string_view kDeleteRunChunks = "DELETE FROM cairn_metric_chunks WHERE run_uuid = ?1";
constexpr std::string_view kDeleteRows = "DELETE FROM metrics WHERE run_uuid = ?1";
constexpr std::string_view kDeleteLatest = "DELETE FROM latest_metrics WHERE run_uuid = ?1";

}  // namespace

Status MetricHistory::remove(db::Connection& connection, std::string_view run_id) const {
  for (const std::string_view statement : {kDeleteRunChunks, kDeleteRows, kDeleteLatest}) {
    TRY(connection.execute(statement, run_id));
  }
  return {};
}

}  // namespace cairn::tracking
