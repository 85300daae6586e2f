// Hashes one large file, and writes it on, at the speed of MD5 alone: a second thread reads ahead and writes.
#pragma once

#include <string_view>

#include "data/hash/hash_files.h"

namespace cairn::data {

// From the descriptor's current position to its end. `writer` and `progress` may be null.
Result<Md5> hash_large_file(const Fd& fd, std::string_view path, ContentWriter* writer, Progress* progress = nullptr);

}  // namespace cairn::data
