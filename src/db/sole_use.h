// Having a SQLite database alone, before its file is replaced.
#pragma once

#include <string>
#include <string_view>

#include "core/result.h"
#include "db/connection.h"

namespace cairn::db {

// Locks the database `path`, which the connection has as `schema`, and takes it out of WAL mode, so that its file is
// whole by itself. Refuses when something else uses it. The lock goes with the connection.
Status take_sole_use(Connection& connection, std::string_view schema, const std::string& path);

}  // namespace cairn::db
