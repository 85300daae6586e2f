// The schemas' texts, compiled in from the .sql files beside this one.
#pragma once

#include <string_view>

namespace cairn::db {

// All tables of MLflow at kMlflowHead, as its own migrations leave them in SQLite.
extern const std::string_view kMlflowSchemaSqlite;
// The same in PostgreSQL.
extern const std::string_view kMlflowSchemaPostgres;
// What cairn adds; every statement may be run again.
extern const std::string_view kCairnSchema;

}  // namespace cairn::db
