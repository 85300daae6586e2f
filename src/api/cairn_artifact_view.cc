#include "api/cairn_artifact_view.h"

#include <string>

#include "api/artifact_path.h"
#include "api/artifact_transfer.h"
#include "api/endpoint.h"
#include "core/utf8.h"
#include "http/query.h"

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

struct ViewRequest {
  std::string run_id;
  std::string model_id;
  std::string path;
};

ViewRequest read(const http::Request& request) {
  ViewRequest found;
  for (auto& [name, value] : http::parse_query(request.query())) {
    if (name == "run_id") found.run_id = value;
    if (name == "model_id") found.model_id = value;
    if (name == "path") found.path = repair_utf8(value);
  }
  return found;
}

Result<std::string> root_of(Services& services, const ViewRequest& asked) {
  if (asked.run_id.empty() == asked.model_id.empty()) {
    return invalid_parameter("Either run_id or model_id must be specified.");
  }
  return asked.run_id.empty() ? services.artifact_roots.of_logged_model(asked.model_id)
                              : services.artifact_roots.of_run(asked.run_id);
}

Result<http::Response> view(Services& services, const http::Request& request) {
  const ViewRequest asked = read(request);
  const std::string path = TRY(safe_artifact_path(asked.path));
  const artifacts::Location location = TRY(services.artifacts->locate(TRY(root_of(services, asked))));
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
