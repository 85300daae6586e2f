#include "transfer/sync.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "http/fd.h"

namespace cairn::transfer {

Status sync_file_system(const std::filesystem::path& path) {
  const http::Fd opened(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (opened && ::syncfs(opened.get()) == 0) return {};
  return Error(ErrorCode::kTemporarilyUnavailable,
               fmt::format("Cannot write '{}' to disk: {}.", path.string(), std::strerror(errno)));
}

}  // namespace cairn::transfer
