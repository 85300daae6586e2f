// POST /graphql: the few questions that MLflow's own web app asks this way.
#pragma once

#include <vector>

#include "api/wire/endpoint.h"

namespace cairn::api {

std::vector<Endpoint> graphql_endpoints();

}  // namespace cairn::api
