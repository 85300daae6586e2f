#include "db/open.h"

#include "db/postgres_address.h"
#include "db/postgres_database.h"
#include "db/sqlite_database.h"
#include "db/uri.h"

namespace cairn::db {

Result<std::unique_ptr<Database>> open_database(std::string_view uri, const OpenOptions& options) {
  if (is_postgres_uri(uri)) {
    return std::unique_ptr<Database>(TRY(PostgresDatabase::open(uri, options.read_replica_uri)));
  }
  if (!options.read_replica_uri.empty()) {
    return invalid_parameter("A read replica belongs to a PostgreSQL database; a SQLite file has none.");
  }
  return std::unique_ptr<Database>(TRY(SqliteDatabase::open(TRY(sqlite_path(uri)))));
}

}  // namespace cairn::db
