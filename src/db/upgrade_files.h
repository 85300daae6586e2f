// The file side of an upgrade: may it begin, and how does the new file take the old one's place.
#pragma once

#include <string>
#include <utility>

#include "core/result.h"

namespace cairn::db {

// The real path of the database, through symbolic links; refuses one that is not there, or that this user cannot
// replace and leave with the same owner.
Result<std::string> replaceable_file(const std::string& path);

// Refuses when another process has the file open. SQLite's locks do not tell: a server that is idle holds none, and
// would go on writing to the file that was put aside. Sees what /proc shows this user.
Status refuse_if_open_elsewhere(const std::string& path);

// Refuses when the file system cannot hold a second, somewhat larger database.
Status require_space(const std::string& path);

// An empty file for the new database, of the same user and with the same permissions as the old one. It is removed
// together with this object, with whatever SQLite put beside it; so is first what an interrupted run left there.
class ScratchFile {
 public:
  static Result<ScratchFile> create(std::string path, const std::string& like);
  ScratchFile(ScratchFile&& other) noexcept : path_(std::exchange(other.path_, {})) {}
  ~ScratchFile();

  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  explicit ScratchFile(std::string path) : path_(std::move(path)) {}
  std::string path_;
};

// Puts `new_path` in the place of `path` and keeps the old file under `keep_as`, or that with a number if there is
// another file of that name. At every moment `path` names one of the two, whole. Returns the kept file's path.
Result<std::string> swap_in(const std::string& new_path, const std::string& path, const std::string& keep_as);

}  // namespace cairn::db
