#if defined(__x86_64__)
#include "data/hash/md5_kernel.h"
#include "data/hash/md5_kernels.h"

namespace cairn::data {

const Md5Kernel kMd5Avx512{"avx512", 32, 2, compress_lanes<16, 2>};

}  // namespace cairn::data
#endif
