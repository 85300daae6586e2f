// Fills a new database at the head's schema from an older one that is attached to the same connection as `old`.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "db/connection.h"
#include "db/upgrade_migrations.h"

namespace cairn::db {

// What is being done (a table's name, whose rows are counted; "indexes"; "checks"), and how far it is.
using UpgradeProgress = std::function<void(std::string_view what, std::int64_t done, std::int64_t total)>;

struct CopiedTable {
  std::string name;
  std::int64_t rows;  // in the new database
};

struct Copied {
  std::vector<CopiedTable> tables;
  std::vector<std::string> remarks;  // what the user should know about the rows
};

// In one transaction: schema, rows, migrations, indexes, checks. The connection has the upgrade's functions.
Result<Copied> copy_database(Connection& connection, std::span<const Migration> pending,
                             const UpgradeProgress& progress);

}  // namespace cairn::db
