#include "db/schema.h"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "db/postgres_text.h"
#include "db/schema_sql.h"

namespace cairn::db {
namespace {

// What the engines call their catalogues, and the texts that are made for each.
struct EngineSchema {
  std::string_view mlflow;
  std::string_view has_table;
  std::string_view has_any_table;
};
const EngineSchema& schema_of(const Connection& connection) {
  static const EngineSchema sqlite = {kMlflowSchemaSqlite,
                                      "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?1",
                                      "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"};
  static const EngineSchema postgres = {
      kMlflowSchemaPostgres, "SELECT 1 FROM pg_tables WHERE schemaname = current_schema() AND tablename = ?1",
      "SELECT 1 FROM pg_tables WHERE schemaname = current_schema() LIMIT 1"};
  return connection.dialect().engine == Engine::kPostgres ? postgres : sqlite;
}

Result<bool> is_empty(Connection& connection) {
  auto rows = TRY(connection.query(schema_of(connection).has_any_table));
  return !TRY(rows.next());
}

Status create_mlflow_schema(Connection& connection) {
  TRY(connection.script(schema_of(connection).mlflow));
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
        "Give another one with --backend-store-uri.");
  }
  auto rows = TRY(connection.query("SELECT version_num FROM alembic_version"));
  const std::string head = TRY(rows.next()) ? rows.string(0) : "";
  if (head == kMlflowHead) return {};
  const bool file = connection.dialect().engine == Engine::kSqlite;
  return invalid_state(fmt::format(
      "This database is at schema version '{}'; '{}' (MLflow 3.17) is needed. Stop everything that uses it, then {}",
      head, kMlflowHead,
      file ? "run: cairn db upgrade <its URI> (the old file is kept beside the new one)."
           : "make a backup and run, with mlflow==3.17.2 installed: mlflow db upgrade <its URI>"));
}

// On a database of MLflow's this builds indexes over all that is there. What is sorted for them goes to a file, else it
// would all be in memory (390 MiB for three million rows).
Status create_sqlite_additions(Connection& connection) {
  TRY(connection.script("PRAGMA temp_store=FILE"));
  TRY(connection.script(kCairnSchema));
  return connection.script("PRAGMA temp_store=MEMORY");
}

std::vector<std::string> statements_of(std::string_view script) {
  std::vector<std::string> found;
  std::string statement;
  while (!script.empty()) {
    const std::string_view line = script.substr(0, script.find('\n'));
    script.remove_prefix(std::min(line.size() + 1, script.size()));
    if (line.starts_with("--")) continue;
    statement += std::string(line) + '\n';
    if (line.ends_with(';')) found.push_back(std::exchange(statement, {}));
  }
  return found;
}

// "CREATE INDEX IF NOT EXISTS name ON ..."
std::optional<std::string> index_name(std::string_view statement) {
  constexpr std::string_view kBegin = "CREATE INDEX IF NOT EXISTS ";
  if (!statement.starts_with(kBegin)) return std::nullopt;
  const std::string_view rest = statement.substr(kBegin.size());
  return std::string(rest.substr(0, rest.find_first_of(" \n")));
}

// Online: other processes go on writing while an index is built. One whose building was broken off is built again.
Status create_index_online(Connection& connection, const std::string& name, std::string statement) {
  constexpr std::string_view kState =
      "SELECT i.indisvalid FROM pg_index AS i WHERE i.indexrelid = to_regclass(quote_ident(?1))";
  auto rows = TRY(connection.query(kState, name));
  if (TRY(rows.next())) {
    if (rows.boolean(0)) return {};
    TRY(connection.script("DROP INDEX CONCURRENTLY IF EXISTS " + name));
  }
  constexpr std::string_view kBegin = "CREATE INDEX ";
  statement.insert(kBegin.size(), "CONCURRENTLY ");
  return connection.script(statement);
}

// A table that refers to another waits for those who write to that one, and whoever comes to write waits behind it: it
// gives way again and again until it finds a moment.
Status create_table_online(Connection& connection, const std::string& statement) {
  constexpr int kAttempts = 600;
  constexpr std::chrono::milliseconds kBetween{500};
  TRY(connection.script("SET lock_timeout = '200ms'"));
  Status created;
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    created = connection.script(statement);
    if (created.ok() || created.error().code() != ErrorCode::kTemporarilyUnavailable) break;
    std::this_thread::sleep_for(kBetween);
  }
  TRY(created);
  return connection.script("SET lock_timeout = 0");
}

Status create_postgres_additions(Connection& connection) {
  for (const std::string& statement : statements_of(postgres_text(kCairnSchema))) {
    const auto index = index_name(statement);
    TRY(index ? create_index_online(connection, *index, statement) : create_table_online(connection, statement));
  }
  return {};
}

Status create_additions(Connection& connection) {
  return connection.dialect().engine == Engine::kPostgres ? create_postgres_additions(connection)
                                                          : create_sqlite_additions(connection);
}

// A new database has its tables all or not at all; in SQLite the whole job is a transaction anyway.
Status create_mlflow_schema_at_once(Connection& connection) {
  if (connection.dialect().engine == Engine::kSqlite) return create_mlflow_schema(connection);
  TRY(connection.script("BEGIN"));
  const Status created = create_mlflow_schema(connection);
  TRY(connection.script(created.ok() ? "COMMIT" : "ROLLBACK"));
  return created;
}

}  // namespace

Result<bool> has_table(Connection& connection, std::string_view name) {
  auto rows = TRY(connection.query(schema_of(connection).has_table, name));
  return rows.next();
}

Status prepare_schema(Database& database) {
  return database.alter([](Connection& connection) -> Status {
    if (TRY(is_empty(connection))) {
      TRY(create_mlflow_schema_at_once(connection));
    } else {
      TRY(check_head(connection));
    }
    return create_additions(connection);
  });
}

}  // namespace cairn::db
