// Opens a database by its URI, whatever the engine.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "core/result.h"
#include "db/database.h"

namespace cairn::db {

struct OpenOptions {
  std::string read_replica_uri;  // of a PostgreSQL database; empty: none
};

Result<std::unique_ptr<Database>> open_database(std::string_view uri, const OpenOptions& options = {});

}  // namespace cairn::db
