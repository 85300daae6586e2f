#include "data/hash/md5_kernel.h"
#include "data/hash/md5_kernels.h"

namespace cairn::data {

const Md5Kernel kMd5OneLane{"one lane", 1, 1, compress_one};
const Md5Kernel kMd5Baseline{"baseline", 16, 3, compress_lanes<4, 4>};

}  // namespace cairn::data
