// What a path of the work tree holds, as DVC names it: a file's hash, or a directory's list of files and their hashes.
// Files that the index knows are not read.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/result.h"
#include "data/files/tree_file.h"
#include "data/format/dir_object.h"
#include "data/repo/repo.h"
#include "data/store/object_batch.h"

namespace cairn::data {

struct Content {
  ObjectId id;
  std::int64_t size = 0;
  bool is_executable = false;   // of a single file
  std::vector<TreeFile> files;  // sorted by path, which is "" for a single file
  std::vector<std::string> directories;

  [[nodiscard]] bool is_dir() const { return id.is_dir; }
  [[nodiscard]] DirEntries entries() const;
};

// Of a directory's files, where its own name is known without them.
enum class FileHashes : std::uint8_t { kNeeded, kNotNeeded };
// What .dvcignore names. It speaks of the work tree; elsewhere nothing is left out.
enum class Ignored : std::uint8_t { kLeftOut, kTaken };

// How files are hashed, and what becomes of their content.
struct ReadOptions {
  HashKind hash = HashKind::kMd5;
  // Takes the content of every file whose object isn't in `store`; then all of them are in the one or the other.
  ObjectBatch* batch = nullptr;
  const ObjectStore* store = nullptr;
  // If they are not needed, the content of a directory may come without its files.
  FileHashes file_hashes = FileHashes::kNeeded;
  Ignored ignored = Ignored::kLeftOut;
};

// `path` is absolute. kResourceDoesNotExist if there is nothing.
Result<Content> read_content(Repo& repo, const std::string& path, const ReadOptions& options);

// What the index calls a directory: it keeps hashes of both kinds, the old one under names that no path has.
[[nodiscard]] std::string index_name(const std::string& directory, HashKind hash);

// Notes the stamps of files that were just put into the work tree, so that the next look needn't read them.
Status remember_content(Repo& repo, const std::string& path, const Content& content, HashKind hash);

}  // namespace cairn::data
