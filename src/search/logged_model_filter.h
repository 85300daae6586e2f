// The filter language of the search for logged models, which MLflow reads with other code than the rest, and other
// rules: entities only in their long form, single quotes only, and values that need no quotes. Pure; any thread may
// call.
#pragma once

#include <string_view>
#include <vector>

#include "core/result.h"
#include "search/filter.h"

namespace cairn::search {

// As parse_filter(). Attributes are named as the columns of the logged models are; numbers are doubles, and
// a list may be empty, which no value is in.
[[nodiscard]] Result<std::vector<Clause>> parse_logged_model_filter(std::string_view filter);

}  // namespace cairn::search
