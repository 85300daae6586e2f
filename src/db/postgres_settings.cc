#include "db/postgres_settings.h"

#include <charconv>
#include <cstdlib>
#include <fmt/format.h>
#include <string_view>

namespace cairn::db {
namespace {

// Absent and empty are the same, as in MLflow.
Result<std::optional<std::int64_t>> number_in(const char* variable) {
  const char* value = std::getenv(variable);
  const std::string_view text = value ? value : "";
  if (text.empty()) return std::optional<std::int64_t>();
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number < -1 || number > 100'000'000) {
    return invalid_parameter(fmt::format("{} is a whole number, not '{}'.", variable, text));
  }
  return std::optional(number);
}

}  // namespace

Result<PoolSettings> pool_settings_of_environment() {
  PoolSettings settings;
  constexpr std::int64_t kUsualOverflow = 10;
  constexpr std::int64_t kUnlimited = 1000;  // SQLAlchemy's 0 for the size and -1 for the overflow
  const auto size = TRY(number_in("MLFLOW_SQLALCHEMYSTORE_POOL_SIZE"));
  const auto overflow = TRY(number_in("MLFLOW_SQLALCHEMYSTORE_MAX_OVERFLOW"));
  const auto recycle = TRY(number_in("MLFLOW_SQLALCHEMYSTORE_POOL_RECYCLE"));
  if (size && *size > 0) settings.kept = static_cast<std::size_t>(*size);
  const bool unlimited = (size && *size == 0) || (overflow && *overflow == -1);
  settings.most = unlimited ? kUnlimited : settings.kept + static_cast<std::size_t>(overflow.value_or(kUsualOverflow));
  if (recycle && *recycle >= 0) settings.recycle = std::chrono::seconds(*recycle);
  return settings;
}

}  // namespace cairn::db
