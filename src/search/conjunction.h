// A filter's clauses, as MLflow cuts them out of a statement: `key op value` groups, and what belongs together although
// sqlparse leaves it apart: `key [NOT] IN (...)` and `key IS [NOT] NULL`.
#pragma once

#include <vector>

#include "search/token.h"

namespace cairn::search {

// Drops the blanks. Every comparison is then one kComparison; AND and whatever does not belong in a filter stay.
[[nodiscard]] std::vector<Token> join_comparisons(std::vector<Token> statement);

}  // namespace cairn::search
