// What MLflow's own web app asks beside the API: its telemetry, and the parts of MLflow that are not here. The answers
// are honest: nothing is collected, and there is none of it.
#pragma once

#include <vector>

#include "api/wire/endpoint.h"

namespace cairn::api {

std::vector<Endpoint> mlflow_ui_endpoints();

}  // namespace cairn::api
