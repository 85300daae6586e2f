// The objects of what was imported from other repositories: no remote of this one has them, they come from there.
#pragma once

#include "core/result.h"
#include "data/ops/sync.h"

namespace cairn::data {

// Puts into the cache what it lacks of the imports in the scope, each at the commit that it is fixed to. One that fails
// doesn't stop the others.
Result<TransferResult> fetch_imports(Repo& repo, const SyncScope& scope);

}  // namespace cairn::data
