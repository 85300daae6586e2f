// Paths by a pattern, as Python's glob.iglob(pattern, recursive=True): * ? [] within a part, ** any number of parts,
// nothing of it a leading dot.
#pragma once

#include <string>
#include <vector>

#include "core/result.h"

namespace cairn::data {

// Sorted within each directory.
[[nodiscard]] std::vector<std::string> glob(const std::string& pattern);

// What all patterns match; it is an error if that is nothing.
Result<std::vector<std::string>> expand_globs(const std::vector<std::string>& patterns);

}  // namespace cairn::data
