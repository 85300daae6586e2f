// dvc data status: what changed between the last commit, the .dvc files and the work tree.
#pragma once

#include <string>
#include <vector>

#include "core/result.h"
#include "data/ops/compare.h"

namespace cairn::data {

struct DataStatusOptions {
  std::vector<std::string> targets;  // relative to the repository's root
  Depth depth = Depth::kOutputs;
  bool not_in_remote = false;
  std::string remote;
  bool untracked_files = false;
};

struct DataStatus {
  std::vector<std::string> not_in_cache, not_in_remote;
  std::vector<Change> committed, uncommitted;
  std::vector<std::string> untracked, unchanged;
  bool has_commits = true;
  bool git_has_changes = false;
};

Result<DataStatus> data_status(Repo& repo, const DataStatusOptions& options);

}  // namespace cairn::data
