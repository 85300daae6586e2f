// "a, b" as "a" and "b".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cairn::cli {

// Blanks around the parts, and parts that are empty, do not count.
std::vector<std::string> split_list(std::string_view text);

}  // namespace cairn::cli
