// Remembers the hashes of files by their stamps, so that a file that didn't change is not read again.
//
// One SQLite file of our own, .dvc/tmp/cairn.db: a row holds one directory, all of its files in one blob, so that
// looking at a tree of 20,000 files in 100 directories takes 100 rows. (A row for each file takes ten times as long to
// read and to write.) The blob: for each file, sorted by name, the name with its length before it, inode, size, mtime,
// ctime and MD5, numbers with the low byte first; at the end the MD5 of all that. Everything in it can be found out
// again: a row that is damaged counts as none, a file that SQLite can't read is started anew, and nothing is synced.
//
// Only settled stamps are remembered (see stamp.h). One thread.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/result.h"
#include "data/files/tree_file.h"
#include "data/store/object_id.h"
#include "db/sqlite_connection.h"

namespace cairn::data {

// Whether files are all that their directories hold, or some of it.
enum class Coverage : std::uint8_t { kWholeDirectories, kSomeFiles };

class StatIndex {
 public:
  static Result<StatIndex> open(const std::string& path);

  // Gives each file whose stamp is known its hash. Paths are relative to `directory`, which is how the caller names it:
  // absolute.
  Status look_up(const std::string& directory, std::span<TreeFile> files);
  // Remembers the settled ones. Nothing is written for directories of which all files were looked up and known.
  Status remember(const std::string& directory, std::span<const TreeFile> files, Coverage coverage);

  // The object that the index saw at a place, if the fingerprint is still the same: of all files of a directory, which
  // is then not looked up file by file.
  Result<std::optional<ObjectId>> seen(const std::string& place, const Md5& fingerprint);
  Status note_seen(const std::string& place, const Md5& fingerprint, const ObjectId& object);

  // Outputs that were put into the work tree, by their absolute paths, with the name of what they held then.
  Result<std::vector<std::pair<std::string, std::string>>> placed();
  Status note_placed(const std::string& path, const std::string& object);
  Status forget_placed(const std::string& path);

 private:
  struct Known;
  using Directory = std::vector<Known>;  // sorted by name

  explicit StatIndex(std::unique_ptr<db::SqliteConnection> database) : database_(std::move(database)) {}
  Result<Directory> read(const std::string& directory);
  Status write(const std::string& directory, const Directory& known);

  std::unique_ptr<db::SqliteConnection> database_;
};

}  // namespace cairn::data
