#include "maintenance/check.h"

#include <fmt/format.h>

#include "db/schema.h"
#include "tracking/metric_history.h"

namespace cairn::maintenance {
namespace {

using tracking::Point;

// Rows that are at odds with another table; the query counts them and gives one for an example.
struct Rule {
  std::string_view problem;
  std::string_view query;
};
constexpr Rule kRules[] = {
    {"inputs name a dataset that is not there",
     "SELECT COUNT(*), MIN(i.source_id) FROM inputs AS i WHERE i.source_type = 'DATASET' AND NOT EXISTS "
     "(SELECT 1 FROM datasets AS d WHERE d.dataset_uuid = i.source_id)"},
    {"inputs belong to a run that is not there",
     "SELECT COUNT(*), MIN(i.destination_id) FROM inputs AS i WHERE i.destination_type = 'RUN' AND NOT EXISTS "
     "(SELECT 1 FROM runs AS r WHERE r.run_uuid = i.destination_id)"},
    {"models are told to be of a run that is not there",
     "SELECT COUNT(*), MIN(i.source_id) FROM inputs AS i WHERE i.source_type IN ('RUN_INPUT', 'RUN_OUTPUT') AND NOT "
     "EXISTS (SELECT 1 FROM runs AS r WHERE r.run_uuid = i.source_id)"},
    {"tags of inputs belong to none",
     "SELECT COUNT(*), MIN(t.input_uuid) FROM input_tags AS t WHERE NOT EXISTS "
     "(SELECT 1 FROM inputs AS i WHERE i.input_uuid = t.input_uuid)"},
    {"aliases name a model version that is not there",
     "SELECT COUNT(*), MIN(a.alias) FROM registered_model_aliases AS a WHERE NOT EXISTS (SELECT 1 FROM model_versions "
     "AS v WHERE v.workspace = a.workspace AND v.name = a.name AND v.version = a.version)"},
    {"runs belong to no experiment",
     "SELECT COUNT(*), MIN(r.run_uuid) FROM runs AS r WHERE r.experiment_id IS NULL OR NOT EXISTS "
     "(SELECT 1 FROM experiments AS e WHERE e.experiment_id = r.experiment_id)"},
    {"metric points have no entry in latest_metrics",
     "SELECT COUNT(*), MIN(h.run_uuid) FROM (SELECT run_uuid, \"key\" FROM metrics UNION SELECT run_uuid, \"key\" FROM "
     "cairn_metric_chunks) AS h WHERE NOT EXISTS (SELECT 1 FROM latest_metrics AS l WHERE l.run_uuid = h.run_uuid AND "
     "l.\"key\" = h.\"key\")"},
};

Result<std::vector<std::string>> engine_problems(db::Connection& connection) {
  std::vector<std::string> problems;
  if (connection.dialect().engine != db::Engine::kSqlite) return problems;  // PostgreSQL enforces its constraints
  {
    auto rows = TRY(connection.query("PRAGMA integrity_check(20)"));
    while (TRY(rows.next())) {
      if (rows.text(0) != "ok") problems.push_back(fmt::format("SQLite finds the file damaged: {}", rows.text(0)));
    }
  }
  auto rows = TRY(connection.query("PRAGMA foreign_key_check"));
  while (TRY(rows.next()) && problems.size() < 100) {
    problems.push_back(fmt::format("a row of {} refers to a row of {} that is not there", rows.text(0), rows.text(2)));
  }
  return problems;
}

Result<std::vector<std::string>> rule_problems(db::Connection& connection) {
  std::vector<std::string> problems;
  for (const Rule& rule : kRules) {
    auto rows = TRY(connection.query(rule.query));
    if (!TRY(rows.next()) || rows.int64(0) == 0) continue;
    problems.push_back(fmt::format("{} {} (one of them: {})", rows.int64(0), rule.problem, rows.text(1)));
  }
  return problems;
}

struct Latest {
  std::string key;
  Point point;
};

Result<std::vector<Latest>> latest_of_run(db::Connection& connection, const std::string& run_id) {
  auto rows = TRY(connection.query(
      "SELECT \"key\", step, timestamp, value, is_nan FROM latest_metrics WHERE run_uuid = ?1", run_id));
  std::vector<Latest> latest;
  while (TRY(rows.next())) {
    latest.push_back({rows.string(0), {rows.int64(1), rows.int64(2), rows.real(3), rows.boolean(4)}});
  }
  return latest;
}

std::string text(const Point& point) {
  return fmt::format("step {}, timestamp {}, value {}", point.step, point.timestamp,
                     point.is_nan ? "NaN" : fmt::format("{}", point.value));
}

// Ties count as equal, as they do when the latest point is chosen.
std::string problem_of(const std::string& run_id, const Latest& latest, std::span<const Point> points) {
  const auto where = [&] { return fmt::format("metric '{}' of run {}", latest.key, run_id); };
  if (points.empty()) return fmt::format("{} has a latest point and no history", where());
  const Point* last = &points.front();
  for (const Point& point : points) {
    if (tracking::is_later(point, *last)) last = &point;
  }
  if (!tracking::is_later(*last, latest.point) && !tracking::is_later(latest.point, *last)) return {};
  return fmt::format("{}: latest_metrics says {}, the history ends with {}", where(), text(latest.point), text(*last));
}

Status check_run(db::Connection& connection, const std::string& run_id, CheckReport& report) {
  const tracking::MetricHistory history;
  for (const Latest& latest : TRY(latest_of_run(connection, run_id))) {
    ++report.histories;
    const auto page = history.read(connection, {run_id, latest.key});
    if (!page.ok()) {
      if (page.error().code() != ErrorCode::kDataLoss) return page.error();
      report.problems.push_back(page.error().message());
      continue;
    }
    report.points += std::ssize(page->points);
    if (auto problem = problem_of(run_id, latest, page->points); !problem.empty()) {
      report.problems.push_back(std::move(problem));
    }
  }
  ++report.runs;
  return {};
}

Result<std::vector<std::string>> all_runs(db::Connection& connection) {
  auto rows = TRY(connection.query("SELECT run_uuid FROM runs ORDER BY run_uuid"));
  std::vector<std::string> ids;
  while (TRY(rows.next())) ids.push_back(rows.string(0));
  return ids;
}

}  // namespace

Result<CheckReport> check_database(db::Database& database, const CheckProgress& progress) {
  CheckReport report;
  progress("tables", 0, 0);
  for (const auto step : {engine_problems, rule_problems}) {
    for (std::string& problem : TRY(database.read(step))) report.problems.push_back(std::move(problem));
  }
  const auto runs = TRY(database.read(all_runs));
  for (const std::string& run_id : runs) {
    TRY(database.read([&](db::Connection& connection) { return check_run(connection, run_id, report); }));
    progress("metric history", static_cast<std::uint64_t>(report.runs), runs.size());
  }
  return report;
}

}  // namespace cairn::maintenance
