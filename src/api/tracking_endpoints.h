// The table of the tracking endpoints: experiments, runs, metrics, datasets.
#pragma once

#include <vector>

#include "api/endpoint.h"

namespace cairn::api {

std::vector<Endpoint> experiment_endpoints();
std::vector<Endpoint> run_endpoints();
std::vector<Endpoint> metric_endpoints();

}  // namespace cairn::api
