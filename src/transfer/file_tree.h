// The files of a run or a logged model, to be read: in a repository, or behind a server.
#pragma once

#include <memory>
#include <vector>

#include "artifacts/locations.h"
#include "client/artifact_store.h"

namespace cairn::transfer {

class FileTree {
 public:
  virtual ~FileTree() = default;
  // One level; of what is not there: nothing.
  virtual Result<std::vector<artifacts::Entry>> list(const artifacts::Path& folder) = 0;
  // Writes the bytes of a file, all of them or an error.
  virtual Status read(const artifacts::Path& file, artifacts::Sink& to) = 0;
};

std::unique_ptr<FileTree> files_in(artifacts::Location location);
std::unique_ptr<FileTree> files_in(std::unique_ptr<client::ArtifactStore> store);

}  // namespace cairn::transfer
