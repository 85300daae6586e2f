// How many connections a process keeps to PostgreSQL, by the variables that MLflow reads.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>

#include "core/result.h"

namespace cairn::db {

struct PoolSettings {
  // The most connections for reading: MLFLOW_SQLALCHEMYSTORE_POOL_SIZE and _MAX_OVERFLOW together, which is what
  // SQLAlchemy allows too. Writing has one more, and listening for changes another.
  std::size_t most = 15;
  // How many of them stay open when nobody uses them.
  std::size_t kept = 5;
  // Older ones are opened anew: MLFLOW_SQLALCHEMYSTORE_POOL_RECYCLE, in seconds.
  std::optional<std::chrono::seconds> recycle;
  // How long a request waits for one before it is told to come again.
  std::chrono::milliseconds patience{5000};
};

Result<PoolSettings> pool_settings_of_environment();

}  // namespace cairn::db
