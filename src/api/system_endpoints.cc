#include "api/system_endpoints.h"

#include <fmt/format.h>
#include <fstream>
#include <string>
#include <unistd.h>

#include "api/registry/webhook_endpoints.h"
#include "core/metrics.h"

namespace cairn::api {
namespace {

using http::Method;

// The MLflow release whose behaviour this server has; clients compare it with their own.
constexpr std::string_view kMlflowVersion = "3.17.2";

// Clients ask before they move a large artifact past the server.
http::Response server_info(const Services& services) {
  const auto& served = services.artifacts->served();
  const bool direct = served && served->direct_access();
  return json_response(
      fmt::format(R"({{"store_type":"SqlStore","workspaces_enabled":false,"trace_archival_enabled":false,)"
                  R"("multipart_uploads_enabled":{0},"multipart_downloads_enabled":{0},)"
                  R"("presigned_upload_run_id_supported":true,"presigned_upload_model_id_supported":true,)"
                  R"("features_enabled":{{"gateway":false}}}})",
                  direct));
}

std::uint64_t resident_bytes() {
  std::ifstream statm("/proc/self/statm");
  std::uint64_t total = 0;
  std::uint64_t resident = 0;
  statm >> total >> resident;
  return resident * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
}

http::Response metrics(const Traffic& traffic, Services& services) {
  const db::Database& database = services.database;
  Exposition out;
  traffic.expose(out);
  const db::WriteStats& writes = database.write_stats();
  out.family("cairn_write_queue_depth", "gauge", "Writes that wait for a commit or are in one.");
  out.sample("cairn_write_queue_depth", {}, static_cast<double>(database.write_queue_depth()));
  out.family("cairn_requests_per_commit", "histogram", "Writes that shared one transaction and one sync.");
  out.histogram("cairn_requests_per_commit", {}, writes.requests_per_commit);
  out.family("cairn_commit_seconds", "histogram", "Time of a transaction, applying and syncing.");
  out.histogram("cairn_commit_seconds", {}, writes.commit_seconds);
  out.family("cairn_sync_seconds", "histogram", "Time of a transaction's COMMIT, which ends on disk.");
  out.histogram("cairn_sync_seconds", {}, writes.sync_seconds);
  out.family("cairn_database_bytes", "gauge", "Size of the database with its write-ahead log.");
  out.sample("cairn_database_bytes", {}, static_cast<double>(database.size_bytes()));
  expose_webhooks(services.webhooks, out);
  out.family("cairn_resident_bytes", "gauge", "Memory of this process that is in RAM.");
  out.sample("cairn_resident_bytes", {}, static_cast<double>(resident_bytes()));
  return http::Response::of(200, "text/plain; version=0.0.4; charset=utf-8", out.take());
}

Endpoint constant(Mount mount, std::string_view path, std::string_view content_type, std::string_view body) {
  return {Method::kGet, mount, path, [content_type, body](Services&, http::Request&) {
            return http::Response::of(200, content_type, std::string(body));
          }};
}

}  // namespace

std::vector<Endpoint> system_endpoints(const Traffic& traffic) {
  return {
      constant(Mount::kBare, "/health", "text/plain; charset=utf-8", "OK"),
      constant(Mount::kBare, "/version", "text/html; charset=utf-8", kMlflowVersion),
      {Method::kGet, Mount::kMlflow3, "/server-info",
       [](Services& services, http::Request&) { return server_info(services); }},
      {Method::kGet, Mount::kBare, "/metrics",
       [&traffic](Services& services, http::Request&) { return metrics(traffic, services); }},
  };
}

}  // namespace cairn::api
