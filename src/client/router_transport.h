// Straight into a router in this process: the same requests and answers as over HTTP, without server and socket.
#pragma once

#include <memory>
#include <string>

#include "client/transport.h"
#include "http/router.h"

namespace cairn::client {

// `keeps_alive` is what the router's handlers refer to; it goes with the transport. `name` as in Transport::name().
std::shared_ptr<Transport> make_router_transport(http::Router router, std::shared_ptr<void> keeps_alive,
                                                 std::string name);

}  // namespace cairn::client
