// The hash of DVC 2: MD5 with the line ends of text made Unix's, decided for each mebibyte by its first 512 bytes. Only
// for outputs that were tracked then and haven't changed since.
#pragma once

#include "data/hash/hash_files.h"

namespace cairn::data {

Result<Md5> hash_dos2unix(const Fd& fd, std::string_view path);
// As hash_files, one file after the other.
Status hash_files_dos2unix(const Fd& root, std::span<TreeFile* const> files);

}  // namespace cairn::data
