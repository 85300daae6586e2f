#include "core/ordered_id.h"

#include <algorithm>
#include <cstdint>
#include <fmt/format.h>
#include <mutex>

#include "core/clock.h"
#include "core/ids.h"

namespace cairn {
namespace {

// 48 bits of milliseconds and 12 of a counter, which runs over into them.
std::uint64_t next_place() {
  static std::mutex mutex;
  static std::uint64_t last = 0;
  const std::lock_guard lock(mutex);
  return last = std::max(static_cast<std::uint64_t>(now_ms()) << 12, last + 1);
}

}  // namespace

std::string new_ordered_hex_id() {
  const std::uint64_t place = next_place();
  // The second half is random, as in version 4.
  return fmt::format("{:012x}7{:03x}{}", place >> 12, place & 0xFFF, new_hex_id().substr(16));
}

}  // namespace cairn
