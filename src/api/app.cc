#include "api/app.h"

#include <fmt/format.h>

#include "api/artifacts/artifact_endpoints.h"
#include "api/artifacts/served_artifact_endpoints.h"
#include "api/graphql/graphql_endpoint.h"
#include "api/mlflow_ui_endpoints.h"
#include "api/own/cairn_endpoints.h"
#include "api/registry/registry_endpoints.h"
#include "api/registry/webhook_endpoints.h"
#include "api/system_endpoints.h"
#include "api/tracking/logged_model_endpoints.h"
#include "api/tracking/tracking_endpoints.h"
#include "core/log.h"
#include "http/text.h"
#include "webapp/webapp.h"

namespace cairn::api {
namespace {

// What a search looked for, so that a slow one can be understood from the log.
std::string_view search_text(const Endpoint& endpoint, const http::Request& request) {
  constexpr std::size_t kMostShown = 2000;
  if (!endpoint.path.ends_with("search")) return {};
  const std::string_view text = request.method == http::Method::kGet ? request.query() : request.body;
  return text.substr(0, kMostShown);
}

// Why an endpoint is not there, as MLflow says it.
constexpr std::string_view kArtifactsOnly =
    "in `--artifacts-only` mode. To enable tracking server functionality, run `mlflow server` without "
    "`--artifacts-only`";
constexpr std::string_view kNoServeArtifacts =
    "with `--no-serve-artifacts`. To enable artifacts server functionality, run `mlflow server` with "
    "`--serve-artifacts`";

// A pattern as MLflow's framework writes it: "/a/<b>/<path:c>".
std::string url_rule(std::string_view pattern) {
  std::string rule;
  while (!pattern.empty()) {
    const std::string_view before = http::cut(pattern, '{');
    rule += before;
    if (pattern.empty()) break;
    std::string_view name = http::cut(pattern, '}');
    const bool rest = name.ends_with("...");
    if (rest) name.remove_suffix(3);
    rule += fmt::format("<{}{}>", rest ? "path:" : "", name);
  }
  return rule;
}

// A client that means another workspace must not be served from the one there is.
bool asks_for_workspace(const Endpoint& endpoint, const http::Request& request) {
  return endpoint.mount != Mount::kBare && endpoint.path != "/server-info" &&
         !request.headers.get("X-MLFLOW-WORKSPACE").empty();
}

http::Response no_workspaces() {
  return error_response(
      {ErrorCode::kFeatureDisabled, "Workspace APIs are not available: workspaces are not enabled on this server"});
}

}  // namespace

App::App(Services& services, AppOptions options)
    : services_(services), options_(std::move(options)), security_(options_.security), changes_(services.database) {}

http::Router App::router() {
  http::Router router;
  for (const auto& table :
       {experiment_endpoints(), run_endpoints(), metric_endpoints(), logged_model_endpoints(),
        registered_model_endpoints(), model_version_endpoints(), webhook_endpoints(), artifact_endpoints(),
        cairn_endpoints(changes_.events()), graphql_endpoints(), mlflow_ui_endpoints()}) {
    for (const Endpoint& endpoint : table) {
      options_.artifacts_only ? add_disabled(router, endpoint, kArtifactsOnly) : add(router, endpoint);
    }
  }
  for (const Endpoint& endpoint : served_artifact_endpoints()) {
    services_.artifacts->served() ? add(router, endpoint) : add_disabled(router, endpoint, kNoServeArtifacts);
  }
  for (const Endpoint& endpoint : system_endpoints(traffic_)) add(router, endpoint);
  return router;
}

void App::add_disabled(http::Router& router, const Endpoint& endpoint, std::string_view reason) {
  for (std::string_view prefix : prefixes(endpoint.mount)) {
    std::string pattern = fmt::format("{}{}{}", options_.static_prefix, prefix, endpoint.path);
    std::string text =
        fmt::format("Endpoint: {} disabled due to the mlflow server running {}", url_rule(pattern), reason);
    router.add({endpoint.method, std::move(pattern), [text = std::move(text)](http::Request&) {
                  return http::Response::of(503, "text/html; charset=utf-8", text);
                }});
  }
}

void App::add(http::Router& router, const Endpoint& endpoint) {
  Traffic::Endpoint& traffic = traffic_.endpoint(http::name(endpoint.method), endpoint.path);
  for (std::string_view prefix : prefixes(endpoint.mount)) {
    router.add({endpoint.method, fmt::format("{}{}{}", options_.static_prefix, prefix, endpoint.path),
                [this, endpoint, &traffic](http::Request& request) { return serve(endpoint, traffic, request); },
                endpoint.body, endpoint.lane});
  }
}

http::Response App::serve(const Endpoint& endpoint, Traffic::Endpoint& traffic, http::Request& request) {
  const auto start = std::chrono::steady_clock::now();
  http::Response response =
      asks_for_workspace(endpoint, request) ? no_workspaces() : endpoint.serve(services_, request);
  const auto spent = std::chrono::steady_clock::now() - start;
  traffic.record(response.status, spent);

  // How long an upload takes is its client's affair.
  const bool slow = spent > options_.slow_request && endpoint.body == http::BodyMode::kWhole;
  if (slow || log::enabled(log::Level::kDebug)) {
    const double milliseconds = std::chrono::duration<double, std::milli>(spent).count();
    const std::string_view searched = slow ? search_text(endpoint, request) : std::string_view{};
    log::write(slow ? log::Level::kWarning : log::Level::kDebug,
               fmt::format("{}{} {} {} in {:.3f} ms{}{}", slow ? "slow: " : "", http::name(request.method),
                           request.path(), response.status, milliseconds, searched.empty() ? "" : ": ", searched));
  }
  return response;
}

void App::attach(http::Server& server) {
  server.on_request([this](const http::Request& request, http::Response& response) {
    return security_.intercepts(request, response);
  });
  server.on_response([this](const http::Request& request, http::Response& response, std::chrono::nanoseconds) {
    security_.finish(request, response);
  });
  server.on_no_route([this](const http::Request& request, const http::Router::Match& match) {
    auto file = web_app_file(request);
    return file ? std::move(*file) : no_such_page(match.path_known);
  });
}

std::optional<http::Response> App::web_app_file(const http::Request& request) const {
  std::string_view path = request.path();
  if (!path.starts_with(options_.static_prefix)) return std::nullopt;
  path.remove_prefix(options_.static_prefix.size());
  if (!options_.ui_folder) return webapp::serve(request, path);
  const bool reads = request.method == http::Method::kGet || request.method == http::Method::kHead;
  return reads ? options_.ui_folder->serve(path) : std::nullopt;
}

}  // namespace cairn::api
