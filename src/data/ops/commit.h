// dvc commit: takes what the work tree holds now for what a stage is to hold.
#pragma once

#include <functional>
#include <string>

#include "core/result.h"
#include "data/repo/repo.h"
#include "data/repo/stage_files.h"

namespace cairn::data {

struct CommitOptions {
  bool force = false;  // without asking
  bool relink = true;
  std::function<bool(const std::string& question)> confirm;  // asked about each stage that changed
};

// Of a target that is part of an output, the whole output is committed: its .dvc file never names an object that only
// the work tree has.
Status commit(Repo& repo, const std::vector<StageTarget>& targets, const CommitOptions& options);

}  // namespace cairn::data
