#include "artifacts/locations.h"

#include <utility>

#include "artifacts/repositories.h"
#include "core/uri.h"

namespace cairn::artifacts {
namespace {

// Opening one costs little; keeping some saves it for a page that shows many artifacts of a run.
constexpr std::size_t kKeptOpen = 256;

// Where clients find the served repository in a URL.
constexpr std::string_view kRoute = "/api/2.0/mlflow-artifacts/artifacts/";

Result<Path> path_in_served(std::string_view root_uri) {
  const UriParts parts = split_uri(root_uri);
  std::string_view path = parts.path;
  if (parts.scheme != "mlflow-artifacts") {
    const std::size_t route = path.find(kRoute);
    if (route == std::string_view::npos) {
      return invalid_parameter("The artifact location '" + std::string(root_uri) + "' is not one of this server's.");
    }
    path = path.substr(route + kRoute.size());
  }
  while (path.starts_with('/')) path.remove_prefix(1);
  return Path::parse(path);
}

}  // namespace

bool is_proxied(std::string_view root_uri) {
  const std::string_view scheme = split_uri(root_uri).scheme;
  return scheme == "mlflow-artifacts" || scheme == "http" || scheme == "https";
}

Result<std::unique_ptr<Locations>> Locations::open(const std::string& destination) {
  std::shared_ptr<Repository> served;
  if (!destination.empty()) served = TRY(open_repository(destination));
  return std::unique_ptr<Locations>(new Locations(std::move(served)));
}

Result<Location> Locations::locate(const std::string& root_uri) {
  if (served_ && is_proxied(root_uri)) return Location{served_, TRY(path_in_served(root_uri))};
  {
    const std::lock_guard lock(mutex_);
    if (const auto found = opened_.find(root_uri); found != opened_.end()) return Location{found->second, {}};
  }
  auto repository = TRY(open_repository(root_uri));
  const std::lock_guard lock(mutex_);
  if (opened_.size() >= kKeptOpen) opened_.clear();
  opened_.insert_or_assign(root_uri, repository);
  return Location{std::move(repository), {}};
}

}  // namespace cairn::artifacts
