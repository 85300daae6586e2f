// Two states of what is tracked, side by side: outputs, and the files inside of directories.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/result.h"
#include "data/repo/repo.h"
#include "data/repo/stage.h"

namespace cairn::data {

enum class Depth : std::uint8_t { kOutputs, kFiles };

struct TrackedItem {
  std::string path;  // relative to the repository's root
  std::optional<ObjectId> id;
  HashKind kind = HashKind::kMd5;
};

struct TrackedState {
  std::vector<TrackedItem> items;     // sorted
  std::vector<std::string> unlisted;  // directories whose object can't be read: what is in them isn't known
};

// What the stages say.
Result<TrackedState> declared_state(Repo& repo, const std::vector<Stage>& stages, Depth depth);
// What is there where the stages have outputs.
Result<TrackedState> work_tree_items(Repo& repo, const std::vector<Stage>& stages, Depth depth);

enum class Difference : std::uint8_t { kAdded, kDeleted, kModified, kRenamed, kUnchanged, kUnknown };

struct Change {
  Difference difference = Difference::kUnchanged;
  std::optional<TrackedItem> before, after;
};

// Sorted by path, renames last. Something that went from one path and came up at another is renamed.
[[nodiscard]] std::vector<Change> compare(const TrackedState& before, const TrackedState& after);

// A path as lists show it: a directory with '/' at its end.
[[nodiscard]] std::string shown_path(const TrackedItem& item);

// Only what is at or below one of these paths; all of it if there are none.
void keep_only(const std::vector<std::string>& paths, TrackedState& state);

}  // namespace cairn::data
