// MD5's compression function in the forms that this program carries; which of them a processor can run is found out
// once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace cairn::data {

struct Md5Kernel {
  std::string_view name;
  std::size_t lanes;
  // Below this number of messages, one after the other with the one-lane kernel is faster.
  std::size_t worth_it_from;
  // Advances `lanes` messages by `blocks` blocks of 64 bytes each. states[word * lanes + lane].
  void (*compress)(std::uint32_t* states, const std::uint8_t* const* messages, std::size_t blocks);
};

extern const Md5Kernel kMd5OneLane;
extern const Md5Kernel kMd5Baseline;  // what every processor of this architecture has: SSE2, NEON, …
#if defined(__x86_64__)
extern const Md5Kernel kMd5Avx2;
extern const Md5Kernel kMd5Avx512;
#endif

// The many-lane kernels that this processor can run, the fastest first. Constant after the first call.
std::span<const Md5Kernel* const> usable_md5_kernels();

}  // namespace cairn::data
