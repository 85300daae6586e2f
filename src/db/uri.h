// Where a database is: what --backend-store-uri says.
#pragma once
#include <string>
#include <string_view>
#include "core/result.h"
namespace cairn::db {
// sqlite:///relative.db, sqlite:////absolute.db, sqlite:// (in memory, refused): the file's path.
Result<std::string> sqlite_path(std::string_view uri);
}  // namespace cairn::db
