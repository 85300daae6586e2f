// Words of a shell command line, by POSIX's rules for quotes and backslashes: MLflow splits an order_by with Python's
// shlex.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cairn::search {

struct ShellWord {
  std::string text;      // without quotes and backslashes
  std::size_t position;  // where it begins
};

// Nothing where a quote is not closed, or a backslash has nothing to escape.
[[nodiscard]] std::optional<std::vector<ShellWord>> shell_words(std::string_view text);

}  // namespace cairn::search
