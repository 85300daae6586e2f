// What MLflow's command line has and ours has not, and what to do instead: whoever types it is told, and nothing is
// done.
#pragma once

#include <string>
#include <string_view>

namespace cairn::cli {

// Of "traces" or "experiments update", without the program's name; empty where MLflow has no such command either.
[[nodiscard]] std::string mlflow_only(std::string_view command);

}  // namespace cairn::cli
