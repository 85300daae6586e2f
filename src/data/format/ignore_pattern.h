// One line of a .gitignore or .dvcignore file.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "data/files/walk.h"

namespace cairn::data {

class IgnorePattern {
 public:
  // Nothing for empty lines and comments. `origin` is what messages name the line by: ".dvcignore:3:*.tmp".
  static std::optional<IgnorePattern> parse(std::string_view line, std::string origin);

  // Whether it says something about a path relative to the directory of its file. It says nothing about what is below
  // a directory that it names: callers ask for that directory first.
  [[nodiscard]] bool matches(std::string_view path, EntryKind kind) const;
  // "!pattern": what it matches is not ignored after all.
  [[nodiscard]] bool is_exception() const { return is_exception_; }
  [[nodiscard]] const std::string& origin() const { return origin_; }

 private:
  std::string glob_;
  std::string origin_;
  bool is_exception_ = false;
  bool directories_only_ = false;
  bool name_only_ = false;  // without a slash: matched against the last part of a path
  bool is_literal_ = false;
};

// Git's wildmatch: * and ? stay within a part of the path, ** as a whole part matches any number of parts.
[[nodiscard]] bool wildmatch(std::string_view pattern, std::string_view path);

}  // namespace cairn::data
