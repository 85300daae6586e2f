// After a copy: counts both sides, and compares samples of them in full.
#pragma once

#include <string>
#include <vector>

#include "transfer/copy.h"

namespace cairn::transfer {

struct Verification {
  Counts found;                          // in the target, of the runs that were copied
  std::size_t compared = 0;              // runs, logged models and registered models
  std::vector<std::string> differences;  // none: what was looked at is equal
};

// `arrived` reads what `target` wrote.
Result<Verification> verify(Source& source, Target& target, Source& arrived, const CopyReport& report);

}  // namespace cairn::transfer
