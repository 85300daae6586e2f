// The database's schema: MLflow's own, at one Alembic head, plus what cairn adds.
#pragma once

#include <string>
#include <string_view>

#include "core/result.h"
#include "db/database.h"

namespace cairn::db {

// The migration at which MLflow 3.17 stands. MLflow starts only on a database at exactly its own head.
inline constexpr std::string_view kMlflowHead = "dc11669786a5";

// Makes an empty database MLflow's, and adds cairn's tables and indexes where they are missing. Refuses a database at
// another head, or one that holds something else, and changes nothing then.
Status prepare_schema(Database& database);

// Whether the connection's database has such a table.
Result<bool> has_table(Connection& connection, std::string_view name);

}  // namespace cairn::db
