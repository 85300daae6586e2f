// The files of a run or a logged model, into a repository.
#pragma once

#include "transfer/file_tree.h"

namespace cairn::transfer {

struct CopiedFiles {
  std::int64_t files = 0;
  std::int64_t bytes = 0;
};

// Every file of `from`. What is there already under the same name is replaced; a file shows whole or not at all.
Result<CopiedFiles> copy_artifacts(FileTree& from, const artifacts::Location& to);

}  // namespace cairn::transfer
