#include "registry/search_conditions.h"

#include <algorithm>
#include <fmt/format.h>

#include "core/utf8.h"
#include "registry/prompts.h"

namespace cairn::registry {
namespace {

using search::Clause;
using search::Entity;
using search::Operator;
using search::OrderBy;

bool is_about_prompts(const Clause& clause) { return clause.entity == Entity::kTag && clause.key == kIsPromptTag; }

// Prompts are found where the first clause about them says so, and are left out otherwise.
bool asks_for_prompts(std::span<const Clause> clauses) {
  const auto first = std::find_if(clauses.begin(), clauses.end(), is_about_prompts);
  if (first == clauses.end()) return false;
  const auto* value = std::get_if<std::string>(&first->value);
  if (value == nullptr) return false;
  return (first->op == Operator::kEqual && lower_case(*value) == "true") ||
         (first->op == Operator::kNotEqual && lower_case(*value) == "false");
}

// Tags up to this length have an index by value (cairn_schema.sql).
constexpr std::size_t kMostIndexed = 250;
// From that many items on, walking the order and probing for the tag costs less than sorting those that have it.
constexpr std::int64_t kMany = 1000;

bool has_indexed_value(const Clause& clause) {
  const auto* value = std::get_if<std::string>(&clause.value);
  return clause.entity == Entity::kTag && clause.op == Operator::kEqual && value != nullptr &&
         utf8_count(*value) <= kMostIndexed;
}

// The condition on a tag `s` that the index by value answers.
std::string indexed_condition(tracking::SqlBuilder& sql, const Clause& clause) {
  const std::string key = sql.bind(clause.key);
  return fmt::format("s.workspace = 'default' AND s.key = {} AND {} AND length(s.value) <= {}", key,
                     comparison(sql, "s.value", clause.op, clause.value), kMostIndexed);
}

Result<std::int64_t> count_accepted(db::Connection& connection, const Searched& searched, const Clause& clause) {
  tracking::SqlBuilder sql;
  sql += fmt::format("SELECT count(*) FROM (SELECT 1 FROM {} AS s WHERE {} LIMIT {}) AS counted", searched.tag_table,
                     indexed_condition(sql, clause), sql.bind(kMany));
  auto rows = TRY(sql.run(connection));
  TRY(rows.next());
  return rows.int64(0);
}

bool names_few(const Searched& searched, const Clause& clause) {
  return clause.entity == Entity::kAttribute && clause.key == searched.selective_attribute &&
         (clause.op == Operator::kEqual || clause.op == Operator::kIn);
}

// None where every tag that the filter names is on many items.
Result<const Clause*> rarest_tag(db::Connection& connection, const Searched& searched,
                                 std::span<const Clause* const> clauses) {
  const Clause* rarest = nullptr;
  std::int64_t fewest = kMany;
  for (const Clause* clause : clauses) {
    if (!has_indexed_value(*clause)) continue;
    const std::int64_t count = TRY(count_accepted(connection, searched, *clause));
    if (count < fewest) {
      fewest = count;
      rarest = clause;
    }
  }
  return rarest;
}

std::string condition(tracking::SqlBuilder& sql, const Searched& searched, const Clause& clause) {
  if (clause.entity == Entity::kAttribute) {
    return comparison(sql, fmt::format("{}.{}", searched.alias, searched.column(clause.key)), clause.op, clause.value);
  }
  const std::string key = sql.bind(clause.key);
  return fmt::format("EXISTS (SELECT 1 FROM {} AS t WHERE t.workspace = 'default' AND t.key = {} AND {} AND {})",
                     searched.tag_table, key, fmt::format(fmt::runtime(searched.same_item), "t"),
                     comparison(sql, "t.value", clause.op, clause.value));
}

// Of versions, one that says so makes its whole name a prompt.
std::string without_prompts(const Searched& searched) {
  return fmt::format(
      " AND {}.name NOT IN (SELECT p.name FROM {} AS p WHERE p.workspace = 'default' AND p.key = '{}' "
      "AND p.value = 'true' AND length(p.value) <= {})",
      searched.alias, searched.tag_table, kIsPromptTag, kMostIndexed);
}

}  // namespace

Result<std::string> from_where(db::Connection& connection, tracking::SqlBuilder& sql, const Searched& searched,
                               std::span<const Clause> clauses) {
  const bool prompts = asks_for_prompts(clauses);
  std::vector<const Clause*> wanted;
  for (const Clause& clause : clauses) {
    if (prompts || !is_about_prompts(clause)) wanted.push_back(&clause);
  }
  const Clause* start = nullptr;
  std::string text;
  if (std::any_of(clauses.begin(), clauses.end(), [&](const Clause& clause) { return names_few(searched, clause); })) {
    text = fmt::format(" FROM {} INDEXED BY {} WHERE ", searched.table, searched.selective_index);
  } else if (start = TRY(rarest_tag(connection, searched, wanted)); start != nullptr) {
    text = fmt::format(" FROM {} AS s CROSS JOIN {} WHERE {} AND {} AND ", searched.tag_table, searched.table,
                       fmt::format(fmt::runtime(searched.same_item), "s"), indexed_condition(sql, *start));
  } else {
    text = fmt::format(" FROM {} WHERE ", searched.table);
  }
  text += fmt::format("{}.workspace = 'default'", searched.alias);
  for (const Clause* clause : wanted) {
    if (clause != start) text += " AND " + condition(sql, searched, *clause);
  }
  return prompts ? text : text + without_prompts(searched);
}

std::string order_terms(const Searched& searched, std::span<const OrderBy> order, std::span<const OrderBy> ties) {
  std::vector<OrderBy> all(order.begin(), order.end());
  for (const OrderBy& tie : ties) {
    const auto same = [&](const OrderBy& by) { return by.key == tie.key; };
    if (std::none_of(order.begin(), order.end(), same)) all.push_back(tie);
  }
  std::string terms;
  for (const OrderBy& by : all) {
    terms += fmt::format("{}{}.{}{}", terms.empty() ? "" : ", ", searched.alias, searched.column(by.key),
                         by.ascending ? "" : " DESC");
  }
  return terms;
}

}  // namespace cairn::registry
