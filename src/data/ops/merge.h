// The merge driver for .dvc files that `install` tells Git about: two directories that were changed apart become one,
// as long as no file was changed differently in both.
#pragma once

#include <string>

#include "core/result.h"
#include "data/repo/repo.h"

namespace cairn::data {

// Files that hold three versions of one .dvc file, the ancestor's empty if there is none. `ours` becomes what both say.
Status merge_stage_files(Repo& repo, const std::string& ancestor, const std::string& ours, const std::string& theirs);

}  // namespace cairn::data
