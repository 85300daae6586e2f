#include "core/scratch_folder.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fmt/format.h>

namespace cairn {
namespace fs = std::filesystem;

Result<ScratchFolder> ScratchFolder::in_temporary_files(std::string_view name) {
  std::error_code none;
  const fs::path parent = fs::temp_directory_path(none);
  std::string path = fmt::format("{}/{}-XXXXXX", none ? "/tmp" : parent.string(), name);
  if (!::mkdtemp(path.data()))
    return internal_error(fmt::format("Cannot make the folder '{}': {}.", path, std::strerror(errno)));
  return ScratchFolder(path);
}

Result<ScratchFolder> ScratchFolder::beside(const fs::path& file) {
  fs::path path = fs::absolute(file).parent_path() / fmt::format(".{}.partial", file.filename().string());
  std::error_code failed;
  fs::remove_all(path, failed);
  fs::create_directories(path, failed);
  if (failed) return internal_error(fmt::format("Cannot make the folder '{}': {}.", path.string(), failed.message()));
  return ScratchFolder(std::move(path));
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  if (!path_.empty()) fs::remove_all(path_, ignored);
}

}  // namespace cairn
