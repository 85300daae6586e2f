// Random identifiers and keys from the system's generator.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace cairn {

// 32 hexadecimal digits: a version 4 UUID without its dashes, as MLflow names runs.
[[nodiscard]] std::string new_hex_id();
// The same with dashes.
[[nodiscard]] std::string new_uuid();
[[nodiscard]] std::string random_bytes(std::size_t count);
[[nodiscard]] std::uint64_t random_below(std::uint64_t bound);

}  // namespace cairn
