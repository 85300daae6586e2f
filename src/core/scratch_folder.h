// A folder that goes with the object, unless it is kept.
#pragma once

#include <filesystem>
#include <string_view>
#include <utility>

#include "core/result.h"

namespace cairn {

class ScratchFolder {
 public:
  // A new one in the system's folder for temporary files (TMPDIR), "NAME-" and six characters.
  static Result<ScratchFolder> in_temporary_files(std::string_view name);
  // On the disk of a file that is to be written; what an interrupted command left there before is removed.
  static Result<ScratchFolder> beside(const std::filesystem::path& file);

  ScratchFolder(ScratchFolder&& other) noexcept : path_(other.keep()) {}
  ScratchFolder& operator=(ScratchFolder&& other) noexcept {
    std::swap(path_, other.path_);
    return *this;
  }
  ~ScratchFolder();

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  // It is the caller's from now on.
  std::filesystem::path keep() { return std::exchange(path_, {}); }

 private:
  explicit ScratchFolder(std::filesystem::path path) : path_(std::move(path)) {}
  std::filesystem::path path_;
};

}  // namespace cairn
