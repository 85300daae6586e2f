// Random identifiers from the system's generator.
#pragma once

#include <cstdint>
#include <string>

namespace cairn {

// 32 hexadecimal digits: a version 4 UUID without its dashes, as MLflow names runs.
[[nodiscard]] std::string new_hex_id();
// The same with dashes.
[[nodiscard]] std::string new_uuid();
[[nodiscard]] std::uint64_t random_below(std::uint64_t bound);

}  // namespace cairn
