#include "tracking/sql_builder.h"

#include <fmt/format.h>
#include <type_traits>

namespace cairn::tracking {
namespace {

// IN and NOT IN take a list, the others one value.
std::string bound(SqlBuilder& sql, const search::Value& value) {
  return std::visit(
      [&](const auto& held) -> std::string {
        using T = std::decay_t<decltype(held)>;
        if constexpr (std::is_same_v<T, std::monostate>)
          return "NULL";
        else if constexpr (std::is_same_v<T, std::vector<std::string>> || std::is_same_v<T, std::vector<std::int64_t>>)
          return fmt::format("({})", sql.bind_all(held));
        else
          return sql.bind(held);
      },
      value);
}

bool is_empty_list(const search::Value& value) {
  const auto* texts = std::get_if<std::vector<std::string>>(&value);
  const auto* numbers = std::get_if<std::vector<std::int64_t>>(&value);
  return (texts && texts->empty()) || (numbers && numbers->empty());
}

}  // namespace

std::string SqlBuilder::bind(db::Value value) {
  values_.push_back(std::move(value));
  return fmt::format("?{}", values_.size());
}

Result<db::Rows> SqlBuilder::run(db::Connection& connection) const {
  std::vector<db::Param> params;
  params.reserve(values_.size());
  for (const db::Value& value : values_) params.push_back(db::borrow(value));
  return connection.run(text_, params);
}

std::string comparison(SqlBuilder& sql, std::string_view column, search::Operator op, const search::Value& value) {
  // Only SQLite takes an empty list.
  if (is_empty_list(value)) return op == search::Operator::kIn ? "FALSE" : "TRUE";
  const std::string right = bound(sql, value);
  if (op == search::Operator::kILike) return fmt::format("lower({}) LIKE lower({})", column, right);
  return fmt::format("{} {} {}", column, search::text(op), right);
}

}  // namespace cairn::tracking
