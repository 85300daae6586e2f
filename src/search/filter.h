// The filter language: `metrics.loss < 0.1 AND tags.team = 'a' AND run_id IN ('x', 'y')`, a conjunction of clauses.
// Pure: text in, clauses out; any thread may call.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/result.h"
#include "search/language.h"

namespace cairn::search {

// Nothing for IS NULL and IS NOT NULL, a list for IN and NOT IN. Ids that are numbers in the database are numbers here.
using Value = std::variant<std::monostate, double, std::int64_t, std::string, std::vector<std::int64_t>,
                           std::vector<std::string>>;

struct Clause {
  Entity entity;
  std::string key;  // of an attribute: its one name, whatever the filter called it
  Operator op;
  Value value;
  std::size_t position;  // byte offset of the clause in the filter
};

// All clauses must hold; an empty filter has none. Errors are MLflow's texts, and say where in the filter the mistake
// is. Where MLflow crashes (a number too large for its database, an operator that makes no sense with a list), this is
// an INVALID_PARAMETER_VALUE as well.
[[nodiscard]] Result<std::vector<Clause>> parse_filter(const Language& language, std::string_view filter);

}  // namespace cairn::search
