#include "artifacts/folder.h"

#include <cerrno>
#include <string_view>
#include <unistd.h>

#include "artifacts/beneath.h"

namespace cairn::artifacts {

FolderListing::FolderListing(http::Fd folder) : folder_(::fdopendir(folder.get())) {
  if (folder_) (void)folder.release();
}

FolderListing::~FolderListing() {
  if (folder_) ::closedir(folder_);
}

const dirent* FolderListing::next() {
  for (;;) {
    const dirent* entry = folder_ ? ::readdir(folder_) : nullptr;
    if (!entry) return nullptr;
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..") return entry;
  }
}

Status remove_entry(int folder, const std::string& name) {
  if (::unlinkat(folder, name.c_str(), 0) == 0 || errno == ENOENT) return {};
  if (errno != EISDIR && errno != EPERM) return file_error(errno, name);
  http::Fd below(::openat(folder, name.c_str(), kReadFolder | O_NOFOLLOW | O_CLOEXEC));
  if (!below) return errno == ENOENT ? Status() : file_error(errno, name);
  TRY(empty_folder(std::move(below)));
  if (::unlinkat(folder, name.c_str(), AT_REMOVEDIR) != 0 && errno != ENOENT) return file_error(errno, name);
  return {};
}

Status empty_folder(http::Fd folder) {
  FolderListing listing(std::move(folder));
  while (const dirent* entry = listing.next()) TRY(remove_entry(listing.fd(), entry->d_name));
  return {};
}

}  // namespace cairn::artifacts
