// /health, /version, server-info, /metrics: what clients probe, and what watches over the server.
#pragma once

#include <vector>

#include "api/traffic.h"
#include "api/wire/endpoint.h"

namespace cairn::api {

// `traffic` must outlive the endpoints.
std::vector<Endpoint> system_endpoints(const Traffic& traffic);

}  // namespace cairn::api
