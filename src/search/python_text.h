// Values as Python prints them: MLflow puts repr() of what it was given into its error texts.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cairn::search {

[[nodiscard]] std::string python_string(std::string_view text);   // 'it'; "it's"; 'tab\t'
[[nodiscard]] std::string python_bytes(std::string_view bytes);   // b'\xff'
[[nodiscard]] std::string python_float(double value);             // 1.0; 1e+16; nan
[[nodiscard]] std::string python_list(std::span<const std::string> texts);  // ['a', 'b']

// {'a', 'b'}, sorted. (Python's own order changes from process to process.)
[[nodiscard]] std::string python_set(std::vector<std::string_view> texts);

}  // namespace cairn::search
