// The files of a run or a logged model from one repository to another.
#pragma once

#include "artifacts/locations.h"

namespace cairn::transfer {

struct CopiedFiles {
  std::int64_t files = 0;
  std::int64_t bytes = 0;
};

// Every file below `from`. What is there already under the same name is replaced; a file shows whole or not at all.
Result<CopiedFiles> copy_artifacts(const artifacts::Location& from, const artifacts::Location& to);

}  // namespace cairn::transfer
