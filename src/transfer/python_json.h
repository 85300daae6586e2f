// The JSON that Python's json.dumps writes by default, made JSON.
#pragma once

#include <string>
#include <string_view>

namespace cairn::transfer {

// NaN, Infinity and -Infinity outside of strings become strings.
[[nodiscard]] std::string quote_special_numbers(std::string_view text);

}  // namespace cairn::transfer
