// The locks that DVC's processes take, so that both programs can work in one repository at the same time.
//
// .dvc/tmp/lock: one writer at a time in the whole repository; flock, the holder's pid as its content.
// .dvc/tmp/rwlock: JSON, which process reads and writes which paths; held by a pipeline's stage while its command runs
// without the first lock. Changed under a flock of .dvc/tmp/rwlock.lock.
//
// Commands that only read take neither.
#pragma once

#include <string>
#include <vector>

#include "core/result.h"
#include "data/files/fd.h"

namespace cairn::data {

enum class LockWait : std::uint8_t { kAFewSeconds, kForever };

// Held until it goes.
class RepoLock {
 public:
  static Result<RepoLock> acquire(const std::string& tmp_dir, LockWait wait);

 private:
  explicit RepoLock(Fd fd) : fd_(std::move(fd)) {}
  Fd fd_;
};

// Announces what this process is going to read and write. Released when it goes.
class PathLocks {
 public:
  // Fails if another living process announced something that these paths (absolute) overlap with.
  static Result<PathLocks> acquire(const std::string& tmp_dir, const std::string& command,
                                   std::vector<std::string> reads, std::vector<std::string> writes);
  ~PathLocks();
  PathLocks(PathLocks&& other) noexcept;
  PathLocks& operator=(PathLocks&&) = delete;

 private:
  PathLocks(std::string tmp_dir, std::string command, std::vector<std::string> reads, std::vector<std::string> writes)
      : tmp_dir_(std::move(tmp_dir)),
        command_(std::move(command)),
        reads_(std::move(reads)),
        writes_(std::move(writes)) {}

  std::string tmp_dir_;
  std::string command_;
  std::vector<std::string> reads_;
  std::vector<std::string> writes_;
};

}  // namespace cairn::data
