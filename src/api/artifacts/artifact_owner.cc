#include "api/artifacts/artifact_owner.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "core/uri.h"
#include "core/utf8.h"
#include "http/query.h"

namespace cairn::api {

OwnedPath read_owned_path(const http::Request& request) {
  OwnedPath found;
  const std::pair<std::string_view, std::string&> fields[] = {{"run_id", found.owner.run_id},
                                                              {"model_id", found.owner.model_id},
                                                              {"name", found.owner.name},
                                                              {"version", found.owner.version},
                                                              {"path", found.path}};
  for (const auto& [name, value] : http::parse_query(request.query())) {
    for (const auto& [field, target] : fields) {
      if (name == field) target = repair_utf8(value);
    }
  }
  return found;
}

Result<std::string> version_artifact_root(Services& services, const std::string& name, const std::string& version) {
  constexpr std::string_view kRuns = "runs:/";
  constexpr std::string_view kModels = "models:/";
  std::string uri = TRY(services.model_versions.download_uri(name, version));
  const std::string_view text = uri;
  if (text.starts_with(kModels)) return services.artifact_roots.of_logged_model(text.substr(kModels.size()));
  if (!text.starts_with(kRuns)) return uri;
  const std::string_view named = text.substr(kRuns.size());
  const std::size_t slash = std::min(named.find('/'), named.size());
  return append_to_uri_path(TRY(services.artifact_roots.of_run(named.substr(0, slash))), named.substr(slash));
}

Result<std::string> artifact_root(Services& services, const ArtifactOwner& owner) {
  const int named = !owner.run_id.empty() + !owner.model_id.empty() + !owner.name.empty();
  if (named != 1)
    return invalid_parameter("Exactly one of run_id, model_id and name (with version) must be specified.");
  if (!owner.run_id.empty()) return services.artifact_roots.of_run(owner.run_id);
  if (!owner.model_id.empty()) return services.artifact_roots.of_logged_model(owner.model_id);
  return version_artifact_root(services, owner.name, owner.version);
}

}  // namespace cairn::api
