#include "api/artifacts/cairn_artifact_view.h"

#include <string>

#include "api/artifacts/artifact_owner.h"
#include "api/artifacts/artifact_path.h"
#include "api/artifacts/artifact_transfer.h"
#include "api/wire/endpoint.h"

namespace cairn::api {
namespace {

// A page that somebody logged is anybody's program. In the sandbox it is of an origin of its own: it may draw, and run
// what it brings along; it reaches neither this server nor any other.
constexpr std::string_view kSandboxed =
    "sandbox allow-scripts; default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval' blob: data:; "
    "style-src 'unsafe-inline' data:; img-src data: blob:; font-src data:; media-src data: blob:; "
    "frame-ancestors 'self'";
// The browser's own reader shows these, and does not in a sandbox.
constexpr std::string_view kRead =
    "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";
constexpr std::string_view kPdf = "application/pdf";

Result<http::Response> view(Services& services, const http::Request& request) {
  const OwnedPath asked = read_owned_path(request);
  const std::string path = TRY(safe_artifact_path(asked.path));
  const artifacts::Location location = TRY(services.artifacts->locate(TRY(artifact_root(services, asked.owner))));
  return send_artifact(request, location, path);
}

}  // namespace

http::Response view_artifact(Services& services, http::Request& request) {
  auto made = view(services, request);
  if (!made.ok()) return error_response(made.error());
  http::Response& response = *made;
  if (response.status >= 400) return std::move(response);
  response.headers.set("Content-Disposition", "inline");
  response.headers.set("Content-Security-Policy",
                       std::string(response.headers.get("Content-Type") == kPdf ? kRead : kSandboxed));
  return std::move(response);
}

}  // namespace cairn::api
