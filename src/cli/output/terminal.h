// What standard output is.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace cairn::cli {

[[nodiscard]] bool is_terminal();
// Columns: COLUMNS, or what the terminal says, or 80.
[[nodiscard]] std::size_t terminal_width();
[[nodiscard]] std::size_t terminal_height();

// Only where it is a terminal that wants colours (NO_COLOR is not set).
enum class Color { kRed = 31, kGreen = 32, kYellow = 33, kBlue = 34, kMagenta = 35, kCyan = 36, kDim = 2, kBold = 1 };
[[nodiscard]] std::string colored(std::string_view text, Color color);

}  // namespace cairn::cli
