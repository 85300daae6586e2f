// What an answer that is no success means.
#pragma once

#include <string>

#include "client/transport.h"
#include "core/error.h"

namespace cairn::client {

// MLflow's code and message where the answer holds them; otherwise what its status says.
[[nodiscard]] Error error_of(Answer& answer, const Call& call, const std::string& server);

[[nodiscard]] Error no_mlflow_server(const std::string& server);

}  // namespace cairn::client
