#include "tracking/run_conditions.h"

#include <fmt/format.h>

#include "core/utf8.h"
#include "tracking/run_columns.h"
#include "tracking/runs.h"

namespace cairn::tracking {
namespace {

using search::Clause;
using search::Entity;
using search::Operator;

// The condition on a row `x` of the entity's table. NaN is stored as 0 with a flag, and differs from every number.
std::string value_condition(SqlBuilder& sql, const Clause& clause) {
  std::string compared = comparison(sql, "x.value", clause.op, clause.value);
  if (clause.entity != Entity::kMetric) return compared;
  return clause.op == Operator::kNotEqual ? fmt::format("({} OR x.is_nan = TRUE)", compared)
                                          : fmt::format("{} AND x.is_nan = FALSE", compared);
}

std::string keyed_condition(SqlBuilder& sql, const Clause& clause) {
  const std::string_view table = run_table(clause.entity);
  const std::string key = sql.bind(clause.key);
  if (clause.op == Operator::kIsNull || clause.op == Operator::kIsNotNull) {
    return fmt::format("{}EXISTS (SELECT 1 FROM {} AS x WHERE x.key = {} AND x.run_uuid = r.run_uuid)",
                       clause.op == Operator::kIsNull ? "NOT " : "", table, key);
  }
  return fmt::format("EXISTS (SELECT 1 FROM {} AS x WHERE x.key = {} AND x.run_uuid = r.run_uuid AND {})", table, key,
                     value_condition(sql, clause));
}

std::string dataset_condition(SqlBuilder& sql, const Clause& clause) {
  constexpr std::string_view kFrom =
      "EXISTS (SELECT 1 FROM inputs AS i JOIN datasets AS d ON d.dataset_uuid = i.source_id";
  constexpr std::string_view kWhere = "WHERE i.destination_type = 'RUN' AND i.destination_id = r.run_uuid";
  if (clause.key == "context") {
    return fmt::format(
        "{} JOIN input_tags AS t ON t.input_uuid = i.input_uuid AND t.name = 'mlflow.data.context' {} AND {})", kFrom,
        kWhere, comparison(sql, "t.value", clause.op, clause.value));
  }
  return fmt::format("{} {} AND {})", kFrom, kWhere,
                     comparison(sql, fmt::format("d.{}", clause.key), clause.op, clause.value));
}

// The run's name is looked for in its tag: the column is empty in runs of old MLflow releases.
Clause name_as_tag(const Clause& clause) {
  Clause tag = clause;
  tag.entity = Entity::kTag;
  tag.key = kRunNameTag;
  return tag;
}

bool is_name(const Clause& clause) { return clause.entity == Entity::kAttribute && clause.key == "run_name"; }

// Values up to this length have an index (cairn_schema.sql), which a search finds by the same words.
constexpr std::size_t kMostIndexed = 250;

bool is_indexed(const Clause& clause) {
  const auto* value = std::get_if<std::string>(&clause.value);
  return clause.op == Operator::kEqual && value && utf8_count(*value) <= kMostIndexed;
}

bool orders_numbers(Operator op) {
  return op == Operator::kEqual || op == Operator::kLess || op == Operator::kLessEqual || op == Operator::kGreater ||
         op == Operator::kGreaterEqual;
}

}  // namespace

std::string run_condition(SqlBuilder& sql, const Clause& clause) {
  if (is_name(clause)) return keyed_condition(sql, name_as_tag(clause));
  switch (clause.entity) {
    case Entity::kAttribute:
      return comparison(sql, run_column(clause.key), clause.op, clause.value);
    case Entity::kDataset:
      return dataset_condition(sql, clause);
    default:
      return keyed_condition(sql, clause);
  }
}

std::optional<std::string> run_source(SqlBuilder& sql, const Clause& clause) {
  if (is_name(clause)) return run_source(sql, name_as_tag(clause));
  std::string length;
  switch (clause.entity) {
    case Entity::kMetric:
      if (!orders_numbers(clause.op)) return std::nullopt;
      break;
    case Entity::kParam:
    case Entity::kTag:
      if (!is_indexed(clause)) return std::nullopt;
      length = fmt::format(" AND length(x.value) <= {}", kMostIndexed);
      break;
    default:
      return std::nullopt;
  }
  const std::string key = sql.bind(clause.key);
  return fmt::format("SELECT x.run_uuid FROM {} AS x WHERE x.key = {} AND {}{}", run_table(clause.entity), key,
                     value_condition(sql, clause), length);
}

std::optional<std::string> accepted_count(SqlBuilder& sql, const Clause& clause, std::int64_t most) {
  const auto source = run_source(sql, clause);
  if (!source) return std::nullopt;
  return fmt::format("(SELECT count(*) FROM ({} LIMIT {}) AS counted)", *source, sql.bind(most));
}

}  // namespace cairn::tracking
