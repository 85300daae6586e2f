// What differs between the engines and shows in the SQL that the stores write. One constant per engine.
#pragma once

#include <string_view>

namespace cairn::db {

enum class Engine { kSqlite, kPostgres };

struct Dialect {
  Engine engine;
  std::string_view name;
};

inline constexpr Dialect kSqliteDialect = {Engine::kSqlite, "sqlite"};

}  // namespace cairn::db
