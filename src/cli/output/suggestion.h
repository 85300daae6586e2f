// "Did you mean ...?", for words that are almost right.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace cairn::cli {

// The nearest of the known words, or empty where none is near.
[[nodiscard]] std::string nearest(std::string_view word, std::span<const std::string> known);
// " Did you mean 'runs'?", or empty.
[[nodiscard]] std::string did_you_mean(std::string_view word, std::span<const std::string> known);

}  // namespace cairn::cli
