#include "tracking/run_search.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "search/filter.h"
#include "search/order_by.h"
#include "search/page_token.h"
#include "tracking/run_conditions.h"
#include "tracking/run_reader.h"
#include "tracking/runs.h"
#include "tracking/sql_builder.h"
#include "tracking/validation.h"

namespace cairn::tracking {
namespace {

using search::Clause;
using search::Entity;
using search::OrderBy;

constexpr std::int64_t kMostResults = 50000;
// Counting what a clause accepts stops here: beyond, it is "many".
constexpr std::int64_t kMany = 5000;
// The share of runs that a clause of which nothing is known is taken to accept.
constexpr double kUnknownShare = 0.3;

struct Search {
  std::vector<std::int64_t> experiments;
  std::vector<Clause> clauses;
  std::vector<OrderBy> order;
  ViewType view;
  std::int64_t offset = 0;
  std::int64_t limit = 0;  // one more than the page, to see whether there is a next one
};

Result<Search> parse(const RunQuery& query) {
  if (query.max_results < 1) {
    return invalid_parameter(fmt::format(
        "Invalid value {} for parameter 'max_results' supplied. It must be a positive integer", query.max_results));
  }
  if (query.max_results > kMostResults) {
    return invalid_parameter(fmt::format("Invalid value {} for parameter 'max_results' supplied. It must be at most {}",
                                         query.max_results, kMostResults));
  }
  Search search;
  search.view = query.view;
  search.limit = query.max_results + 1;
  search.clauses = TRY(search::parse_filter(search::kRuns, query.filter));
  search.order = TRY(search::parse_order_by(search::kRuns, query.order_by));
  search.offset = TRY(search::read_page_token(query.page_token));
  for (const std::string& id : query.experiment_ids) search.experiments.push_back(TRY(parse_experiment_id(id)));
  return search;
}

std::string conditions(SqlBuilder& sql, const Search& search, const Clause* without = nullptr) {
  std::string text = fmt::format("r.experiment_id IN ({}) AND r.lifecycle_stage IN ({})",
                                 sql.bind_all(search.experiments), stages(search.view));
  for (const Clause& clause : search.clauses) {
    if (&clause != without) text += fmt::format(" AND {}", run_condition(sql, clause));
  }
  return text;
}

std::string_view attribute_column(std::string_view attribute) {
  if (attribute == "run_id") return "r.run_uuid";
  if (attribute == "run_name") return "r.name";
  if (attribute == "status") return "r.status";
  if (attribute == "user_id") return "r.user_id";
  if (attribute == "artifact_uri") return "r.artifact_uri";
  if (attribute == "end_time") return "r.end_time";
  return "r.start_time";
}

bool orders_by_start(const std::vector<OrderBy>& order) {
  return std::any_of(order.begin(), order.end(),
                     [](const OrderBy& by) { return by.entity == Entity::kAttribute && by.key == "start_time"; });
}

// What stands between equal runs: the newest first, then the id.
std::string tie_breakers(const std::vector<OrderBy>& order) {
  return orders_by_start(order) ? "r.run_uuid" : "r.start_time DESC, r.run_uuid";
}

struct OrderSql {
  std::string joins;
  std::string terms;
};

// Missing values come last in both directions, NaN just before them.
OrderSql order_sql(SqlBuilder& sql, const std::vector<OrderBy>& order) {
  OrderSql made;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const OrderBy& by = order[i];
    const std::string_view direction = by.ascending ? "" : " DESC";
    if (by.entity == Entity::kAttribute) {
      const std::string_view column = attribute_column(by.key);
      made.terms += fmt::format("{0} IS NULL, {0}{1}, ", column, direction);
      continue;
    }
    const std::string_view table = by.entity == Entity::kMetric  ? "latest_metrics"
                                   : by.entity == Entity::kParam ? "params"
                                                                 : "tags";
    made.joins += fmt::format(" LEFT JOIN {0} AS o{1} ON o{1}.key = {2} AND o{1}.run_uuid = r.run_uuid", table, i,
                              sql.bind(by.key));
    if (by.entity == Entity::kMetric) {
      made.terms += fmt::format("CASE WHEN o{0}.is_nan = 1 THEN 1 WHEN o{0}.value IS NULL THEN 2 ELSE 0 END, ", i);
    } else {
      made.terms += fmt::format("o{}.value IS NULL, ", i);
    }
    made.terms += fmt::format("o{}.value{}, ", i, direction);
  }
  made.terms += tie_breakers(order);
  return made;
}

Result<std::vector<Run>> read_infos(db::Connection& connection, const SqlBuilder& sql) {
  std::vector<Run> runs;
  auto rows = TRY(sql.run(connection));
  while (TRY(rows.next())) {
    Run& run = runs.emplace_back();
    run.info = read_run_info(rows);
    run.outputs.emplace();
  }
  return runs;
}

// Filter first, then sort: from the runs that one clause accepts, or from all runs of the experiments.
Result<std::vector<Run>> filter_and_sort(db::Connection& connection, const Search& search, const Clause* source) {
  SqlBuilder sql;
  sql += fmt::format("SELECT {} FROM ", kRunColumns);
  if (source) {
    sql += fmt::format("({}) AS s CROSS JOIN runs AS r ON r.run_uuid = s.run_uuid", *run_source(sql, *source));
  } else {
    sql += "runs AS r";
  }
  const OrderSql order = order_sql(sql, search.order);
  sql += order.joins;
  sql += fmt::format(" WHERE {} ORDER BY {}", conditions(sql, search, source), order.terms);
  sql += fmt::format(" LIMIT {} OFFSET {}", sql.bind(search.limit), sql.bind(search.offset));
  return read_infos(connection, sql);
}

// Walk the metric's values in order and probe the filters for each run, until the page is full. Gives fewer runs than
// asked for where the numbers do not fill the page: NaN and missing values are not on the walk.
Result<std::vector<Run>> walk_metric(db::Connection& connection, const Search& search) {
  const OrderBy& first = search.order.front();
  SqlBuilder sql;
  sql += fmt::format(
      "SELECT {} FROM latest_metrics AS w INDEXED BY cairn_latest_metrics_by_value CROSS JOIN runs AS r "
      "ON r.run_uuid = w.run_uuid",
      kRunColumns);
  const std::vector<OrderBy> rest(search.order.begin() + 1, search.order.end());
  const std::string key = sql.bind(first.key);
  OrderSql order = order_sql(sql, rest);
  sql += order.joins;
  sql += fmt::format(" WHERE w.key = {} AND w.is_nan = 0 AND {} ORDER BY w.value{}, {} LIMIT {} OFFSET {}", key,
                     conditions(sql, search), first.ascending ? "" : " DESC", order.terms, sql.bind(search.limit),
                     sql.bind(search.offset));
  return read_infos(connection, sql);
}

Result<std::int64_t> count_runs(db::Connection& connection, const Search& search) {
  SqlBuilder sql;
  sql += fmt::format(
      "SELECT count(*) FROM (SELECT 1 FROM runs AS r WHERE r.experiment_id IN ({}) AND r.lifecycle_stage IN ({}) "
      "LIMIT {})",
      sql.bind_all(search.experiments), stages(search.view), sql.bind(kMany));
  auto rows = TRY(sql.run(connection));
  TRY(rows.next());
  return rows.int64(0);
}

struct Estimate {
  const Clause* best_source = nullptr;  // the clause that accepts the fewest runs, if an index finds them
  double to_filter = 0;                 // runs looked at when that clause (or the experiment) comes first
  double to_walk = 0;                   // runs looked at until an ordered walk has filled the page
};

Result<Estimate> estimate(db::Connection& connection, const Search& search) {
  const auto runs = static_cast<double>(TRY(count_runs(connection, search)));
  Estimate made{nullptr, runs, static_cast<double>(search.offset + search.limit)};
  for (const Clause& clause : search.clauses) {
    const auto accepted = TRY(count_accepted(connection, clause, kMany));
    double share = kUnknownShare;
    if (accepted && *accepted < kMany) {
      share = std::min(1.0, static_cast<double>(*accepted) / std::max(runs, 1.0));
      if (static_cast<double>(*accepted) < made.to_filter) {
        made.to_filter = static_cast<double>(*accepted);
        made.best_source = &clause;
      }
    }
    made.to_walk /= std::max(share, 1e-6);
  }
  return made;
}

Result<std::vector<Run>> find(db::Connection& connection, const Search& search) {
  const bool ordered_by_metric = !search.order.empty() && search.order.front().entity == Entity::kMetric;
  if (!ordered_by_metric && search.clauses.empty()) return filter_and_sort(connection, search, nullptr);
  const Estimate plan = TRY(estimate(connection, search));
  if (ordered_by_metric && plan.to_walk < plan.to_filter) {
    auto runs = TRY(walk_metric(connection, search));
    if (static_cast<std::int64_t>(runs.size()) == search.limit) return runs;
  }
  return filter_and_sort(connection, search, plan.best_source);
}

}  // namespace

Result<Page<Run>> search_runs(db::Database& database, const RunQuery& query) {
  const Search search = TRY(parse(query));
  if (search.experiments.empty()) return Page<Run>{};
  return database.read([&](db::Connection& connection) -> Result<Page<Run>> {
    Page<Run> page;
    page.items = TRY(find(connection, search));
    if (static_cast<std::int64_t>(page.items.size()) == search.limit) {
      page.items.pop_back();
      page.next_token = search::make_page_token(search.offset + search.limit - 1);
    }
    TRY(read_run_contents(connection, page.items, ModelInputs::kLeave));
    return page;
  });
}

}  // namespace cairn::tracking
