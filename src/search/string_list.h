// The list behind IN. MLflow reads it as a Python literal, so ('a', "b") follows Python's rules for strings: escapes,
// r'...', '''...''', and neighbours that join ('it''s' is one string, its).
//
// Literals that are no list of strings are errors either way; MLflow's text names numbers and nested tuples as such,
// and so does this reader. Rarer ones (bytes, None, sets, \N{...} escapes) it calls ill-formed.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace cairn::search {

enum class ListItems {
  kStrings,  // one at least
  kAny,      // strings and numbers, or none
};

// `text` is the list with its parentheses, and `position` is where it stands in the filter.
// Numbers are returned as Python prints them.
[[nodiscard]] Result<std::vector<std::string>> read_string_list(std::string_view text, std::size_t position,
                                                                ListItems items);

}  // namespace cairn::search
