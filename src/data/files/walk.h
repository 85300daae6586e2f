// Lists the files below a directory.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "data/files/fd.h"
#include "data/files/tree_file.h"

namespace cairn::data {

enum class EntryKind : std::uint8_t { kFile, kDirectory };

// A name in a directory, as the kernel gives it.
struct RawEntry {
  std::string name;
  unsigned char type;  // DT_REG and so on; not every file system knows it
};

// Says what a walk leaves out. Asked for a directory's entries before anything below them.
class WalkFilter {
 public:
  virtual ~WalkFilter() = default;
  // Before the entries of a directory ("" for the root) are asked for; `entries` are all of them.
  virtual Status enter(std::string_view directory, const std::vector<RawEntry>& entries) = 0;
  [[nodiscard]] virtual bool skips(std::string_view directory, std::string_view name, EntryKind kind) = 0;
};

struct WalkedTree {
  std::vector<TreeFile> files;
  std::vector<std::string> directories;  // without the root
};

// All files below `root`, those of each directory sorted by name, a directory's own before its folders'.
// Links to files are followed, links to directories left out. A name that is not UTF-8, a link to nothing and
// anything that is neither file nor directory is an error; `shown_root` is what its text names the root.
Result<WalkedTree> walk_tree(const Fd& root, const std::string& shown_root, WalkFilter* filter);

// The names in one directory, with what they are (links followed).
struct DirectoryEntry {
  std::string name;
  EntryKind kind;
  bool is_link;
};
Result<std::vector<DirectoryEntry>> list_directory(const std::string& path);

}  // namespace cairn::data
