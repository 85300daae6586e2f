// Numbers as Python reads them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace cairn::search {

// int(text): blanks around, a sign, underscores between digits. Nothing where Python fails or 64 bits do not suffice.
[[nodiscard]] std::optional<std::int64_t> python_int(std::string_view text);

// float(text), likewise.
[[nodiscard]] std::optional<double> python_float(std::string_view text);

// A number token as a double; ±infinity beyond its range, 0 below.
[[nodiscard]] double decimal(std::string_view digits);

}  // namespace cairn::search
