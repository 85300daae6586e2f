// The metrics of logged models: points that a run logs with the id of a model go to the model too.
#pragma once

#include <span>
#include <string_view>

#include "core/result.h"
#include "db/connection.h"
#include "tracking/types.h"

namespace cairn::tracking {

// Keeps those of the entries that name a model. A model has one point for each run, metric, step and timestamp: the
// same one again changes nothing, another value or dataset is an error.
Status write_logged_model_metrics(db::Connection& connection, std::string_view run_id, std::int64_t experiment_id,
                                  std::span<const MetricEntry> entries);

}  // namespace cairn::tracking
