// The table of the webhooks' endpoints: MLflow's six, and one of cairn's for the state of deliveries.
#pragma once

#include <vector>

#include "api/wire/endpoint.h"
#include "core/metrics.h"
#include "registry/webhooks.h"

namespace cairn::api {

std::vector<Endpoint> webhook_endpoints();

void expose_webhooks(registry::Webhooks& webhooks, Exposition& out);

}  // namespace cairn::api
