// Artifacts as files below a folder of this machine, laid out as MLflow does: both may use one folder.
//
// A file is written under another name in a folder of its own, <root>/.artifact.uploading.cairn, made durable and then
// renamed into its place: it is there whole or not at all. MLflow hides that folder as we do. Who writes a file holds a
// lock on it; what nobody holds is left over from a crash, and goes when the root is opened next. A folder below the
// root that is a mount of its own has such a folder of its own.
#pragma once

#include <memory>
#include <string>

#include "artifacts/repository.h"

namespace cairn::artifacts {

// "file:///a%20folder" or a path, in which MLflow decodes escapes too.
Result<std::shared_ptr<Repository>> open_local_repository(const std::string& uri);

}  // namespace cairn::artifacts
