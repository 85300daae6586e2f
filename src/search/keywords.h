// The words that sqlparse takes for SQL: `source = 'x'` is no comparison, because SOURCE is a keyword there.
#pragma once

#include <string_view>

#include "search/token.h"

namespace cairn::search {

// The kind of an SQL word in any case, or kName.
[[nodiscard]] Kind word_kind(std::string_view word);

}  // namespace cairn::search
