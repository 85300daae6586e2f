// The table of the endpoints through which clients reach the repository that this server serves: MLflow's proxy.
#pragma once

#include <vector>

#include "api/wire/endpoint.h"

namespace cairn::api {

std::vector<Endpoint> served_artifact_endpoints();

}  // namespace cairn::api
