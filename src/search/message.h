// Fills the texts of language.h.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "search/language.h"

namespace cairn::search {

// What a filter said, for the parts of a text in braces. Most texts need one or two of them.
struct Facts {
  std::string_view entity = {};
  std::string_view key = {};
  std::string_view op = {};
  std::string_view value = {};
  std::string_view repr = {};
  std::string_view keys = {};
  Operators ops = {};
};

// {'a', 'b'}, sorted.
[[nodiscard]] std::string python_set(std::vector<std::string_view> texts);

// The text with its braces replaced.
[[nodiscard]] std::string fill(std::string_view text, const Facts& facts);

}  // namespace cairn::search
