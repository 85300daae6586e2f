// SQL that is put together piece by piece: text with numbered parameters, and their values.
#pragma once

#include <string>
#include <vector>

#include "core/result.h"
#include "db/connection.h"
#include "search/filter.h"

namespace cairn::tracking {

class SqlBuilder {
 public:
  SqlBuilder& operator+=(std::string_view text) {
    text_ += text;
    return *this;
  }
  // "?7", for a value that is now the seventh parameter.
  std::string bind(db::Value value);
  // "?7, ?8, ?9"
  template <class Values>
  std::string bind_all(const Values& values) {
    std::string list;
    for (const auto& value : values) {
      if (!list.empty()) list += ", ";
      list += bind(db::Value(value));
    }
    return list;
  }

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] Result<db::Rows> run(db::Connection& connection) const;

 private:
  std::string text_;
  std::vector<db::Value> values_;
};

// "column op value" for any operator but the null tests, with the value bound.
std::string comparison(SqlBuilder& sql, std::string_view column, search::Operator op, const search::Value& value);

}  // namespace cairn::tracking
