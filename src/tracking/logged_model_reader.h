// Reads logged models with all that is shown of them, in a fixed number of statements whatever the number of models.
#pragma once

#include <span>
#include <string_view>

#include "core/result.h"
#include "db/connection.h"
#include "tracking/logged_model.h"

namespace cairn::tracking {

// The columns of `logged_models AS m` that read_logged_model_info expects, in order.
inline constexpr std::string_view kLoggedModelColumns =
    "m.model_id, m.experiment_id, m.name, m.creation_timestamp_ms, m.last_updated_timestamp_ms, m.artifact_location, "
    "m.status, m.model_type, m.source_run_id, m.status_message";
inline constexpr int kLoggedModelColumnCount = 10;
LoggedModelInfo read_logged_model_info(const db::Rows& row);

enum class ModelMetrics {
  kAll,     // every point, in the order in which they were logged
  kLatest,  // of each metric and dataset the latest point, by timestamp and step
};

// Tags, parameters and metrics of models whose info is there.
Status read_logged_model_contents(db::Connection& connection, std::span<LoggedModel> models, ModelMetrics metrics);

}  // namespace cairn::tracking
