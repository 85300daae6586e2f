#include "tracking/run_order.h"

#include <charconv>
#include <fmt/format.h>

#include "tracking/run_columns.h"

namespace cairn::tracking {
namespace {

using search::Entity;
using search::OrderBy;

template <class Number>
std::optional<db::Value> number(std::string_view text) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return db::Value(value);
}

bool is_null(const db::Value& value) { return std::holds_alternative<db::Null>(value); }

}  // namespace

RunOrder::RunOrder(std::span<const OrderBy> order) : order_(order) {
  bool by_start = false;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const OrderBy& by = order[i];
    if (by.entity == Entity::kAttribute) {
      const bool time = by.key == "start_time" || by.key == "end_time";
      add(time ? Term::Type::kInteger : Term::Type::kText, std::string(run_column(by.key)), by.ascending);
      by_start |= by.key == "start_time";
      continue;
    }
    const std::string value = fmt::format("o{}.value", i);
    if (by.entity != Entity::kMetric) {
      add(Term::Type::kText, value, by.ascending);
      continue;
    }
    // NaN comes after the numbers in both directions.
    add(Term::Type::kFlag, fmt::format("o{}.is_nan", i), true);
    add(Term::Type::kReal, value, by.ascending);
  }
  if (!order.empty() && order.front().entity == Entity::kMetric) {
    terms_[0].walked = "w.is_nan";
    terms_[1].walked = "w.value";
  }
  if (!by_start) add(Term::Type::kInteger, "r.start_time", false);
  add(Term::Type::kText, "r.run_uuid", true);
  terms_.back().nullable = false;
}

void RunOrder::add(Term::Type type, std::string column, bool ascending) {
  terms_.push_back({type, column, column, ascending});
}

bool RunOrder::newest_first() const {
  return terms_.size() == 2 && terms_.front().joined == "r.start_time" && !terms_.front().ascending;
}

std::string RunOrder::joins(SqlBuilder& sql, Source source) const {
  std::string text;
  for (std::size_t i = source == Source::kWalked ? 1 : 0; i < order_.size(); ++i) {
    if (order_[i].entity == Entity::kAttribute) continue;
    text += fmt::format(" LEFT JOIN {0} AS o{1} ON o{1}.key = {2} AND o{1}.run_uuid = r.run_uuid",
                        run_table(order_[i].entity), i, sql.bind(order_[i].key));
  }
  return text;
}

std::string RunOrder::terms(Source source) const {
  std::string text;
  // All that is walked are numbers. PostgreSQL does not see that the flag is the same for all, and would sort by it.
  const std::size_t first = source == Source::kWalked ? 1 : 0;
  for (const Term& term : std::span(terms_).subspan(first)) {
    if (!text.empty()) text += ", ";
    const bool nullable = term.nullable && term.column(source) == term.joined;
    text += fmt::format("{} {}{}", term.column(source), term.ascending ? "ASC" : "DESC", nullable ? " NULLS LAST" : "");
  }
  return text;
}

std::string RunOrder::place_columns(Source source) const {
  std::string text;
  for (const Term& term : terms_) {
    if (!text.empty()) text += ", ";
    text += term.column(source);
  }
  return text;
}

search::Place RunOrder::read_place(const db::Rows& row, int first) const {
  search::Place place;
  for (std::size_t i = 0; i < terms_.size(); ++i) {
    const int column = first + static_cast<int>(i);
    if (row.is_null(column)) {
      place.push_back(std::nullopt);
    } else if (terms_[i].type == Term::Type::kInteger || terms_[i].type == Term::Type::kFlag) {
      place.push_back(fmt::format("{}", row.int64(column)));
    } else if (terms_[i].type == Term::Type::kReal) {
      place.push_back(fmt::format("{}", row.real(column)));
    } else {
      place.push_back(row.string(column));
    }
  }
  return place;
}

std::optional<RunOrder::Values> RunOrder::values(const search::Place& place) const {
  if (place.size() != terms_.size()) return std::nullopt;
  Values values;
  for (std::size_t i = 0; i < terms_.size(); ++i) {
    std::optional<db::Value> value = db::Value(db::Null{});
    if (place[i]) {
      if (terms_[i].type == Term::Type::kInteger)
        value = number<std::int64_t>(*place[i]);
      else if (terms_[i].type == Term::Type::kReal)
        value = number<double>(*place[i]);
      else if (terms_[i].type == Term::Type::kFlag)
        value = db::Value(*place[i] != "0");
      else
        value = db::Value(*place[i]);
    }
    if (!value) return std::nullopt;
    values.push_back(std::move(*value));
  }
  return values;
}

// Term by term: beyond the place's value, or equal to it and after the place by the terms that follow. What is missing
// is last, so nothing is beyond it.
std::string RunOrder::after(SqlBuilder& sql, const Values& place, Source source) const {
  std::string condition = "FALSE";
  for (std::size_t i = terms_.size(); i-- > 0;) {
    const std::string& column = terms_[i].column(source);
    if (is_null(place[i])) {
      condition = fmt::format("({} IS NULL AND {})", column, condition);
      continue;
    }
    const std::string value = sql.bind(place[i]);
    const char beyond = terms_[i].ascending ? '>' : '<';
    condition = fmt::format("({0} {1} {2} OR {0} IS NULL OR ({0} = {2} AND {3}))", column, beyond, value, condition);
  }
  return condition;
}

std::string RunOrder::beginning(SqlBuilder& sql, const Values& place, Source source) const {
  const std::size_t leading = source == Source::kWalked ? 1 : 0;
  if ((source == Source::kJoined && !newest_first()) || is_null(place[leading])) return {};
  const Term& term = terms_[leading];
  return fmt::format(" AND {} {} {}", term.column(source), term.ascending ? ">=" : "<=", sql.bind(place[leading]));
}

bool RunOrder::among_numbers(const Values& place) {
  const auto* is_nan = std::get_if<bool>(&place.front());
  return is_nan && !*is_nan;
}

}  // namespace cairn::tracking
