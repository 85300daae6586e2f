// Runs as CSV with the columns that MLflow's search_runs() gives them: a column a metric, parameter and tag.
#pragma once

#include <string>
#include <vector>

#include "tracking/types.h"

namespace cairn::cli {

inline constexpr std::size_t kMostRunsInCsv = 100'000;  // MLflow's search_runs() stops there

[[nodiscard]] std::string runs_as_csv(const std::vector<tracking::Run>& runs);
// As Python prints a float; nothing for NaN.
[[nodiscard]] std::string csv_number(double value);
// "FINISHED"
[[nodiscard]] std::string status_name(tracking::RunStatus status);

}  // namespace cairn::cli
