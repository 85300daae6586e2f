// GET /api/cairn/1.0/artifacts/view: an artifact to be shown in a frame rather than saved.
#pragma once

#include "api/services.h"
#include "http/message.h"

namespace cairn::api {

http::Response view_artifact(Services& services, http::Request& request);

}  // namespace cairn::api
