// push, fetch and status -c: the objects of tracked outputs, here and in a remote.
#pragma once

#include <string>
#include <vector>

#include "core/result.h"
#include "data/ops/used_objects.h"
#include "data/remote/transfer.h"

namespace cairn::data {

struct SyncScope {
  Scope outputs;
  std::string remote;                    // empty: each output's own, or the default one
  std::vector<std::string> types;        // fetch only these: "metrics", "plots"; empty: everything
  std::optional<std::int64_t> max_size;  // fetch only what is smaller
  unsigned jobs = 0;                     // files on their way at once; 0: as the remote is set
};

// Whether an output is of those that a fetch is limited to.
[[nodiscard]] bool is_wanted(const SyncScope& scope, const Output& output);

struct SyncResult {
  TransferResult transfer;
  std::vector<std::string> missing;  // "md5: <hash>": neither here nor there
};

Result<SyncResult> push(Repo& repo, const SyncScope& scope);
// Imports from other repositories are not among it.
Result<SyncResult> fetch(Repo& repo, const SyncScope& scope);

// An object that is not in both places.
struct RemoteDifference {
  std::string name;
  std::string_view state;  // "new": not there, "deleted": not here, "missing": neither
};
Result<std::vector<RemoteDifference>> remote_status(Repo& repo, const SyncScope& scope);

}  // namespace cairn::data
