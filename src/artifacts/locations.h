// The repositories that a server uses: the one that it serves to its clients, and those that runs and models name.
//
// Made once at start; any thread may call.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "artifacts/repository.h"
#include "core/result.h"

namespace cairn::artifacts {

struct Location {
  std::shared_ptr<Repository> repository;
  Path root;  // of the run's or the model's artifacts in it
};

class Locations {
 public:
  // Nothing is served without a destination.
  static Result<std::unique_ptr<Locations>> open(const std::string& destination);

  // Null: not served.
  [[nodiscard]] const std::shared_ptr<Repository>& served() const { return served_; }

  // Of "mlflow-artifacts:/1/run/artifacts", which means the served one, or "s3://bucket/1/run/artifacts", which does
  // not.
  Result<Location> locate(const std::string& root_uri);

 private:
  explicit Locations(std::shared_ptr<Repository> served) : served_(std::move(served)) {}

  const std::shared_ptr<Repository> served_;
  std::mutex mutex_;
  std::unordered_map<std::string, std::shared_ptr<Repository>> opened_;  // guarded by mutex_
};

// Whether clients reach such a root through a server only: these schemes name no store.
[[nodiscard]] bool is_proxied(std::string_view root_uri);

}  // namespace cairn::artifacts
