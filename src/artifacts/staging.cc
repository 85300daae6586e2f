#include "artifacts/staging.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include "artifacts/beneath.h"
#include "artifacts/folder.h"
#include "core/ids.h"

namespace cairn::artifacts {
namespace {

constexpr const char* kFolder = ".artifact.uploading.cairn";

// Not through a link: nobody may lead the staging folder elsewhere.
http::Fd open_staging(const http::Fd& folder) {
  return http::Fd(::openat(folder.get(), kFolder, kReadFolder | O_NOFOLLOW | O_CLOEXEC));
}

bool has_writer(const http::Fd& file) { return ::flock(file.get(), LOCK_EX | LOCK_NB) != 0; }

bool is_linked(const http::Fd& file) {
  struct stat info{};
  return ::fstat(file.get(), &info) == 0 && info.st_nlink > 0;
}

}  // namespace

void clean_staging(const http::Fd& folder) {
  http::Fd staging = open_staging(folder);
  if (!staging) return;
  FolderListing listing(std::move(staging));
  while (const dirent* entry = listing.next()) {
    const http::Fd file(::openat(listing.fd(), entry->d_name, O_WRONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    if (file && !has_writer(file)) ::unlinkat(listing.fd(), entry->d_name, 0);
  }
}

Result<StagedFile> StagedFile::create(const http::Fd& folder) {
  if (::mkdirat(folder.get(), kFolder, 0777) != 0 && errno != EEXIST) return file_error(errno, kFolder);
  http::Fd staging = open_staging(folder);
  if (!staging) return file_error(errno, kFolder);
  for (;;) {
    std::string name = new_hex_id();
    http::Fd file(::openat(staging.get(), name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
    if (!file) return file_error(errno, name);
    // Between the two calls a cleaner may have come, and holds the lock until it has removed the file.
    ::flock(file.get(), LOCK_EX);
    if (is_linked(file)) return StagedFile(std::move(staging), std::move(file), std::move(name));
  }
}

StagedFile::~StagedFile() {
  if (file_ && !name_.empty()) ::unlinkat(staging_.get(), name_.c_str(), 0);
}

Status StagedFile::move_to(const http::Fd& folder, const std::string& name) {
  if (::fsync(file_.get()) != 0) return file_error(errno, name);
  if (::renameat(staging_.get(), name_.c_str(), folder.get(), name.c_str()) != 0) return file_error(errno, name);
  name_.clear();
  if (::fsync(folder.get()) != 0) return file_error(errno, name);
  return {};
}

}  // namespace cairn::artifacts
