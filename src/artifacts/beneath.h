// Opening what lies below a folder, and nothing else: no symbolic link, nor one put there meanwhile, leads out of it.
//
// Links that stay inside are followed, unless they are absolute.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <sys/types.h>

#include "artifacts/path.h"
#include "core/result.h"
#include "http/fd.h"

namespace cairn::artifacts {

// What a failed system call on an artifact means to who asked for it.
[[nodiscard]] Error file_error(int number, std::string_view path);

// The root itself is opened with open_folder(); `path` may be the root.
Result<http::Fd> open_folder(const std::string& path);
Result<http::Fd> open_beneath(const http::Fd& root, const Path& path, int flags);

// The same without openat2(), for kernels and containers that have none. Slower: a system call for each segment.
Result<http::Fd> walk_beneath(const http::Fd& root, const Path& path, int flags);

}  // namespace cairn::artifacts
