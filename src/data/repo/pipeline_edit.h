// Changes to a stage of a pipeline, in dvc.yaml and dvc.lock. What their owner wrote stays: comments, the order of
// keys, keys of other programs.
#pragma once

#include "core/result.h"
#include "data/repo/repo.h"
#include "data/repo/stage.h"

namespace cairn::data {

// Notes in dvc.yaml whether the stage is frozen.
Status write_frozen(Repo& repo, const Stage& stage);

// Takes the stage out of both files; a file that is left without stages is removed.
Status remove_from_pipeline(Repo& repo, const Stage& stage);

// What dvc.lock says of a stage: its command, and what its files and parameters are.
Result<YamlNode> locked_stage(const Stage& stage);

// What the stage holds now, for dvc.lock. Values of parameters are those in `known`.
Status write_lock(Repo& repo, const Stage& stage);

}  // namespace cairn::data
