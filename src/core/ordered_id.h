// Identifiers that sort by when they were made.
#pragma once

#include <string>

namespace cairn {

// 32 hexadecimal digits, greater than all that this process has made before: a version 7 UUID without its dashes.
[[nodiscard]] std::string new_ordered_hex_id();

}  // namespace cairn
