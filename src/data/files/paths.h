// Paths as text. Nothing here looks at the file system, except for the working directory.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cairn::data {

[[nodiscard]] std::string working_directory();
// Without ".", ".." and doubled slashes, as Python's os.path.normpath.
[[nodiscard]] std::string normal_path(std::string_view path);
// Normal, and relative to the working directory no longer.
[[nodiscard]] std::string absolute_path(std::string_view path);
// From an absolute directory to an absolute path: "../x", or "." for the directory itself.
[[nodiscard]] std::string relative_path(std::string_view path, std::string_view directory);
[[nodiscard]] std::string relative_path(std::string_view path);  // from the working directory
[[nodiscard]] std::string join_path(std::string_view directory, std::string_view path);
[[nodiscard]] std::string parent_path(std::string_view path);
[[nodiscard]] std::string_view parent_of(std::string_view path);  // of a relative one, without a copy
[[nodiscard]] std::string_view file_name(std::string_view path);
// Both normal and absolute. A directory is inside itself.
[[nodiscard]] bool is_inside(std::string_view path, std::string_view directory);
// "~" and "~/…" of this user.
[[nodiscard]] std::string expand_home(std::string_view path);

[[nodiscard]] std::string lower_ascii(std::string_view text);
// As Python's shlex.quote: with single quotes if a shell would not take the text for one plain word.
[[nodiscard]] std::string shell_quote(std::string_view text);

}  // namespace cairn::data
