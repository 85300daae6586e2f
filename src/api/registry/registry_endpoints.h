// The tables of the registry's endpoints: registered models with their tags and aliases, model versions.
#pragma once

#include <vector>

#include "api/wire/endpoint.h"

namespace cairn::api {

std::vector<Endpoint> registered_model_endpoints();
std::vector<Endpoint> model_version_endpoints();

}  // namespace cairn::api
