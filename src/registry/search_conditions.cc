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

std::string condition(tracking::SqlBuilder& sql, const Searched& searched, const Clause& clause) {
  if (clause.entity == Entity::kAttribute) {
    return comparison(sql, fmt::format("{}.{}", searched.alias, searched.column(clause.key)), clause.op, clause.value);
  }
  const std::string key = sql.bind(clause.key);
  return fmt::format("EXISTS (SELECT 1 FROM {} AS t WHERE t.workspace = 'default' AND t.key = {} AND {} AND {})",
                     searched.tag_table, key, searched.same_item, comparison(sql, "t.value", clause.op, clause.value));
}

}  // namespace

std::string where(tracking::SqlBuilder& sql, const Searched& searched, std::span<const Clause> clauses) {
  std::string text = fmt::format(" WHERE {}.workspace = 'default'", searched.alias);
  const bool prompts = asks_for_prompts(clauses);
  for (const Clause& clause : clauses) {
    if (!prompts && is_about_prompts(clause)) continue;
    text += " AND " + condition(sql, searched, clause);
  }
  if (prompts) return text;
  // Constants, not parameters: an index covers exactly these rows. One version of a name makes all of it a prompt.
  return text + fmt::format(
                    " AND NOT EXISTS (SELECT 1 FROM {} AS p WHERE p.workspace = 'default' AND p.key = '{}' "
                    "AND p.value = 'true' AND p.name = {}.name)",
                    searched.tag_table, kIsPromptTag, searched.alias);
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
