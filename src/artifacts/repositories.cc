#include "artifacts/repositories.h"

#include <fmt/format.h>

#include "artifacts/local_repository.h"
#include "core/uri.h"

namespace cairn::artifacts {
namespace {

struct Scheme {
  std::string_view name;
  Result<std::shared_ptr<Repository>> (*open)(const std::string& uri);
};

constexpr Scheme kSchemes[] = {
    {"", open_local_repository},
    {"file", open_local_repository},
};

}  // namespace

Result<std::shared_ptr<Repository>> open_repository(const std::string& uri) {
  const std::string_view scheme = split_uri(uri).scheme;
  for (const Scheme& known : kSchemes) {
    if (known.name == scheme) return known.open(uri);
  }
  return invalid_parameter(fmt::format("Artifacts cannot be kept at '{}': the scheme '{}' is not known.", uri, scheme));
}

}  // namespace cairn::artifacts
