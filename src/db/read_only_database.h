// A database from which is only read: nothing of the file changes, not even how it keeps its journal.
#pragma once

#include <memory>
#include <string_view>

#include "core/result.h"
#include "db/database.h"

namespace cairn::db {

// write() is an error.
Result<std::unique_ptr<Database>> open_read_only(std::string_view uri);

}  // namespace cairn::db
