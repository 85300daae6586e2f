// Commands that change a .dvc file or a pipeline's stage, or what belongs to it, without a look at the data: remove,
// move, freeze, unprotect.
#pragma once

#include <string>

#include "core/result.h"
#include "data/repo/repo.h"

namespace cairn::data {

enum class Outputs : std::uint8_t { kStay, kGo };

// Lets go of what a .dvc file, or a stage of a pipeline, tracks: removes the file or the stage, and the lines in
// .gitignore.
Status remove_stage(Repo& repo, const std::string& word, Outputs outputs);

// Renames an output, and its .dvc file with it.
Status move_output(Repo& repo, const std::string& from, const std::string& to);

enum class Frozen : std::uint8_t { kNo, kYes };
Status set_frozen(Repo& repo, const std::string& word, Frozen frozen);

// Replaces links by copies that can be edited. Nothing need be tracked.
Status unprotect(const std::string& path);

// Removes all .dvc files, .dvc with the cache, and .dvcignore. The data stay, as copies.
Status destroy(Repo& repo);

}  // namespace cairn::data
