// What tells, without reading it, whether a file is still the one that was looked at.
//
// DVC takes inode, size and mtime. The time of the last change of the inode (ctime) is in here too: no program can set
// it back, so an edit that restores size and mtime is still seen.
//
// A stamp is settled if the file's times lie before the moment at which reading it began. An edit after that moment
// must then show in the times. One that is not settled says nothing: within one tick of the kernel's clock the file may
// have been written again with the same times (what Git calls racily clean), so it is read again on the next look.
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>
#include <ctime>
#include <sys/stat.h>

namespace cairn::data {

// Nanoseconds since 1970 of the clock that the kernel stamps files with.
inline std::int64_t file_clock_now() {
  timespec now{};
  ::clock_gettime(CLOCK_REALTIME_COARSE, &now);
  return now.tv_sec * 1'000'000'000 + now.tv_nsec;
}

struct FileStamp {
  std::uint64_t inode = 0;
  std::uint64_t size = 0;
  std::int64_t mtime = 0;
  std::int64_t ctime = 0;

  FileStamp() = default;
  explicit FileStamp(const struct stat& info)
      : inode(info.st_ino),
        size(static_cast<std::uint64_t>(info.st_size)),
        mtime(info.st_mtim.tv_sec * 1'000'000'000 + info.st_mtim.tv_nsec),
        ctime(info.st_ctim.tv_sec * 1'000'000'000 + info.st_ctim.tv_nsec) {}

  auto operator<=>(const FileStamp&) const = default;
  [[nodiscard]] bool settled_before(std::int64_t moment) const { return std::max(mtime, ctime) < moment; }
};

}  // namespace cairn::data
