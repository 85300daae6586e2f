// To a server over HTTP, with credentials, and further attempts where the network or the server was busy.
#pragma once

#include <memory>
#include <string>

#include "client/target.h"
#include "client/transport.h"
#include "core/result.h"

namespace cairn::client {

// `target.uri` is http:// or https://. Nothing is sent yet.
Result<std::shared_ptr<Transport>> open_http_transport(const Target& target);

}  // namespace cairn::client
