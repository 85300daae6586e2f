// From what --tracking-uri says to a connection: a server over HTTP, or a database that this process opens itself.
#pragma once

#include <string_view>

#include "client/connection.h"
#include "client/target.h"
#include "core/result.h"

namespace cairn::cli {

// Nothing is sent yet to a server; a database is opened, and made where there is none.
Result<client::Connection> connect(const client::Target& target);
// The same by name: a URI, a profile, or nothing for what the environment says.
Result<client::Connection> connect(std::string_view tracking_uri);

}  // namespace cairn::cli
