// Which objects the tracked outputs consist of: what push, fetch, status -c and gc are about.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/result.h"
#include "data/repo/history.h"
#include "data/repo/repo.h"
#include "data/repo/stage_files.h"

namespace cairn::data {

struct UsedOutput {
  std::string name;    // as messages name it
  std::string remote;  // of its own; empty for the default one
  HashKind kind = HashKind::kMd5;
  ObjectId id;
  std::string part;                   // what of a directory is meant: a path in it; empty for all
  bool in_work_tree = true;           // or only in a commit of the past
  std::optional<Output> import_of{};  // the dependency, if it was imported
};

struct Scope {
  std::vector<std::string> targets;
  Recursion recursion = Recursion::kNone;
  History history;
};

// In the work tree's stages and those of the commits. Asked about each output; each object comes once for each name.
using OutputFilter = std::function<bool(const Stage&, const Output&)>;
Result<std::vector<UsedOutput>> used_outputs(Repo& repo, const Scope& scope, const OutputFilter& filter);

// The part of a directory's entries that is meant, with their paths in the directory.
[[nodiscard]] DirEntries meant_entries(const UsedOutput& output, DirEntries entries);

}  // namespace cairn::data
