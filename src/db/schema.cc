#include "db/schema.h"

#include <fmt/format.h>

#include "db/schema_sql.h"

namespace cairn::db {
namespace {

Result<bool> is_empty(Connection& connection) {
  auto rows = TRY(connection.query("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"));
  return !TRY(rows.next());
}

Status create_mlflow_schema(Connection& connection) {
  TRY(connection.script(kMlflowSchemaSqlite));
  TRY(connection.execute("INSERT INTO alembic_version (version_num) VALUES (?1)", kMlflowHead));
  TRY(
      connection.execute("INSERT INTO workspaces (name, description) "
                         "VALUES ('default', 'Default workspace for legacy resources')"));
  return {};
}

Status check_head(Connection& connection) {
  if (!TRY(has_table(connection, "alembic_version"))) {
    return invalid_state(
        "This database was not made by MLflow or cairn: it has tables, but no alembic_version. "
        "Give another file with --backend-store-uri.");
  }
  auto rows = TRY(connection.query("SELECT version_num FROM alembic_version"));
  const std::string head = TRY(rows.next()) ? rows.string(0) : "";
  if (head != kMlflowHead) {
    return invalid_state(fmt::format(
        "This database is at schema version '{}'; '{}' (MLflow 3.17) is needed. Stop everything that uses it, "
        "then run: cairn db upgrade <its URI> (the old file is kept beside the new one).",
        head, kMlflowHead));
  }
  return {};
}

// On a database of MLflow's this builds indexes over all that is there. What is sorted for them goes to a file, else it
// would all be in memory (390 MiB for three million rows).
Status create_additions(Connection& connection) {
  TRY(connection.script("PRAGMA temp_store=FILE"));
  TRY(connection.script(kCairnSchema));
  return connection.script("PRAGMA temp_store=MEMORY");
}

}  // namespace

Result<bool> has_table(Connection& connection, std::string_view name) {
  auto rows = TRY(connection.query("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?1", name));
  return rows.next();
}

Status prepare_schema(Database& database) {
  return database.write([](Connection& connection) -> Status {
    if (TRY(is_empty(connection))) {
      TRY(create_mlflow_schema(connection));
    } else {
      TRY(check_head(connection));
    }
    return create_additions(connection);
  });
}

}  // namespace cairn::db
