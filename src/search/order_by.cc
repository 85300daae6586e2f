#include "search/order_by.h"

#include <algorithm>
#include <charconv>
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

Result<bool> is_ascending(std::string_view text, std::string_view word, std::size_t position) {
  const bool ascending = equal_ignoring_case(word, "ASC");
  if (ascending || equal_ignoring_case(word, "DESC")) return ascending;
  return invalid_parameter(fmt::format("Invalid ordering key in order_by clause '{}'.", text)).at(position);
}

Result<Direction> read_direction(std::string_view text) {
  std::string column = TRY(read_column(text));
  std::string shell = column;
  std::ranges::replace(shell, '`', '"');
  std::optional<std::vector<ShellWord>> words = shell_words(shell);
  if (!words || words->size() > 2) return unreadable(text, 0);
  if (words->size() < 2) return Direction{std::move(column)};
  const ShellWord& direction = words->back();
  const bool ascending = TRY(is_ascending(text, direction.text, direction.position));
  return Direction{std::move(words->front().text), ascending};
}

std::string_view trimmed(std::string_view text) {
  const auto blank = [](char c) { return is_space(static_cast<unsigned char>(c)); };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

Result<OrderBy> order_of(const Language& language, const Direction& direction) {
  const Ordering& ordering = language.ordering;
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

struct StatisticName {
  std::string_view name;
  Statistic statistic;
};
constexpr StatisticName kStatistics[] = {
    {"MAX", Statistic::kGreatest}, {"MIN", Statistic::kLeast}, {"MEAN", Statistic::kMean}, {"AT", Statistic::kAtStep}};

// What a text calls, if it is a call of a statistic: the name before the first parenthesis.
const StatisticName* find_statistic(std::string_view text) {
  const std::size_t open = text.find('(');
  if (open == std::string_view::npos) return nullptr;
  const std::string_view name = trimmed(text.substr(0, open));
  const auto* found = std::ranges::find_if(
      kStatistics, [&](const StatisticName& each) { return equal_ignoring_case(name, each.name); });
  return found == std::end(kStatistics) ? nullptr : found;
}

std::optional<std::int64_t> step_of(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

// "max(metrics.loss) DESC", "at(metrics.loss, 100)".
Result<OrderBy> read_statistic(const Language& language, std::string_view text, Statistic statistic) {
  const std::size_t begin = text.find('(') + 1;
  const std::size_t close = text.rfind(')');
  if (close == std::string_view::npos || close < begin) return unreadable(text, text.size());
  std::string_view argument = text.substr(begin, close - begin);
  std::int64_t step = 0;
  if (statistic == Statistic::kAtStep) {
    const std::size_t comma = argument.rfind(',');
    const auto number = comma == std::string_view::npos ? std::nullopt : step_of(trimmed(argument.substr(comma + 1)));
    if (!number) {
      return invalid_parameter(
                 fmt::format("Invalid order_by clause '{}'. at() takes a metric and a step: at(metrics.loss, 100).",
                             text))
          .at(begin);
    }
    step = *number;
    argument = argument.substr(0, comma);
  }
  auto order = order_of(language, {std::string(trimmed(argument))});
  if (!order.ok()) {
    const std::size_t position = order.error().position();
    return std::move(order).error().at(position == Error::kNoPosition ? begin : begin + position);
  }
  if (order->entity != Entity::kMetric) {
    return invalid_parameter(fmt::format("Invalid order_by clause '{}'. Only a metric has such values.", text))
        .at(begin);
  }
  order->statistic = statistic;
  order->step = step;
  const std::string_view direction = trimmed(text.substr(close + 1));
  if (!direction.empty()) order->ascending = TRY(is_ascending(text, direction, close + 1));
  return order;
}

Result<OrderBy> read_order(const Language& language, std::string_view text) {
  if (language.ordering.statistics) {
    if (const StatisticName* called = find_statistic(text)) return read_statistic(language, text, called->statistic);
  }
  return order_of(language, TRY(read_direction(text)));
}

}  // namespace

Result<std::vector<OrderBy>> parse_order_by(const Language& language, std::span<const std::string> texts) {
  std::vector<OrderBy> orders;
  for (const std::string& text : texts) {
    OrderBy order = TRY(read_order(language, text));
    const auto same = [&](const OrderBy& other) {
      return other.entity == order.entity && other.key == order.key && other.statistic == order.statistic &&
             other.step == order.step;
    };
    if (language.ordering.refuses_repeats && std::ranges::any_of(orders, same)) {
      return invalid_parameter("`order_by` contains duplicate fields: " + python_repr(texts)).at(0);
    }
    orders.push_back(std::move(order));
  }
  return orders;
}

}  // namespace cairn::search
