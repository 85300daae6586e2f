// What a verification came to: lines for people as it goes, one JSON object for programs at its end.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "cli/output/table.h"
#include "cli/verify/verification.h"

namespace cairn::cli {

[[nodiscard]] std::string outcome_line(const Outcome& outcome);
[[nodiscard]] std::string summary_line(const std::vector<Outcome>& outcomes);
[[nodiscard]] Table outcome_table(const std::vector<Outcome>& outcomes);
[[nodiscard]] std::string verify_report(const std::string& tracking_uri, const std::vector<Outcome>& outcomes);

}  // namespace cairn::cli
