// Puts files into the work tree that hold what objects of a store hold.
//
// Each file is made under a temporary name beside its place and renamed into it, or in a new folder that is renamed
// into its place: at any moment there is the old file or the whole new one. What is copied is hashed on the way, so
// that a corrupt object is never put anywhere; what is to be linked is hashed first, unless the index knows the
// object's file.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/result.h"
#include "data/files/fd.h"
#include "data/files/tree_file.h"
#include "data/progress.h"
#include "data/store/object_store.h"
#include "data/store/stat_index.h"

namespace cairn::data {

enum class LinkType : std::uint8_t { kReflink, kHardlink, kSymlink, kCopy };

// Whether files of one directory can be links of that type to files of the other. Tries it.
[[nodiscard]] bool can_link(const std::string& from, const std::string& to, LinkType type);

class FileMaker {
 public:
  // Link types in order of preference; one that the file system refuses gives way to the next. `index` remembers which
  // objects were checked.
  FileMaker(const ObjectStore& store, std::vector<LinkType> types, StatIndex& index, unsigned workers,
            Progress* progress = nullptr);

  // Makes each file below `root`, replacing what is there, with the folders that it needs. `md5` says which object,
  // `mode` whether it is executable. Fills in the stamps. Stops at the first object that is missing or corrupt; what
  // was made until then stays.
  Status make(const Fd& root, std::span<TreeFile* const> files);

  // The type that was used last.
  [[nodiscard]] LinkType type() const { return types_.front(); }

 private:
  struct Target;
  Status make_all(Target& target, std::span<TreeFile* const> files);
  Status copy(Target& target, std::span<TreeFile* const> files);
  // The files that can't be links of that type.
  Result<std::vector<TreeFile*>> link(Target& target, std::span<TreeFile* const> files, LinkType type);
  Status check_objects(std::span<TreeFile* const> files);
  [[nodiscard]] bool links() const {
    return types_.front() == LinkType::kHardlink || types_.front() == LinkType::kSymlink;
  }

  const ObjectStore& store_;
  std::vector<LinkType> types_;
  StatIndex& index_;
  unsigned workers_;
  Progress* progress_;
};

}  // namespace cairn::data
