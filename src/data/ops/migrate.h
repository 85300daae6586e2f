// dvc cache migrate: brings what DVC 2 stored to where DVC 3 looks, under hashes of the bytes as they are.
#pragma once

#include <string>
#include <vector>

#include "core/result.h"
#include "data/repo/repo.h"

namespace cairn::data {

// How many objects there are to migrate.
Result<std::size_t> count_legacy_objects(const Repo& repo);
// Links each of them into today's cache; the old ones stay. How many are new there.
Result<std::size_t> migrate_objects(Repo& repo);

// The .dvc files with outputs of the old kind, as messages name them, sorted.
Result<std::vector<std::string>> legacy_stage_files(Repo& repo);
// Commits those outputs anew, as today's kind.
using StageFileNotice = std::function<void(const std::string& file)>;
Status migrate_stage_files(Repo& repo, const StageFileNotice& notice);

}  // namespace cairn::data
