// The entries of a folder, one after another, and their removal.
#pragma once

#include <dirent.h>
#include <fcntl.h>
#include <string>

#include "core/result.h"
#include "http/fd.h"

namespace cairn::artifacts {

inline constexpr int kReadFolder = O_RDONLY | O_DIRECTORY;

class FolderListing {
 public:
  // Of a folder that was opened with kReadFolder.
  explicit FolderListing(http::Fd folder);
  ~FolderListing();
  FolderListing(const FolderListing&) = delete;
  FolderListing& operator=(const FolderListing&) = delete;

  // Null at the end. "." and ".." are left out.
  [[nodiscard]] const dirent* next();
  [[nodiscard]] int fd() const { return ::dirfd(folder_); }

 private:
  DIR* folder_;
};

// A file, a link (not what it leads to), or a folder with all that is below it. What is not there is no error.
Status remove_entry(int folder, const std::string& name);
// All that is below a folder; the folder stays.
Status empty_folder(http::Fd folder);

}  // namespace cairn::artifacts
