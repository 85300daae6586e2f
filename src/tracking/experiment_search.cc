#include "tracking/experiment_search.h"

#include <algorithm>
#include <fmt/format.h>

#include "search/filter.h"
#include "search/order_by.h"
#include "search/page_token.h"
#include "tracking/experiments.h"
#include "tracking/sql_builder.h"

namespace cairn::tracking {
namespace {

using search::Clause;
using search::Entity;
using search::Operator;
using search::OrderBy;

constexpr std::int64_t kMostExperiments = 50000;

std::string condition(SqlBuilder& sql, const Clause& clause) {
  if (clause.entity == Entity::kAttribute) {
    return comparison(sql, fmt::format("e.{}", clause.key), clause.op, clause.value);
  }
  const std::string key = sql.bind(clause.key);
  const bool null_test = clause.op == Operator::kIsNull || clause.op == Operator::kIsNotNull;
  return fmt::format(
      "{}EXISTS (SELECT 1 FROM experiment_tags AS x WHERE x.experiment_id = e.experiment_id AND x.key = {}{})",
      clause.op == Operator::kIsNull ? "NOT " : "", key,
      null_test ? "" : " AND " + comparison(sql, "x.value", clause.op, clause.value));
}

std::string order_terms(std::vector<OrderBy> order) {
  if (order.empty())
    order = {{Entity::kAttribute, "creation_time", false}, {Entity::kAttribute, "experiment_id", true}};
  std::string terms;
  bool names_id = false;
  for (const OrderBy& by : order) {
    terms += fmt::format("{}e.{} {}", terms.empty() ? "" : ", ", by.key, by.ascending ? "ASC" : "DESC");
    names_id = names_id || by.key == "experiment_id";
  }
  return names_id ? terms : terms + ", e.experiment_id DESC";
}

Status check_max_results(std::int64_t max_results) {
  if (max_results < 1) {
    return invalid_parameter(fmt::format(
        "Invalid value {} for parameter 'max_results' supplied. It must be a positive integer", max_results));
  }
  if (max_results > kMostExperiments) {
    return invalid_parameter(fmt::format("Invalid value {} for parameter 'max_results' supplied. It must be at most {}",
                                         max_results, kMostExperiments));
  }
  return {};
}

}  // namespace

Result<Page<Experiment>> search_experiments(db::Database& database, const ExperimentQuery& query) {
  TRY(check_max_results(query.max_results));
  const auto clauses = TRY(search::parse_filter(search::kExperiments, query.filter));
  const auto order = TRY(search::parse_order_by(search::kExperiments, query.order_by));
  const std::int64_t offset = TRY(search::read_page_token(query.page_token));

  SqlBuilder sql;
  sql += fmt::format("SELECT {} FROM experiments AS e WHERE e.workspace = 'default' AND e.lifecycle_stage IN ({})",
                     kExperimentColumns, stages(query.view));
  for (const Clause& clause : clauses) sql += fmt::format(" AND {}", condition(sql, clause));
  sql += fmt::format(" ORDER BY {} LIMIT {} OFFSET {}", order_terms(order), sql.bind(query.max_results + 1),
                     sql.bind(offset));

  return database.read([&](db::Connection& connection) -> Result<Page<Experiment>> {
    Page<Experiment> page;
    {
      auto rows = TRY(sql.run(connection));
      while (TRY(rows.next())) page.items.push_back(read_experiment_row(rows));
    }
    if (static_cast<std::int64_t>(page.items.size()) > query.max_results) {
      page.items.pop_back();
      page.next_token = search::make_page_token(offset + query.max_results);
    }
    TRY(read_experiment_tags(connection, page.items));
    return page;
  });
}

}  // namespace cairn::tracking
