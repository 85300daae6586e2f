#include "tracking/metric_totals.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "core/json_text.h"

namespace cairn::tracking {
namespace {

// Some 10 ms of the writer's time.
constexpr std::size_t kRunsPerWrite = 500;

constexpr std::string_view kSelectTotals =
    "SELECT run_uuid, count, nan_count, min_value, max_value, sum_value FROM cairn_metric_totals WHERE \"key\" = ?1";
// Added up here: SQLite would sort them for that, and PostgreSQL makes an error of a sum that is too large.
constexpr std::string_view kRows = "SELECT run_uuid, 1, is_nan, value, value, value FROM metrics WHERE \"key\" = ?1";

// Nobody logs to these runs until the totals are there.
constexpr std::string_view kLockRuns =
    "SELECT run_uuid FROM runs WHERE run_uuid IN (SELECT wanted.value FROM json_each(?1) AS wanted) "
    "ORDER BY run_uuid /*pg FOR NO KEY UPDATE */";
constexpr std::string_view kKeepTotals =
    "INSERT INTO cairn_metric_totals (run_uuid, \"key\", count, nan_count, min_value, max_value, sum_value) "
    "SELECT r.run_uuid, ?2, CAST(COALESCE(sum(c.count), 0) AS BIGINT), CAST(COALESCE(sum(c.nan_count), 0) AS BIGINT), "
    "min(c.min_value), max(c.max_value), "
    "CASE WHEN abs(sum(c.sum_value / ?3)) < 1e290 THEN sum(c.sum_value / ?3) * ?3 END "
    "FROM json_each(?1) AS wanted JOIN runs AS r ON r.run_uuid = wanted.value "
    "LEFT JOIN cairn_metric_chunks AS c ON c.run_uuid = r.run_uuid AND c.\"key\" = ?2 "
    "WHERE TRUE GROUP BY r.run_uuid ON CONFLICT DO NOTHING";

}  // namespace

void MetricTotals::Sums::add(const db::Rows& rows) {
  const std::int64_t points = rows.int64(1);
  const std::int64_t nans = rows.int64(2);
  count += points;
  nan_count += nans;
  if (points == nans) return;
  min = std::min(min.value_or(rows.real(3)), rows.real(3));
  max = std::max(max.value_or(rows.real(4)), rows.real(4));
  if (rows.is_null(5)) has_sum = false;
  sum += rows.real(5);
}

std::optional<MetricSummary> MetricTotals::Sums::summary() const {
  MetricSummary summary = {count, nan_count, min, max, std::nullopt};
  if (count == nan_count) return summary;
  if (!has_sum || !std::isfinite(sum)) return std::nullopt;
  summary.mean = sum / static_cast<double>(count - nan_count);
  return summary;
}

Result<MetricTotals> MetricTotals::read(db::Connection& connection, std::string_view key) {
  MetricTotals totals;
  const auto take = [&](std::string_view sql, ByRun& by_run) -> Status {
    auto rows = TRY(connection.query(sql, key));
    while (TRY(rows.next())) {
      auto found = by_run.find(rows.text(0));
      if (found == by_run.end()) found = by_run.emplace(rows.string(0), Sums()).first;
      found->second.add(rows);
    }
    return {};
  };
  TRY(take(kSelectTotals, totals.chunks_));
  TRY(take(kRows, totals.rows_));
  return totals;
}

std::optional<MetricSummary> MetricTotals::find(std::string_view run_id) const {
  const auto chunks = chunks_.find(run_id);
  if (chunks == chunks_.end()) return std::nullopt;
  const auto rows = rows_.find(run_id);
  if (rows == rows_.end()) return chunks->second.summary();
  if (chunks->second.count == 0) return rows->second.summary();
  return std::nullopt;
}

Status keep_totals(db::Database& database, std::string_view key, const std::vector<std::string>& run_ids) {
  for (std::span<const std::string> left(run_ids); !left.empty();) {
    const auto now = left.first(std::min(left.size(), kRunsPerWrite));
    const std::string ids = json_strings(now);
    TRY(database.write([&](db::Connection& connection) -> Status {
      {
        auto locked = TRY(connection.query(kLockRuns, ids));
        while (TRY(locked.next())) continue;
      }
      return connection.send(kKeepTotals, ids, key, kSumScale);
    }));
    left = left.subspan(now.size());
  }
  return {};
}

}  // namespace cairn::tracking
