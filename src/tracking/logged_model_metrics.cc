#include "tracking/logged_model_metrics.h"

#include <fmt/format.h>

#include "tracking/metric_point.h"

namespace cairn::tracking {
namespace {

Status check_model_exists(db::Connection& connection, const MetricEntry& entry) {
  auto model = TRY(connection.query("SELECT 1 FROM logged_models WHERE model_id = ?1", *entry.model_id));
  if (TRY(model.next())) return {};
  return bad_request(
      fmt::format("Metric '{}' names the logged model '{}', which does not exist.", entry.metric.key, *entry.model_id));
}

Status check_same_point(db::Connection& connection, std::string_view run_id, const MetricEntry& entry, double value) {
  const Metric& metric = entry.metric;
  auto rows =
      TRY(connection.query("SELECT 1 FROM logged_model_metrics WHERE model_id = ?1 AND metric_name = ?2 "
                           "AND metric_timestamp_ms = ?3 AND metric_step = ?4 AND run_id = ?5 "
                           "AND metric_value = ?6 AND dataset_name IS NOT DISTINCT FROM ?7 "
                           "AND dataset_digest IS NOT DISTINCT FROM ?8",
                           *entry.model_id, metric.key, metric.timestamp, metric.step, run_id, value,
                           entry.dataset_name, entry.dataset_digest));
  if (TRY(rows.next())) return {};
  return bad_request(
      fmt::format("The logged model '{}' has the metric '{}' of this run at step {} and timestamp {} already, with "
                  "another value or measured on another dataset.",
                  *entry.model_id, metric.key, metric.step, metric.timestamp));
}

Status write_metric(db::Connection& connection, std::string_view run_id, std::int64_t experiment_id,
                    const MetricEntry& entry) {
  const Metric& metric = entry.metric;
  const double value = logged_point(metric.step, metric.timestamp, metric.value).value;
  const std::int64_t added = TRY(
      connection.execute("INSERT INTO logged_model_metrics (model_id, metric_name, metric_timestamp_ms, metric_step, "
                         "metric_value, experiment_id, run_id, dataset_name, dataset_digest) "
                         "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT DO NOTHING",
                         *entry.model_id, metric.key, metric.timestamp, metric.step, value, experiment_id, run_id,
                         entry.dataset_name, entry.dataset_digest));
  return added == 1 ? Status() : check_same_point(connection, run_id, entry, value);
}

}  // namespace

Status write_logged_model_metrics(db::Connection& connection, std::string_view run_id, std::int64_t experiment_id,
                                  std::span<const MetricEntry> entries) {
  std::string_view known;  // entries of one model mostly follow each other
  for (const MetricEntry& entry : entries) {
    if (!entry.model_id) continue;
    if (*entry.model_id != known) TRY(check_model_exists(connection, entry));
    known = *entry.model_id;
    TRY(write_metric(connection, run_id, experiment_id, entry));
  }
  return {};
}

}  // namespace cairn::tracking
