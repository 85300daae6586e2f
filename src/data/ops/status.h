// dvc status: which outputs and dependencies are no longer what their stages say. Only looks; takes no lock.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/result.h"
#include "data/repo/repo.h"
#include "data/repo/stage_files.h"

namespace cairn::data {

enum class OutputState : std::uint8_t { kClean, kDeleted, kModified, kNew, kNotInCache };

// Looks at the work tree; files that the index knows are not opened.
Result<OutputState> work_tree_state(Repo& repo, const Output& output);
// The cache is asked first: what can't be restored is worth knowing even if the work tree has it.
Result<OutputState> output_state(Repo& repo, const Output& output);

// Whether the cache holds all that an output consists of. Objects that were there once are not looked for again as long
// as no directory of the cache changed.
Result<bool> is_cached(Repo& repo, const Output& output);

struct StageStatus {
  struct Entry {
    std::string name;
    std::string_view state;  // empty where `parts` tell
    std::vector<std::pair<std::string, std::string_view>> parts;
  };
  using Entries = std::vector<Entry>;

  std::string stage;  // as the user addresses it
  Entries dependencies;
  Entries outputs;
  bool always_changed = false;
  bool changed_command = false;
  bool changed_checksum = false;

  [[nodiscard]] bool is_clean() const {
    return dependencies.empty() && outputs.empty() && !always_changed && !changed_command && !changed_checksum;
  }
};

// Whether the repositories that were imported from are asked for updates.
enum class Updates : std::uint8_t { kIgnored, kLookedFor };

// Those that are not clean.
Result<std::vector<StageStatus>> status(Repo& repo, const std::vector<StageTarget>& targets, Updates updates);

}  // namespace cairn::data
