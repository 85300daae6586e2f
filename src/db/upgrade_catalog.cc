#include "db/upgrade_catalog.h"

#include <fmt/format.h>

namespace cairn::db {

std::string quoted_name(std::string_view name) {
  std::string text = "\"";
  for (const char letter : name) {
    text += letter;
    if (letter == '"') text += letter;
  }
  return text + '"';
}

Result<std::int64_t> select_number(Connection& connection, std::string_view sql) {
  auto rows = TRY(connection.query(sql));
  TRY(rows.next());
  return rows.int64(0);
}

Result<Names> table_names(Connection& connection, std::string_view schema) {
  return select_texts(connection,
                      fmt::format("SELECT name FROM {}.sqlite_master WHERE type = 'table' "
                                  "AND substr(name, 1, 7) <> 'sqlite_' AND name <> 'alembic_version' ORDER BY rowid",
                                  schema));
}

Result<Names> column_names(Connection& connection, std::string_view schema, std::string_view table) {
  return select_texts(connection, "SELECT name FROM pragma_table_xinfo(?1, ?2) WHERE hidden = 0", table, schema);
}

}  // namespace cairn::db
