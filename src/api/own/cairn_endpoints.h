// The table of cairn's own endpoints, under /api/cairn/1.0: what the web app needs and MLflow's API cannot do fast.
#pragma once

#include <memory>
#include <vector>

#include "api/wire/endpoint.h"
#include "http/event_feed.h"

namespace cairn::api {

std::vector<Endpoint> cairn_endpoints(std::shared_ptr<http::EventFeed> events);

}  // namespace cairn::api
