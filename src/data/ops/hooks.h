// dvc install: Git hooks that run status before a commit, checkout after a checkout and push before a push, and a merge
// driver for .dvc files.
#pragma once

#include <string>

#include "core/result.h"
#include "data/repo/repo.h"

namespace cairn::data {

Status install_hooks(const Repo& repo);
// As entries in .pre-commit-config.yaml instead, for the tool of that name.
Status install_pre_commit_hooks(const Repo& repo);

}  // namespace cairn::data
