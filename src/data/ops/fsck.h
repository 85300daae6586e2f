// cairn fsck: hashes every object of the cache, or of a remote, and says which ones don't hold what their names say.
// Repairs the one place from the other: a corrupt object is replaced only by one that was hashed on its way in.
#pragma once

#include <string>
#include <vector>

#include "core/result.h"
#include "data/repo/repo.h"

namespace cairn::data {

struct FsckOptions {
  enum class Where : std::uint8_t { kCache, kRemote } where = Where::kCache;
  std::string remote;  // to check, or to repair from; empty for the default one
  bool repair = false;
};

struct FsckResult {
  struct Finding {
    std::string place;
    std::string problem;
    bool repaired = false;
  };
  std::size_t objects = 0;
  std::uint64_t bytes = 0;
  std::vector<Finding> findings;

  [[nodiscard]] std::size_t repaired() const;
};

Result<FsckResult> fsck(Repo& repo, const FsckOptions& options);

}  // namespace cairn::data
