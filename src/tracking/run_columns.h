// Where what a search asks for of a run is stored: columns of the run `r`, and tables with a row for each key.
#pragma once

#include <string_view>

#include "search/language.h"

namespace cairn::tracking {

// "r.start_time"; NULL for what no run has.
std::string_view run_column(std::string_view attribute);
// Of metrics, parameters and tags.
std::string_view run_table(search::Entity entity);

}  // namespace cairn::tracking
