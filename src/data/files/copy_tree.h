// Copies what is anywhere on this machine: a file, or a directory with all that is below it.
#pragma once

#include <string>

#include "core/result.h"
#include "data/progress.h"

namespace cairn::data {

// What is at `to` gives way once everything is there. A name that is not UTF-8, a link to nothing, a FIFO or a device
// is an error before anything is copied; a file that fails afterwards doesn't stop the others, and the error names all
// that did.
Status copy_tree(const std::string& from, const std::string& to, Progress& progress);

}  // namespace cairn::data
