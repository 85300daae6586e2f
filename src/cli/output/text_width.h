// Text measured in a terminal's columns.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace cairn::cli {

[[nodiscard]] std::size_t text_width(std::string_view text);
// At most `width` columns, with "…" at the end where something is cut off.
[[nodiscard]] std::string fit_text(std::string_view text, std::size_t width);
// Control characters (and so escapes that would steer the terminal) replaced.
[[nodiscard]] std::string printable(std::string_view text);
// Lines of at most `width` columns, broken between words; line breaks stay.
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, std::size_t width);
[[nodiscard]] std::string upper(std::string_view ascii);

}  // namespace cairn::cli
