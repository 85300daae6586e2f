// Reads runs with all that is shown of them, in a fixed number of statements whatever the number of runs.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "db/connection.h"
#include "tracking/types.h"

namespace cairn::tracking {

// The columns of `runs` that read_run_info expects, in order, starting at `first`.
inline constexpr std::string_view kRunColumns =
    "r.run_uuid, r.name, r.experiment_id, r.user_id, r.status, r.start_time, r.end_time, r.artifact_uri, "
    "r.lifecycle_stage";
inline constexpr int kRunColumnCount = 9;
RunInfo read_run_info(const db::Rows& row, int first = 0);

enum class ModelInputs { kRead, kLeave };

// Metrics (latest values), parameters, tags, dataset inputs and model outputs of runs whose info is there. Model inputs
// only where asked: MLflow shows them for a single run, not in searches.
Status read_run_contents(db::Connection& connection, std::span<Run> runs, ModelInputs model_inputs);

}  // namespace cairn::tracking
