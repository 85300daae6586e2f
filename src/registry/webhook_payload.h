// The body of a delivery, byte for byte as MLflow's: Python's json.dumps() of {entity, action, timestamp, data}.
// Pure; any thread may call.
#pragma once

#include <cstdint>
#include <string>

#include "registry/events.h"
#include "registry/webhook_event.h"

namespace cairn::registry {

// `time_us`: microseconds since 1970.
std::string webhook_body(const Event& event, std::int64_t time_us);

// What a test sends: the body with MLflow's example of that event.
std::string example_webhook_body(const WebhookEvent& event, std::int64_t time_us);

}  // namespace cairn::registry
