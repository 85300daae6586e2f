// dvc add: tracks files and directories.
#pragma once

#include <string>
#include <vector>

#include "core/result.h"
#include "data/repo/repo.h"

namespace cairn::data {

struct AddOptions {
  bool commit = true;  // --no-commit: hashes only, nothing goes to the cache
  bool relink = true;  // --no-relink: what is added stays as it is
};

// Each target is a new output, one that is tracked already, or something inside a tracked directory. The targets are
// checked before anything is done; then each is added as a whole or not at all.
Status add(Repo& repo, const std::vector<std::string>& targets, const AddOptions& options);

}  // namespace cairn::data
