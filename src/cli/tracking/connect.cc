#include "cli/tracking/connect.h"

#include <filesystem>
#include <memory>
#include <unistd.h>
#include <utility>

#include "api/app.h"
#include "cli/services.h"
#include "client/http_transport.h"
#include "client/router_transport.h"
#include "db/uri.h"

namespace cairn::cli {
namespace {

// The server's parts without the server.
struct Embedded {
  std::unique_ptr<OpenedServices> opened;
  api::App app;

  explicit Embedded(std::unique_ptr<OpenedServices> services)
      : opened(std::move(services)), app(opened->services(), {}) {}
};

// What may be read may be listed, even where nothing may be written.
Access access_to(const std::string& uri) {
  const auto path = db::sqlite_path(uri);
  if (!path.ok() || ::access(path->c_str(), R_OK) != 0) return Access::kReadWrite;
  const std::filesystem::path folder = std::filesystem::absolute(*path).parent_path();
  const bool writable = ::access(path->c_str(), W_OK) == 0 && ::access(folder.c_str(), W_OK) == 0;
  return writable ? Access::kReadWrite : Access::kRead;
}

}  // namespace

Result<client::Connection> connect(const client::Target& target) {
  if (client::is_http(target.uri)) return client::Connection(TRY(client::open_http_transport(target)));
  constexpr const char* kUsualDestination = "./mlartifacts";  // as the server's
  // Python's client may open the same file, and has no server to ask: it must reach the artifacts of new experiments.
  constexpr const char* kArtifactRoot = "./mlruns";
  auto opened = TRY(OpenedServices::open({
      .database_uri = target.uri,
      .access = access_to(target.uri),
      .artifact_root = kArtifactRoot,
      .artifacts_destination = target.artifacts_destination.empty() ? kUsualDestination : target.artifacts_destination,
  }));
  auto embedded = std::make_shared<Embedded>(std::move(opened));
  http::Router router = embedded->app.router();
  return client::Connection(client::make_router_transport(std::move(router), std::move(embedded), target.uri));
}

Result<client::Connection> connect(std::string_view tracking_uri) {
  return connect(TRY(client::resolve_target(tracking_uri, client::process_environment)));
}

}  // namespace cairn::cli
