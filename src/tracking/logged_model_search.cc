#include "tracking/logged_model_search.h"

#include <algorithm>
#include <fmt/format.h>

#include "search/logged_model_filter.h"
#include "tracking/sql_builder.h"
#include "tracking/validation.h"

namespace cairn::tracking {
namespace {

using search::Clause;
using search::Entity;
using search::LoggedModelOrder;
using search::OrderBy;

// MLflow takes 0 for "no number given".
constexpr std::int64_t kUsualResults = 100;

struct OrderKey {
  OrderBy by;
  const LoggedModelOrder* asked;
};

struct ModelSearch {
  std::vector<std::int64_t> experiments;
  std::vector<Clause> clauses;
  std::vector<OrderKey> order;
  std::int64_t offset = 0;
  std::int64_t page_size = 0;
};

// In the order in which MLflow finds mistakes.
Result<ModelSearch> parse(const LoggedModelQuery& query) {
  if (std::ranges::any_of(query.datasets, [](const DatasetChoice& dataset) { return dataset.name.empty(); })) {
    return invalid_parameter("`dataset_name` in the `datasets` clause must be specified.");
  }
  if (query.max_results < 0) {
    return invalid_parameter(fmt::format(
        "Invalid value {} for parameter 'max_results' supplied. It must not be negative.", query.max_results));
  }
  ModelSearch search;
  search.page_size = query.max_results == 0 ? kUsualResults : query.max_results;
  search.offset = TRY(search::read_page_token(query.page_token, query.question));
  search.clauses = TRY(search::parse_logged_model_filter(query.question.filter));
  for (const std::string& id : query.question.experiment_ids)
    search.experiments.push_back(TRY(parse_experiment_id(id)));
  for (const LoggedModelOrder& asked : query.question.order_by) {
    search.order.push_back({TRY(search::read_logged_model_order(asked)), &asked});
  }
  return search;
}

std::string measured_on(SqlBuilder& sql, const DatasetChoice& dataset) {
  const std::string name = fmt::format("x.dataset_name = {}", sql.bind(dataset.name));
  if (dataset.digest.empty()) return name + " AND x.dataset_digest IS NULL";
  return fmt::format("{} AND x.dataset_digest = {}", name, sql.bind(dataset.digest));
}

// The metrics of the model m are looked at one dataset a time where that is all that is asked, so that each is one look
// into an index; with a condition on the value, that is the condition which finds them.
std::string measured_on_any(SqlBuilder& sql, const std::vector<DatasetChoice>& datasets) {
  std::string any;
  for (const DatasetChoice& dataset : datasets) {
    any += fmt::format("{}EXISTS (SELECT 1 FROM logged_model_metrics AS x WHERE x.model_id = m.model_id AND {})",
                       any.empty() ? "" : " OR ", measured_on(sql, dataset));
  }
  return "(" + any + ")";
}

std::string metric_condition(SqlBuilder& sql, const Clause& clause, const std::vector<DatasetChoice>& datasets) {
  std::string on;
  for (const DatasetChoice& dataset : datasets) {
    on += fmt::format("{}({})", on.empty() ? " AND (" : " OR ", measured_on(sql, dataset));
  }
  if (!on.empty()) on += ')';
  const std::string name = sql.bind(clause.key);
  return fmt::format(
      "EXISTS (SELECT 1 FROM logged_model_metrics AS x WHERE x.model_id = m.model_id AND x.metric_name = {} AND {}{})",
      name, comparison(sql, "x.metric_value", clause.op, clause.value), on);
}

std::string condition(SqlBuilder& sql, const Clause& clause, const std::vector<DatasetChoice>& datasets) {
  switch (clause.entity) {
    case Entity::kAttribute: {
      // A number that is asked for as a text: SQLite compares them as they are meant.
      const bool is_number = clause.key == "status" || clause.key == "experiment_id";
      const std::string_view as_text = is_number ? "/*pg ::text */" : "";
      return comparison(sql, fmt::format("m.{}{}", clause.key, as_text), clause.op, clause.value);
    }
    case Entity::kMetric:
      return metric_condition(sql, clause, datasets);
    default: {
      const std::string_view kind = clause.entity == Entity::kParam ? "param" : "tag";
      const std::string key = sql.bind(clause.key);
      return fmt::format(
          "EXISTS (SELECT 1 FROM logged_model_{0}s AS x WHERE x.model_id = m.model_id AND x.{0}_key = {1} AND {2})",
          kind, key, comparison(sql, fmt::format("x.{}_value", kind), clause.op, clause.value));
    }
  }
}

std::string conditions(SqlBuilder& sql, const ModelSearch& search, const std::vector<DatasetChoice>& datasets) {
  std::string text =
      fmt::format("m.experiment_id IN ({}) AND m.lifecycle_stage = 'active'", sql.bind_all(search.experiments));
  bool on_datasets = datasets.empty();
  for (const Clause& clause : search.clauses) {
    text += fmt::format(" AND {}", condition(sql, clause, datasets));
    on_datasets = on_datasets || clause.entity == Entity::kMetric;
  }
  if (!on_datasets) text += fmt::format(" AND {}", measured_on_any(sql, datasets));
  return text;
}

// The latest value of a metric, as a query for one model m.
std::string latest_value(SqlBuilder& sql, const OrderKey& key) {
  std::string on;
  if (!key.asked->dataset_name.empty()) on += " AND x.dataset_name = " + sql.bind(key.asked->dataset_name);
  if (!key.asked->dataset_digest.empty()) on += " AND x.dataset_digest = " + sql.bind(key.asked->dataset_digest);
  return fmt::format(
      "(SELECT x.metric_value FROM logged_model_metrics AS x WHERE x.model_id = m.model_id AND x.metric_name = {}{} "
      "ORDER BY x.metric_timestamp_ms DESC, x.metric_step DESC, x.run_id LIMIT 1)",
      sql.bind(key.by.key), on);
}

struct OrderSql {
  std::string columns;  // values to sort by, for the SELECT
  std::string terms;
};

// Missing values come last in both directions; of equal models the newest first.
OrderSql order_sql(SqlBuilder& sql, const std::vector<OrderKey>& order) {
  OrderSql made;
  bool by_creation = false;
  bool by_id = false;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const OrderBy& by = order[i].by;
    std::string value = fmt::format("m.{}", by.key);
    if (by.entity == Entity::kMetric) {
      value = fmt::format("latest_{}", i);
      made.columns += fmt::format(", {} AS {}", latest_value(sql, order[i]), value);
    } else {
      by_creation = by_creation || by.key == "creation_timestamp_ms";
      by_id = by_id || by.key == "model_id";
    }
    made.terms += fmt::format("{}{} {} NULLS LAST", i == 0 ? "" : ", ", value, by.ascending ? "ASC" : "DESC");
  }
  const auto then = [&](std::string_view term) { made.terms += (made.terms.empty() ? "" : ", ") + std::string(term); };
  if (!by_creation) then("m.creation_timestamp_ms DESC");
  if (!by_id) then("m.model_id");
  return made;
}

SqlBuilder search_sql(const ModelSearch& search, const std::vector<DatasetChoice>& datasets) {
  SqlBuilder sql;
  const OrderSql order = order_sql(sql, search.order);
  sql += fmt::format("SELECT {}{} FROM logged_models AS m WHERE {} ORDER BY {}", kLoggedModelColumns, order.columns,
                     conditions(sql, search, datasets), order.terms);
  sql += fmt::format(" LIMIT {} OFFSET {}", sql.bind(search.page_size + 1), sql.bind(search.offset));
  return sql;
}

}  // namespace

Result<Page<LoggedModel>> search_logged_models(db::Database& database, const LoggedModelQuery& query) {
  const ModelSearch search = TRY(parse(query));
  if (search.experiments.empty()) return Page<LoggedModel>{};
  const SqlBuilder sql = search_sql(search, query.datasets);
  return database.read([&](db::Connection& connection) -> Result<Page<LoggedModel>> {
    Page<LoggedModel> page;
    {
      auto rows = TRY(sql.run(connection));
      while (TRY(rows.next())) page.items.push_back({read_logged_model_info(rows), {}});
    }
    if (static_cast<std::int64_t>(page.items.size()) > search.page_size) {
      page.items.pop_back();
      page.next_token = search::make_page_token(query.question, search.offset + search.page_size);
    }
    TRY(read_logged_model_contents(connection, page.items, query.metrics));
    return page;
  });
}

}  // namespace cairn::tracking
