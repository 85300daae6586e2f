// Which paths of a working tree are ignored: the rules of .gitignore and of .dvcignore files, which may lie in any
// directory and hold for what is below. The last pattern that matches decides, and the files further down are asked
// last; but what is below an ignored directory is ignored, whatever they say.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "data/files/walk.h"
#include "data/format/ignore_pattern.h"

namespace cairn::data {

enum class SubProjects : std::uint8_t { kTakePart, kIgnore };  // directories with a .dvc directory of their own

// Reads files as it needs them, and keeps what it read: for one look at a tree that doesn't change meanwhile. One
// thread.
class IgnoreTree {
 public:
  // `base` holds for the whole tree and gives way to the files in it.
  IgnoreTree(std::string root, std::string file_name, std::vector<IgnorePattern> base, SubProjects sub_projects);

  struct Verdict {
    bool ignored = false;
    const IgnorePattern* pattern = nullptr;  // the one that decided, if any did
  };
  // A path relative to the root, with '/'.
  Verdict check(std::string_view path, EntryKind kind);

  // Leaves out what is ignored. The walk starts at `start` ("" for the root), which is not asked about itself.
  std::unique_ptr<WalkFilter> filter(std::string start);

 private:
  friend class IgnoreFilter;

  // The patterns of one file, with the directory that they are relative to.
  struct Level {
    std::string base;  // "" or "a/b/"
    std::vector<IgnorePattern> patterns;
  };
  using Levels = std::vector<std::shared_ptr<const Level>>;

  const Levels& levels_of(std::string_view directory);
  const Levels& levels_without_own(std::string_view directory);  // of one that has no such file
  [[nodiscard]] Verdict decide(const Levels& levels, std::string_view path, EntryKind kind) const;
  std::shared_ptr<const Level> read_level(std::string_view directory, const Levels& above) const;
  [[nodiscard]] bool is_sub_project(std::string_view path) const;

  std::string root_;
  std::string file_name_;
  SubProjects sub_projects_;
  IgnorePattern sub_project_;  // what is named as the reason
  std::unordered_map<std::string, Levels> levels_;
};

}  // namespace cairn::data
