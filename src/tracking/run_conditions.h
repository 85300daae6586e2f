// A filter's clauses as SQL conditions on a run `r`, and how many runs a clause may leave.
#pragma once

#include <optional>
#include <string>

#include "core/result.h"
#include "db/connection.h"
#include "search/filter.h"
#include "tracking/sql_builder.h"

namespace cairn::tracking {

// A condition on r that holds for the runs that the clause accepts.
std::string run_condition(SqlBuilder& sql, const search::Clause& clause);

// The run ids that the clause accepts, as a query that an index answers: where a search may start. Only for clauses
// that such an index serves.
std::optional<std::string> run_source(SqlBuilder& sql, const search::Clause& clause);

// The runs that the clause accepts, counted up to `most`, as an expression. Nothing where it has no source.
std::optional<std::string> accepted_count(SqlBuilder& sql, const search::Clause& clause, std::int64_t most);

}  // namespace cairn::tracking
