// The table of the endpoints of logged models, but for their artifacts.
#pragma once

#include <vector>

#include "api/wire/endpoint.h"

namespace cairn::api {

std::vector<Endpoint> logged_model_endpoints();

}  // namespace cairn::api
