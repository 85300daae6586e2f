// JSON for people: text that is on one line, on lines of its own.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace cairn::cli {

// As Python's json.dumps(..., indent=N) lays it out. `json` is well-formed.
[[nodiscard]] std::string indented_json(std::string_view json, std::size_t indent);

}  // namespace cairn::cli
