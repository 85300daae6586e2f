// A folder as one file, .tar.zst, and back.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "core/result.h"

namespace cairn::transfer {

[[nodiscard]] bool is_archive_name(std::string_view name);

// All files below the folder. The archive shows under its name when it is whole, and is on disk then.
Status pack(const std::filesystem::path& folder, const std::filesystem::path& archive);
// Into an empty folder. Refuses entries that are neither files nor folders, or that lead outside.
Status unpack(const std::filesystem::path& archive, const std::filesystem::path& folder);

}  // namespace cairn::transfer
