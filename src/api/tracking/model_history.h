// What log-model keeps of a model's description, in the form in which MLflow keeps it.
#pragma once

#include <string>
#include <string_view>

#include "core/result.h"

namespace cairn::api {

// The run, the path, the time, the id and the flavors (without their config), as Python writes JSON.
Result<std::string> model_history_entry(std::string_view model_json);

}  // namespace cairn::api
