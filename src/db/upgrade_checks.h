// What must be true of the old database before it is copied, and of the new one after.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "db/connection.h"
#include "db/upgrade_migrations.h"

namespace cairn::db {

// Is the attached `old` a whole database of its revision, and can the pending migrations read it?
Status check_old_database(Connection& connection, std::span<const Migration> pending);

// Does every reference in `main` find its row, unless it found none in `old` either? What the user should know of that.
Result<std::vector<std::string>> check_references(Connection& connection);

// SQLite's own check of `main`: structure, indexes, constraints.
Status check_integrity(Connection& connection);

}  // namespace cairn::db
