// What a repository needs of Git: its ignore rules, what it tracks, and its history; by reading its files and through
// its plumbing commands. Nothing is written but .gitignore files and, where the user asked for it, the index.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/result.h"
#include "data/repo/ignore_tree.h"

namespace cairn::data {

class Git {
 public:
  // The work tree that holds `directory` (absolute), found as Git finds it; nothing if there is none.
  static std::optional<Git> find(const std::string& directory);

  [[nodiscard]] const std::string& root() const { return root_; }

  // A path (absolute) inside the work tree.
  [[nodiscard]] bool is_ignored(const std::string& path, EntryKind kind);
  // Whether the index holds it, or something below it.
  [[nodiscard]] Result<bool> is_tracked(const std::string& path) const;

  // Adds a line for a path to the .gitignore beside it, unless it is ignored already. The file that holds the line, or
  // nothing.
  Result<std::string> ignore(const std::string& path);
  // Takes such a line away; a file that becomes empty is removed. The file, or nothing
  // if it is gone.
  Result<std::string> stop_ignoring(const std::string& path);
  Status add(const std::vector<std::string>& paths) const;

  // Runs a command of Git's in the work tree; its output, or its complaint as an error.
  [[nodiscard]] Result<std::string> run(const std::vector<std::string>& arguments, std::string_view input = {}) const;

 private:
  explicit Git(std::string root);
  void forget_rules();
  IgnoreTree& rules();

  std::string root_;
  std::unique_ptr<IgnoreTree> rules_;
};

}  // namespace cairn::data
