// What an upgrade asks the catalogues of its two databases: `main`, the new one, and `old`.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "db/connection.h"

namespace cairn::db {

using Names = std::vector<std::string>;

inline bool contains(const Names& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

// As an identifier in SQL.
[[nodiscard]] std::string quoted_name(std::string_view name);

// The first column of a query's rows.
template <class... Args>
Result<Names> select_texts(Connection& connection, std::string_view sql, const Args&... args) {
  Names texts;
  auto rows = TRY(connection.query(sql, args...));
  while (TRY(rows.next())) texts.push_back(rows.string(0));
  return texts;
}

// The number in a query's only row.
Result<std::int64_t> select_number(Connection& connection, std::string_view sql);

// In the order in which they were made, without SQLite's own and the one with the revision.
Result<Names> table_names(Connection& connection, std::string_view schema);

// Without generated columns, which nobody can write.
Result<Names> column_names(Connection& connection, std::string_view schema, std::string_view table);

}  // namespace cairn::db
