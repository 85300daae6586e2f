// Values as Python prints them, for error texts that must say the same as MLflow's.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace cairn {

// repr() of a str: 'text', or "text" where it holds a single quote.
std::string python_repr(std::string_view text);
// repr() of a bytes: b'\xff'.
std::string python_bytes_repr(std::string_view bytes);
// repr() of a list of str: ['a', 'b'].
std::string python_repr(std::span<const std::string> texts);
// repr() of a float, and of an int where the double is one that Python would have kept as int: 1.0, 1e+16, nan, inf.
std::string python_repr(double value);

}  // namespace cairn
