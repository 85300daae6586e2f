// The table of the tracking endpoints: experiments, runs, metrics, datasets.
#pragma once

#include <vector>

#include "api/tracking/tracking_messages.h"
#include "api/wire/endpoint.h"

namespace cairn::api {

std::vector<Endpoint> experiment_endpoints();
std::vector<Endpoint> run_endpoints();
std::vector<Endpoint> metric_endpoints();

// Also asked by way of GraphQL.
Result<GetMetricHistoryBulkIntervalResponse> get_history_bulk_interval(Services& services,
                                                                       GetMetricHistoryBulkIntervalRequest& request);

}  // namespace cairn::api
