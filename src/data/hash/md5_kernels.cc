#include "data/hash/md5_kernels.h"

#include <vector>

namespace cairn::data {

std::span<const Md5Kernel* const> usable_md5_kernels() {
  static const std::vector<const Md5Kernel*> usable = [] {
    std::vector<const Md5Kernel*> kernels;
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512f")) kernels.push_back(&kMd5Avx512);
    if (__builtin_cpu_supports("avx2")) kernels.push_back(&kMd5Avx2);
#endif
    kernels.push_back(&kMd5Baseline);
    return kernels;
  }();
  return usable;
}

}  // namespace cairn::data
