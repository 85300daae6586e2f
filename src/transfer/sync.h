// Making sure that files are on disk.
#pragma once

#include <filesystem>

#include "core/result.h"

namespace cairn::transfer {

// All that was written to the file system of this path so far: for trees of many files, one call instead of one each.
Status sync_file_system(const std::filesystem::path& path);

}  // namespace cairn::transfer
