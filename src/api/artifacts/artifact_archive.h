// GET /api/cairn/1.0/artifacts/archive: a folder of artifacts as one file.
#pragma once

#include "api/services.h"
#include "http/message.h"

namespace cairn::api {

http::Response archive_artifacts(Services& services, http::Request& request);

}  // namespace cairn::api
