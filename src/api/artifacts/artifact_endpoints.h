// The table of the endpoints for the artifacts of runs, logged models and model versions, wherever they are kept.
#pragma once

#include <vector>

#include "api/wire/endpoint.h"

namespace cairn::api {

std::vector<Endpoint> artifact_endpoints();

}  // namespace cairn::api
