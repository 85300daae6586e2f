// Serves the web app from the binary. Knows files and caching; knows nothing of the API that the app talks to.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "http/message.h"
#include "webapp/embedded_files.h"

namespace cairn::webapp {

// Answers a request for a file of the app, or nothing where there is no such file. `path` is the request's path below
// the static prefix: "/" is the page itself, and "" (the prefix without its slash) is sent there, because the page's
// addresses are relative. Safe from any thread.
[[nodiscard]] std::optional<http::Response> serve(const http::Request& request, std::string_view path,
                                                  std::span<const EmbeddedFile> files = embedded_files());

}  // namespace cairn::webapp
