#include "search/logged_model_filter.h"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <utility>

#include "core/python_text.h"
#include "search/characters.h"
#include "search/conjunction.h"
#include "search/late_error.h"
#include "search/logged_model_attributes.h"
#include "search/numbers.h"
#include "search/string_list.h"
#include "search/syntax.h"

namespace cairn::search {
namespace {

using enum Operator;

struct EntityName {
  std::string_view name;
  Entity entity;
};

constexpr EntityName kEntities[] = {{"attributes", Entity::kAttribute},
                                    {"metrics", Entity::kMetric},
                                    {"params", Entity::kParam},
                                    {"tags", Entity::kTag}};

struct OperatorTable {
  Operators operators;
  std::string_view text;  // as MLflow lists them
};

constexpr OperatorTable kNumericOperators = {{kEqual, kNotEqual, kLess, kLessEqual, kGreater, kGreaterEqual},
                                             "('<', '<=', '>', '>=', '=', '!=')"};
constexpr OperatorTable kTextualOperators = {{kEqual, kNotEqual, kLike, kILike, kIn, kNotIn},
                                             "('=', '!=', 'LIKE', 'ILIKE', 'IN', 'NOT IN')"};

struct Column {
  Entity entity;
  std::string_view entity_name;
  std::string_view key;  // as an error says it
  bool numeric;
};

std::string_view stripped(std::string_view text, char end) {
  while (text.starts_with(end)) text.remove_prefix(1);
  while (text.ends_with(end)) text.remove_suffix(1);
  return text;
}

Column read_attribute(std::string_view name, std::size_t position, LateError& late) {
  const LoggedModelAttribute* attribute = find_logged_model_attribute(name);
  if (attribute == nullptr) attribute = find_logged_model_attribute(stripped(name, '`'));
  if (attribute != nullptr) return {Entity::kAttribute, "attributes", attribute->column, attribute->numeric};
  late.note(invalid_parameter(fmt::format("Invalid attribute key '{}' specified.", name)).at(position));
  return {Entity::kAttribute, "attributes", stripped(name, '`'), false};
}

// `entity.key`, where an entity is lower-case letters; anything else is an attribute.
Result<Column> read_column(const Token& token, LateError& late) {
  const std::size_t dot = token.text.find('.');
  const std::string_view name = token.text.substr(0, dot);
  const bool letters = std::ranges::all_of(name, [](char c) { return c >= 'a' && c <= 'z'; });
  const std::string_view key = dot < token.text.size() ? token.text.substr(dot + 1) : "";
  if (!letters || name.empty() || key.empty() || key.find('\n') < key.size() - 1) {
    return read_attribute(token.text, token.position, late);
  }
  const auto* entity = std::ranges::find(kEntities, name, &EntityName::name);
  if (entity == std::end(kEntities)) {
    return invalid_parameter(
               fmt::format("Invalid entity type: {}. Expected one of ['attributes', 'metrics', 'params', 'tags'].",
                           python_repr(name)))
        .at(token.position);
  }
  if (entity->entity == Entity::kAttribute) return read_attribute(key, token.position + dot + 1, late);
  return Column{entity->entity, entity->name, stripped(key, '`'), entity->entity == Entity::kMetric};
}

Result<Operator> read_operator(const Column& column, const Token& token) {
  std::string written(token.text);
  std::ranges::transform(written, written.begin(), upper);
  const OperatorTable& table = column.numeric ? kNumericOperators : kTextualOperators;
  const std::optional<Operator> op = find_operator(written);
  if (op && table.operators.has(*op)) return *op;
  return invalid_parameter(fmt::format("Invalid comparison operator for {}.{}: {}. Expected one of {}.",
                                       column.entity_name, column.key, python_repr(std::string_view(written)),
                                       table.text))
      .at(token.position);
}

Result<Value> read_value(const Column& column, Operator op, const Token& token, LateError& late) {
  const auto wrong = [&](std::string_view due) {
    return invalid_parameter(fmt::format("Invalid value for {}.{}: {}. Expected {}.", column.entity_name, column.key,
                                         token.text, due))
        .at(token.position);
  };
  if (column.numeric) {
    if (const std::optional<double> number = python_float(token.text)) return Value(*number);
    return wrong("a number");
  }
  if (token.kind != Kind::kParenthesis) return Value(std::string(stripped(token.text, '\'')));
  if (op != kIn && op != kNotIn) late.note(wrong("a string"));
  return Value(TRY(read_string_list(token.text, token.position, ListItems::kAny)));
}

Result<Clause> read_clause(const Token& comparison, LateError& late) {
  std::vector<const Token*> parts;
  std::string written;
  for (const Token& part : comparison.parts) {
    if (!part.blank()) parts.push_back(&part);
    written += part.text;
  }
  if (parts.size() != 3) {
    return invalid_parameter(fmt::format("Invalid comparison: {}. Expected a comparison with 3 tokens.", written))
        .at(comparison.position);
  }
  const Column column = TRY(read_column(*parts[0], late));
  const Operator op = TRY(read_operator(column, *parts[1]));
  Value value = TRY(read_value(column, op, *parts[2], late));
  return Clause{column.entity, std::string(column.key), op, std::move(value), comparison.position};
}

}  // namespace

Result<std::vector<Clause>> parse_logged_model_filter(std::string_view filter) {
  std::vector<Clause> clauses;
  if (filter.empty()) return clauses;
  const auto invalid = [&](std::string_view why, std::size_t position) {
    return invalid_parameter(fmt::format("Invalid filter string: {}. {}", python_repr(filter), why)).at(position);
  };
  std::optional<Statements> statements = parse_statements(filter);
  if (!statements) return invalid("It is too long or nested too deeply.", 0);
  if (statements->count != 1) return invalid("Expected a single SQL expression.", statements->second);
  LateError late;
  for (const Token& token : join_comparisons(std::move(statements->first))) {
    if (token.kind == Kind::kAnd) continue;
    if (token.kind != Kind::kComparison) {
      return invalid(
          "Expected a list of comparisons separated by 'AND' (e.g. 'metrics.loss > 0.1 AND params.lr = 0.01').",
          token.position);
    }
    clauses.push_back(TRY(read_clause(token, late)));
  }
  if (late.first) return *std::move(late.first);
  return clauses;
}

}  // namespace cairn::search
