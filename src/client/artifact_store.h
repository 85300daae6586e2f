// The files of a run or a model, wherever they are: behind the tracking server (mlflow-artifacts:), or where this
// machine reaches them itself (folders, S3, web servers).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "artifacts/repository.h"
#include "client/connection.h"
#include "core/result.h"

namespace cairn::client {

class ArtifactStore {
 public:
  virtual ~ArtifactStore() = default;

  // One level. Of a file, and of what is not there: nothing.
  virtual Result<std::vector<artifacts::Entry>> list(const artifacts::Path& folder) = 0;
  // Writes the bytes of a file.
  virtual Status download(const artifacts::Path& file, http::BodyWriter& to) = 0;
  // `size` bytes, to a file that is there whole or not at all.
  virtual Status upload(const artifacts::Path& file, http::BodyReader& from, std::uint64_t size) = 0;
  // A file, or a folder with all that is in it.
  virtual Status remove(const artifacts::Path& path) = 0;
};

// `root_uri` is what a run says, its artifact_uri. The store must not outlive the connection's transport.
Result<std::unique_ptr<ArtifactStore>> open_artifact_store(const Connection& connection, const std::string& root_uri);

}  // namespace cairn::client
