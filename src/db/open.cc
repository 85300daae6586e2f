#include "db/open.h"

#include "db/sqlite_database.h"
#include "db/uri.h"

namespace cairn::db {

Result<std::unique_ptr<Database>> open_database(std::string_view uri, const OpenOptions& /*options*/) {
  return std::unique_ptr<Database>(TRY(SqliteDatabase::open(TRY(sqlite_path(uri)))));
}

}  // namespace cairn::db
