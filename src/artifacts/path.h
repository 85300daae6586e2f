// A place in a repository: relative to its root, with nothing in it that could lead out again.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "core/result.h"

namespace cairn::artifacts {

// Segments between single slashes, none of them ".", ".." or with a NUL in it; no slash in front or behind. Empty: the
// root. A repository need not look again.
class Path {
 public:
  Path() = default;
  // Of text that is decoded already. Doubled and trailing slashes and "." are dropped; what leads outside is refused.
  static Result<Path> parse(std::string_view text);

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] bool is_root() const { return text_.empty(); }
  [[nodiscard]] std::string_view name() const;  // the last segment
  [[nodiscard]] Path parent() const;
  [[nodiscard]] Path operator/(const Path& below) const;

  friend bool operator==(const Path&, const Path&) = default;

 private:
  explicit Path(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

}  // namespace cairn::artifacts
