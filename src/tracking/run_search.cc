#include "tracking/run_search.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <limits>
#include <unordered_map>

#include "search/filter.h"
#include "search/order_by.h"
#include "search/page_token.h"
#include "tracking/metric_totals.h"
#include "tracking/run_conditions.h"
#include "tracking/run_order.h"
#include "tracking/run_ranking.h"
#include "tracking/run_reader.h"
#include "tracking/runs.h"
#include "tracking/sql_builder.h"
#include "tracking/validation.h"

namespace cairn::tracking {
namespace {

using search::Clause;
using search::Entity;
using search::OrderBy;
using Source = RunOrder::Source;

constexpr std::int64_t kMostRuns = 50000;
// Counting what a clause accepts stops here: beyond, it is "many".
constexpr std::int64_t kMany = 5000;
// So many runs are ranked one by one in a few milliseconds.
constexpr std::size_t kFewRanked = 200;
// The share of runs that a clause of which nothing is known is taken to accept.
constexpr double kUnknownShare = 0.3;

struct Search {
  std::vector<std::int64_t> experiments;
  std::vector<Clause> clauses;
  std::vector<OrderBy> order;
  ViewType view;
  search::PageStart start;
  std::int64_t limit = 0;  // one more than the page, to see whether there is a next one
};

Result<Search> parse(const RunQuery& query) {
  if (query.max_results < 1) {
    return invalid_parameter(fmt::format(
        "Invalid value {} for parameter 'max_results' supplied. It must be a positive integer", query.max_results));
  }
  if (query.max_results > kMostRuns) {
    return invalid_parameter(fmt::format("Invalid value {} for parameter 'max_results' supplied. It must be at most {}",
                                         query.max_results, kMostRuns));
  }
  Search search;
  search.view = query.view;
  search.limit = query.max_results + 1;
  search.clauses = TRY(search::parse_filter(search::kRuns, query.filter));
  search.order = TRY(search::parse_order_by(search::kRuns, query.order_by));
  const auto ranked = [](const OrderBy& by) { return by.statistic != search::Statistic::kLast; };
  if (search.order.size() > 1 && std::ranges::any_of(search.order, ranked)) {
    return invalid_parameter(
        "An order by what a metric's whole history says (max, min, mean, at) stands alone in order_by.");
  }
  search.start = TRY(search::read_page_start(query.page_token));
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

// The runs of a page, and one more if there is a next one.
struct Found {
  std::vector<Run> runs;
  search::Place last;  // of the page
};

// One statement's search: its plan, and where in the order it begins.
class PageQuery {
 public:
  PageQuery(const Search& search, const RunOrder& order, Source source)
      : search_(search), order_(order), source_(source) {
    if (search.start.after) place_ = order.values(*search.start.after);
  }

  SqlBuilder sql;

  [[nodiscard]] std::string columns() const {
    return fmt::format("{}, {}", kRunColumns, order_.place_columns(source_));
  }
  std::string joins() { return order_.joins(sql, source_); }
  [[nodiscard]] const std::optional<RunOrder::Values>& place() const { return place_; }

  // WHERE takes it, with " AND" before it; then the order and the page's bounds.
  std::string rest(bool from_index) {
    std::string text;
    if (place_) {
      if (from_index) text += order_.beginning(sql, *place_, source_);
      text += fmt::format(" AND {}", order_.after(sql, *place_, source_));
    }
    text += fmt::format(" ORDER BY {} LIMIT {}", order_.terms(source_), sql.bind(search_.limit));
    if (!place_) text += fmt::format(" OFFSET {}", sql.bind(search_.start.offset));
    return text;
  }

  Result<Found> run(db::Connection& connection) const {
    Found found;
    auto rows = TRY(sql.run(connection));
    while (TRY(rows.next())) {
      Run& run = found.runs.emplace_back();
      run.info = read_run_info(rows);
      run.outputs.emplace();
      const bool last = static_cast<std::int64_t>(found.runs.size()) == search_.limit - 1;
      if (last) found.last = order_.read_place(rows, kRunColumnCount);
    }
    return found;
  }

 private:
  const Search& search_;
  const RunOrder& order_;
  Source source_;
  std::optional<RunOrder::Values> place_;
};

bool fills(const Search& search, const Found& found) {
  return static_cast<std::int64_t>(found.runs.size()) == search.limit;
}

// Filter first, then sort: from the runs that one clause accepts, or from all runs of the experiments.
Result<Found> filter_and_sort(db::Connection& connection, const Search& search, const RunOrder& order,
                              const Clause* source, bool from_index = false) {
  PageQuery query(search, order, Source::kJoined);
  SqlBuilder& sql = query.sql;
  sql += fmt::format("SELECT {} FROM ", query.columns());
  if (source) {
    sql += fmt::format("({}) AS s CROSS JOIN runs AS r", *run_source(sql, *source));
  } else {
    sql += "runs AS r";
  }
  sql += query.joins();
  sql += fmt::format(" WHERE {}{}{}", source ? "r.run_uuid = s.run_uuid AND " : "", conditions(sql, search, source),
                     query.rest(from_index));
  return query.run(connection);
}

// Begins at the page's place in the index of starts, where that is the order.
Result<Found> walk_starts(db::Connection& connection, const Search& search, const RunOrder& order) {
  if (search.start.after && order.newest_first()) {
    auto found = TRY(filter_and_sort(connection, search, order, nullptr, true));
    if (fills(search, found)) return found;
  }
  return filter_and_sort(connection, search, order, nullptr);
}

// Walk the metric's values in order and probe the filters for each run, until the page is full. Gives fewer runs than
// asked for where the numbers do not fill the page: NaN and missing values are not on the walk.
Result<Found> walk_metric(db::Connection& connection, const Search& search, const RunOrder& order) {
  PageQuery query(search, order, Source::kWalked);
  if (query.place() && !RunOrder::among_numbers(*query.place())) return Found{};
  SqlBuilder& sql = query.sql;
  sql += fmt::format("SELECT {} FROM latest_metrics AS w INDEXED BY cairn_latest_metrics_by_value CROSS JOIN runs AS r",
                     query.columns());
  sql += query.joins();
  sql += fmt::format(" WHERE r.run_uuid = w.run_uuid AND w.key = {} AND w.is_nan = FALSE AND {}{}",
                     sql.bind(search.order.front().key), conditions(sql, search), query.rest(true));
  return query.run(connection);
}

std::string run_count(SqlBuilder& sql, const Search& search) {
  return fmt::format(
      "(SELECT count(*) FROM (SELECT 1 FROM runs AS r WHERE r.experiment_id IN ({}) AND r.lifecycle_stage IN ({}) "
      "LIMIT {}) AS counted)",
      sql.bind_all(search.experiments), stages(search.view), sql.bind(kMany));
}

struct Estimate {
  const Clause* best_source = nullptr;  // the clause that accepts the fewest runs, if an index finds them
  double to_filter = 0;                 // runs looked at when that clause (or the experiment) comes first
  double to_walk = 0;                   // runs looked at until an ordered walk has filled the page
};

Result<Estimate> estimate(db::Connection& connection, const Search& search) {
  // One statement: the runs, then what each clause accepts.
  SqlBuilder sql;
  std::string columns = run_count(sql, search);
  for (const Clause& clause : search.clauses) {
    columns += ", " + accepted_count(sql, clause, kMany).value_or("NULL");
  }
  sql += "SELECT " + columns;
  auto counts = TRY(sql.run(connection));
  TRY(counts.next());

  const auto runs = static_cast<double>(counts.int64(0));
  const std::int64_t skipped = search.start.after ? 0 : search.start.offset;
  Estimate made{nullptr, runs, static_cast<double>(skipped + search.limit)};
  int column = 0;
  for (const Clause& clause : search.clauses) {
    const auto accepted = counts.maybe_int64(++column);
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

// All runs that the filter accepts, where the order is by the value at a step with the latest point of the metric.
struct Candidates {
  std::vector<RankedRun> runs;
  std::vector<std::optional<Point>> latest;
};

bool orders_at_step(const Search& search) { return search.order.front().statistic == search::Statistic::kAtStep; }

Result<Candidates> find_candidates(db::Connection& connection, const Search& search) {
  SqlBuilder sql;
  sql += "SELECT r.run_uuid, r.start_time";
  if (orders_at_step(search)) {
    sql += fmt::format(
        ", w.step, w.timestamp, w.value, w.is_nan FROM runs AS r LEFT JOIN latest_metrics AS w ON w.key = {} "
        "AND w.run_uuid = r.run_uuid",
        sql.bind(search.order.front().key));
  } else {
    sql += " FROM runs AS r";
  }
  sql += fmt::format(" WHERE {}", conditions(sql, search));
  Candidates found;
  auto rows = TRY(sql.run(connection));
  while (TRY(rows.next())) {
    // Runs without a start are the oldest, one above the least number, so that its sign can be turned.
    const std::int64_t start = rows.maybe_int64(1).value_or(-std::numeric_limits<std::int64_t>::max());
    found.runs.push_back({rows.string(0), start});
    if (!orders_at_step(search)) continue;
    auto& latest = found.latest.emplace_back();
    if (!rows.is_null(2)) latest = Point{rows.int64(2), rows.int64(3), rows.real(4), rows.boolean(5)};
  }
  return found;
}

Status rank_at_step(db::Connection& connection, const OrderBy& by, Candidates& candidates) {
  for (std::size_t i = 0; i < candidates.runs.size(); ++i) {
    const auto& latest = candidates.latest[i];
    if (!latest) continue;
    if (latest->step <= by.step) {
      rank_by_point(*latest, candidates.runs[i]);
    } else {
      TRY(rank_run(connection, by, candidates.runs[i]));
    }
  }
  return {};
}

// Says which runs had to be looked at one by one, because nothing is kept of their histories.
Result<std::vector<std::string>> rank_by_histories(db::Connection& connection, const OrderBy& by,
                                                   std::vector<RankedRun>& runs) {
  const bool few = runs.size() < kFewRanked;
  const MetricTotals totals = few ? MetricTotals() : TRY(MetricTotals::read(connection, by.key));
  std::vector<std::string> unknown;
  for (RankedRun& run : runs) {
    if (const auto summary = totals.find(run.id)) {
      rank_by_summary(*summary, by, run);
      continue;
    }
    TRY(rank_run(connection, by, run));
    if (!few && !totals.knows(run.id)) unknown.push_back(run.id);
  }
  return unknown;
}

Result<std::vector<Run>> read_infos(db::Connection& connection, std::span<const RankedRun> ranked) {
  std::vector<std::string> ids;
  std::unordered_map<std::string_view, std::size_t> places;
  for (const RankedRun& run : ranked) {
    places.emplace(run.id, ids.size());
    ids.push_back(run.id);
  }
  SqlBuilder sql;
  sql += fmt::format("SELECT {} FROM runs AS r WHERE r.run_uuid IN ({})", kRunColumns, sql.bind_all(ids));
  std::vector<Run> runs(ids.size());
  auto rows = TRY(sql.run(connection));
  while (TRY(rows.next())) {
    Run& run = runs[places.at(rows.text(0))];
    run.info = read_run_info(rows);
    run.outputs.emplace();
  }
  return runs;
}

// Also says of which runs something should be kept for the next page.
Result<Found> find_ranked(db::Connection& connection, const Search& search, std::vector<std::string>& unknown) {
  Candidates candidates = TRY(find_candidates(connection, search));
  std::vector<RankedRun>& ranked = candidates.runs;
  if (orders_at_step(search)) {
    TRY(rank_at_step(connection, search.order.front(), candidates));
  } else {
    unknown = TRY(rank_by_histories(connection, search.order.front(), ranked));
  }
  sort_ranking(ranked, search.order.front().ascending);
  const auto place = search.start.after ? read_place(*search.start.after) : std::nullopt;
  const std::size_t first =
      std::min(ranked.size(), place ? count_through(ranked, *place, search.order.front().ascending)
                                    : static_cast<std::size_t>(search.start.offset));
  const std::size_t count = std::min(ranked.size() - first, static_cast<std::size_t>(search.limit));
  Found found;
  found.runs = TRY(read_infos(connection, std::span(ranked).subspan(first, count)));
  if (fills(search, found)) found.last = place_of(ranked[first + count - 2]);
  return found;
}

Result<Found> find(db::Connection& connection, const Search& search, const RunOrder& order,
                   std::vector<std::string>& unknown) {
  if (!search.order.empty() && search.order.front().statistic != search::Statistic::kLast) {
    return find_ranked(connection, search, unknown);
  }
  const bool ordered_by_metric = !search.order.empty() && search.order.front().entity == Entity::kMetric;
  if (!ordered_by_metric && search.clauses.empty()) return walk_starts(connection, search, order);
  const Estimate plan = TRY(estimate(connection, search));
  if (ordered_by_metric && plan.to_walk < plan.to_filter) {
    auto found = TRY(walk_metric(connection, search, order));
    if (fills(search, found)) return found;
  }
  if (!plan.best_source) return walk_starts(connection, search, order);
  return filter_and_sort(connection, search, order, plan.best_source);
}

}  // namespace

Result<Page<Run>> search_runs(db::Database& database, const RunQuery& query) {
  const Search search = TRY(parse(query));
  if (search.experiments.empty()) return Page<Run>{};
  const RunOrder order(search.order);
  std::vector<std::string> unknown;
  auto found_page = database.read([&](db::Connection& connection) -> Result<Page<Run>> {
    Found found = TRY(find(connection, search, order, unknown));
    Page<Run> page;
    if (fills(search, found)) {
      found.runs.pop_back();
      page.next_token = search::make_page_token({search.start.offset + search.limit - 1, std::move(found.last)});
    }
    page.items = std::move(found.runs);
    TRY(read_run_contents(connection, page.items, ModelInputs::kLeave));
    return page;
  });
  // The page is right without: a database that nobody may write to stays as slow as it is.
  if (found_page.ok() && unknown.size() >= kFewRanked)
    static_cast<void>(keep_totals(database, search.order.front().key, unknown));
  return found_page;
}

}  // namespace cairn::tracking
