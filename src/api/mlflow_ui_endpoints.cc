#include "api/mlflow_ui_endpoints.h"

namespace cairn::api {
namespace {

using http::Method;

struct Constant {
  Method method;
  Mount mount;
  std::string_view path;
  std::string_view json;
};

constexpr std::string_view kNoTelemetry =
    R"({"disable_ui_events":[],"disable_ui_telemetry":true,"ui_rollout_percentage":0})";

constexpr Constant kConstants[] = {
    {Method::kGet, Mount::kAjax3, "/ui-telemetry", kNoTelemetry},
    {Method::kPost, Mount::kAjax3, "/ui-telemetry", R"({"status":"disabled"})"},
    {Method::kGet, Mount::kAjax2, "/gateway-proxy", R"({"endpoints":[]})"},
    {Method::kPost, Mount::kAjax2, "/gateway-proxy", R"({"endpoints":[]})"},
    {Method::kGet, Mount::kAjax3, "/assistant/config", R"({"providers":{},"projects":{}})"},
    {Method::kGet, Mount::kAjax3, "/assistant/providers", R"({"providers":[]})"},
    {Method::kPost, Mount::kAjax3, "/traces/search", "{}"},
    {Method::kPost, Mount::kAjax3, "/traces/metrics", "{}"},
    {Method::kPost, Mount::kAjax3, "/datasets/search", "{}"},
    {Method::kGet, Mount::kAjax3, "/scorers/list", "{}"},
    {Method::kGet, Mount::kAjax3, "/review-queues/list", "{}"},
    {Method::kGet, Mount::kAjax3, "/label-schemas/list", "{}"},
    {Method::kGet, Mount::kAjax3, "/mcp-servers", R"({"mcp_servers":[],"next_page_token":null})"},
    {Method::kGet, Mount::kAjax3, "/gateway/secrets/list", "{}"},
    {Method::kGet, Mount::kAjax3, "/gateway/endpoints/list", "{}"},
    {Method::kGet, Mount::kAjax3, "/gateway/endpoints/bindings/list", "{}"},
    {Method::kGet, Mount::kAjax3, "/gateway/model-definitions/list", "{}"},
};

}  // namespace

std::vector<Endpoint> mlflow_ui_endpoints() {
  std::vector<Endpoint> endpoints;
  for (const Constant& each : kConstants) {
    endpoints.push_back({each.method, each.mount, each.path,
                         [json = each.json](Services&, http::Request&) { return json_response(std::string(json)); }});
  }
  return endpoints;
}

}  // namespace cairn::api
