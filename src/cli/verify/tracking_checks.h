// Experiments, runs and what is logged to them.
#pragma once

#include <string>

#include "cli/verify/probe.h"
#include "core/result.h"

namespace cairn::cli {

Result<std::string> check_experiment(Probe& probe);
Result<std::string> check_run(Probe& probe);
Result<std::string> check_params(Probe& probe);
Result<std::string> check_metrics(Probe& probe);
Result<std::string> check_batch(Probe& probe);
Result<std::string> check_tags(Probe& probe);
Result<std::string> check_search(Probe& probe);

Status remove_run(Probe& probe);
Status remove_experiment(Probe& probe);

}  // namespace cairn::cli
