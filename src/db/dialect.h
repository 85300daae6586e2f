// Which engine a connection speaks to. The SQL of the stores is written once: postgres_text.h puts it into PostgreSQL's
// words. This is for the few places where the engines want another statement.
#pragma once

#include <string_view>

namespace cairn::db {

enum class Engine { kSqlite, kPostgres };

struct Dialect {
  Engine engine;
  std::string_view name;
};

inline constexpr Dialect kSqliteDialect = {Engine::kSqlite, "sqlite"};
inline constexpr Dialect kPostgresDialect = {Engine::kPostgres, "postgresql"};

}  // namespace cairn::db
