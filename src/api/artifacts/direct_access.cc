#include "api/artifacts/direct_access.h"

#include <charconv>
#include <cstdlib>
#include <fmt/format.h>

namespace cairn::api {

Result<std::shared_ptr<artifacts::DirectAccess>> direct_access(const std::shared_ptr<artifacts::Repository>& repository,
                                                               std::string_view what) {
  if (artifacts::DirectAccess* access = repository->direct_access()) {
    return std::shared_ptr<artifacts::DirectAccess>(repository, access);
  }
  return Error(ErrorCode::kNotImplemented,
               fmt::format("{} is not supported for the current artifact repository", what));
}

std::chrono::seconds download_lifetime() {
  constexpr std::chrono::seconds kUsual{300};
  const char* set = std::getenv("MLFLOW_PRESIGNED_DOWNLOAD_URL_TTL_SECONDS");
  if (!set) return kUsual;
  const std::string_view text = set;
  std::int64_t seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  return error == std::errc{} && end == text.data() + text.size() ? std::chrono::seconds(seconds) : kUsual;
}

std::optional<std::int64_t> wire_size(std::optional<std::uint64_t> size) {
  return size ? std::optional(static_cast<std::int64_t>(*size)) : std::nullopt;
}

}  // namespace cairn::api
