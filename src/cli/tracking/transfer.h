// Files between this machine and an artifact store: trees of them, with progress. What is broken off leaves no half of
// a file behind, in either direction.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/output/interrupt.h"
#include "client/artifact_store.h"
#include "core/result.h"

namespace cairn::cli {

struct RemoteFile {
  artifacts::Path path;
  std::uint64_t size = 0;
};

// All files at or below a path; nothing where there is none.
Result<std::vector<RemoteFile>> files_below(client::ArtifactStore& store, const artifacts::Path& path);

// A file becomes folder/NAME, a folder becomes folder/NAME with all below it; the root fills the folder. Returns what
// was made.
Result<std::string> download(client::ArtifactStore& store, const artifacts::Path& path, const std::string& folder,
                             const Interruptible& interrupt);

// The file, or all files below a folder, to `target` in the store. Returns what is there now.
Result<RemoteFile> upload_file(client::ArtifactStore& store, const std::string& file, const artifacts::Path& target,
                               const Interruptible& interrupt);
Result<std::vector<RemoteFile>> upload_folder(client::ArtifactStore& store, const std::string& folder,
                                              const artifacts::Path& target, const Interruptible& interrupt);

}  // namespace cairn::cli
