// dvc checkout: makes the work tree hold what the .dvc files say.
//
// Nothing is lost: a file whose content no cache holds is replaced or removed only if the caller insists, and an output
// is touched only when all that it needs is there. (DVC removes an output of which one object is missing, with files
// whose only copy that was.)
#pragma once

#include <string>
#include <vector>

#include "core/result.h"
#include "data/repo/repo.h"
#include "data/repo/stage_files.h"

namespace cairn::data {

enum class Overwrite : std::uint8_t { kSavedFiles, kAllFiles };

struct CheckoutOptions {
  Overwrite overwrite = Overwrite::kSavedFiles;
  bool relink = false;         // make every file anew, as a link of the configured type
  bool remove_unused = false;  // and remove outputs that no stage has any more
};

struct CheckoutResult {
  // Outputs, as messages name them: a directory with '/' at its end; directories first.
  std::vector<std::string> added, modified, deleted;
  // Those that can't be made whole, as objects are missing.
  std::vector<std::string> failed;
  struct {
    std::size_t modified = 0, added = 0, deleted = 0;
  } files;
};

Result<CheckoutResult> checkout(Repo& repo, const std::vector<StageTarget>& targets, const CheckoutOptions& options);

// The complaint about outputs that could not be made.
[[nodiscard]] Error checkout_failed(const CheckoutResult& result);

}  // namespace cairn::data
