// Where a database is: what --backend-store-uri says.
#pragma once

#include <string>
#include <string_view>

#include "core/result.h"

namespace cairn::db {

// The file that sqlite:///relative.db or sqlite:////absolute.db names.
Result<std::string> sqlite_path(std::string_view uri);

}  // namespace cairn::db
