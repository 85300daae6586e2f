// A directory object: what a tracked directory holds, as JSON in the cache under the name of its own hash plus ".dir":
// [{"md5": "26ab…", "relpath": "a.txt"}, {"md5": "…", "relpath": "sub/c"}], sorted by path, no line end. Empty
// directories and modes of files are not in it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "data/hash/md5.h"

namespace cairn::data {

struct DirEntry {
  std::string path;
  Md5 md5;
  bool operator==(const DirEntry&) const = default;
};

// Sorted by path, each path once.
using DirEntries = std::vector<DirEntry>;

[[nodiscard]] std::string write_dir_object(const DirEntries& entries);

// The same, one entry after another.
class DirObjectText {
 public:
  void reserve(std::size_t files, std::size_t bytes_of_paths);
  void add(std::string_view path, const Md5& md5);
  [[nodiscard]] std::string finish() &&;

 private:
  std::string text_ = "[";
};

// Refuses what would reach out of the directory: absolute paths, "..", and empty parts.
Result<DirEntries> parse_dir_object(std::string_view text);

// The entries below `prefix` ("a/b"), with their paths relative to it.
[[nodiscard]] DirEntries entries_below(const DirEntries& entries, std::string_view prefix);
[[nodiscard]] const DirEntry* find_entry(const DirEntries& entries, std::string_view path);

}  // namespace cairn::data
