#if defined(__x86_64__)
#include "data/hash/md5_kernel.h"
#include "data/hash/md5_kernels.h"

namespace cairn::data {

const Md5Kernel kMd5Avx2{"avx2", 32, 4, compress_lanes<8, 4>};

}  // namespace cairn::data
#endif
