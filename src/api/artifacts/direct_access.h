// Whether clients may move bytes past the server, and for how long.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include "artifacts/repository.h"
#include "core/result.h"

namespace cairn::api {

// Keeps its repository. `what` begins the error for a repository that signs no addresses.
Result<std::shared_ptr<artifacts::DirectAccess>> direct_access(const std::shared_ptr<artifacts::Repository>& repository,
                                                               std::string_view what);

// MLFLOW_PRESIGNED_DOWNLOAD_URL_TTL_SECONDS, or MLflow's five minutes.
[[nodiscard]] std::chrono::seconds download_lifetime();

[[nodiscard]] std::optional<std::int64_t> wire_size(std::optional<std::uint64_t> size);

}  // namespace cairn::api
