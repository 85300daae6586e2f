// The run cache: what runs of pipelines' stages took and gave, as small files in CACHE/runs. push, fetch and pull carry
// them to and from a remote with --run-cache; gc leaves them alone.
#pragma once

#include <string>

#include "core/result.h"
#include "data/repo/repo.h"

namespace cairn::data {

// How many files were copied. Files that the other side has with the same content stay as they are.
Result<std::size_t> push_run_cache(const Repo& repo, const std::string& remote);
Result<std::size_t> fetch_run_cache(const Repo& repo, const std::string& remote);

}  // namespace cairn::data
