#include "search/order_by.h"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <string_view>
#include <utility>

#include "core/python_text.h"
#include "search/characters.h"
#include "search/identifier.h"
#include "search/message.h"
#include "search/shell_words.h"
#include "search/syntax.h"

namespace cairn::search {
namespace {

struct Direction {
  std::string column;
  bool ascending = true;
};

Error unreadable(std::string_view text, std::size_t position) {
  return invalid_parameter(fmt::format("Invalid order_by clause '{}'. Could not be parsed.", text)).at(position);
}

// The column and what follows it, if that is all there is.
Result<std::string> read_column(std::string_view text) {
  const std::optional<Statements> statements = parse_statements(text);
  if (!statements) return invalid_parameter(fmt::format("Error on parsing order_by clause '{}'", text)).at(0);
  if (statements->count != 1) return unreadable(text, statements->second);
  const std::vector<Token>& tokens = statements->first;
  if (tokens.size() == 1 && tokens[0].kind == Kind::kIdentifier) return std::string(tokens[0].text);
  // `timestamp` is no name but a type to sqlparse; MLflow lets it pass.
  if (tokens[0].kind == Kind::kBuiltin && tokens[0].text == "timestamp") {
    const auto solid = std::find_if_not(tokens.begin() + 1, tokens.end(), [](const Token& t) { return t.blank(); });
    if (tokens.size() == 1) return std::string(tokens[0].text);
    if (solid == tokens.end() - 1 && solid->kind == Kind::kAscDesc) return fmt::format("timestamp {}", solid->text);
  }
  // The mistake is the first token that does not belong to the column.
  const auto begin = tokens.begin() + (tokens[0].kind == Kind::kIdentifier ? 1 : 0);
  const auto solid = std::find_if_not(begin, tokens.end(), [](const Token& token) { return token.blank(); });
  return unreadable(text, (solid == tokens.end() ? begin : solid)->position);
}

Result<Direction> read_direction(std::string_view text) {
  std::string column = TRY(read_column(text));
  std::string shell = column;
  std::ranges::replace(shell, '`', '"');
  std::optional<std::vector<ShellWord>> words = shell_words(shell);
  if (!words || words->size() > 2) return unreadable(text, 0);
  if (words->size() < 2) return Direction{std::move(column)};
  const ShellWord& direction = words->back();
  const bool ascending = equal_ignoring_case(direction.text, "ASC");
  if (!ascending && !equal_ignoring_case(direction.text, "DESC")) {
    return invalid_parameter(fmt::format("Invalid ordering key in order_by clause '{}'.", text)).at(direction.position);
  }
  return Direction{std::move(words->front().text), ascending};
}

std::string_view trimmed(std::string_view text) {
  const auto blank = [](char c) { return is_space(static_cast<unsigned char>(c)); };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

Result<OrderBy> read_order(const Language& language, std::string_view text) {
  const Ordering& ordering = language.ordering;
  const Direction direction = TRY(read_direction(text));
  const std::string_view column = trimmed(direction.column);
  if (!ordering.entities) {
    const Key* key = TRY(find_key(ordering.attributes, column, ordering.unknown_key, 0));
    return OrderBy{Entity::kAttribute, std::string(key->meaning), direction.ascending};
  }
  const Identifier identifier = TRY(read_identifier(language, column, 0));
  const EntityRow& row = *identifier.entity;
  if (row.entity == Entity::kAttribute) {
    const Key* key = TRY(find_key(ordering.attributes, identifier.key, ordering.unknown_key, identifier.key_position));
    return OrderBy{Entity::kAttribute, std::string(key->meaning), direction.ascending};
  }
  if (!row.keys.empty()) TRY(find_key(row.keys, identifier.key, row.unknown_key, identifier.key_position));
  if (std::ranges::find(ordering.others, row.entity) == ordering.others.end()) {
    const std::string keys = key_set(ordering.attributes);
    return invalid_parameter(fill(ordering.wrong_entity, {.entity = row.name, .key = identifier.key, .keys = keys}))
        .at(0);
  }
  return OrderBy{row.entity, std::string(identifier.key), direction.ascending};
}

}  // namespace

Result<std::vector<OrderBy>> parse_order_by(const Language& language, std::span<const std::string> texts) {
  std::vector<OrderBy> orders;
  for (const std::string& text : texts) {
    OrderBy order = TRY(read_order(language, text));
    const auto same = [&](const OrderBy& other) { return other.entity == order.entity && other.key == order.key; };
    if (language.ordering.refuses_repeats && std::ranges::any_of(orders, same)) {
      return invalid_parameter("`order_by` contains duplicate fields: " + python_repr(texts)).at(0);
    }
    orders.push_back(std::move(order));
  }
  return orders;
}

}  // namespace cairn::search
