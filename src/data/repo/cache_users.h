// Which repositories use a cache that is not one repository's own (cache.dir). Each leaves its name there when it
// writes, in CACHE/.cairn/repositories, so that none of them collects what another one needs as garbage.
#pragma once

#include <string>
#include <vector>

#include "core/result.h"

namespace cairn::data {

class Repo;

// Nothing for a repository whose cache lies inside of it.
Status register_cache_user(const Repo& repo);
// The roots of the others that are still there and still use this cache, sorted.
Result<std::vector<std::string>> other_cache_users(const Repo& repo);

}  // namespace cairn::data
