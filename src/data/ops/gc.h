// dvc gc: removes objects that nothing in a scope uses.
//
// It refuses where it cannot know: a directory object that can't be read hides what its directory uses, and so does
// another repository that uses the same cache and is not named.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/result.h"
#include "data/ops/used_objects.h"

namespace cairn::data {

struct GcOptions {
  History history;                  // besides the work tree
  std::vector<std::string> others;  // repositories that use the same cache
  bool cloud = false;
  bool not_in_remote = false;  // remove only what the remote has
  std::string remote;
  bool dry = false;
  bool force = false;  // go on where a directory object of the past is gone, with what it used
};

struct GcStore {
  struct Removed {
    std::string place;
    std::uint64_t bytes;
  };
  std::string name;  // "repo", "legacy", or empty for a remote
  std::vector<Removed> removed;
  std::uint64_t bytes = 0;
};

Result<std::vector<GcStore>> collect_garbage(Repo& repo, const GcOptions& options);

}  // namespace cairn::data
