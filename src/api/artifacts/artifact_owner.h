// Whose artifacts a request means: a run's, a logged model's or a model version's.
#pragma once

#include <string>

#include "api/services.h"
#include "core/result.h"
#include "http/message.h"

namespace cairn::api {

// What cairn's own endpoints say it with; exactly one of the three is given.
struct ArtifactOwner {
  std::string run_id;
  std::string model_id;
  std::string name;  // of a registered model, with a version
  std::string version;
};

struct OwnedPath {
  ArtifactOwner owner;
  std::string path;  // below the owner's root; as asked for
};

OwnedPath read_owned_path(const http::Request& request);

Result<std::string> artifact_root(Services& services, const ArtifactOwner& owner);

// A version's files may be named by the run or the logged model that has them.
Result<std::string> version_artifact_root(Services& services, const std::string& name, const std::string& version);

}  // namespace cairn::api
