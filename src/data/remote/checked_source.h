// A file of this machine on its way to a storage, hashed as it is read: if it is not what its name says, reading its
// last bytes fails, and the storage never gets a whole file. Small ones are not opened then.
#pragma once

#include "data/files/fd.h"
#include "data/hash/md5.h"
#include "data/progress.h"
#include "data/remote/storage.h"

namespace cairn::data {

class CheckedSource final : public FileSource {
 public:
  // `progress` may be null.
  static Result<CheckedSource> open(const std::string& path, const Md5& expected, Progress* progress);

  [[nodiscard]] std::uint64_t size() const override { return size_; }
  // What is passed over is read, too: the hash is of all of it.
  Status seek(std::uint64_t offset) override;
  Result<std::size_t> read(std::span<char> buffer) override;

 private:
  CheckedSource(std::string path, const Md5& expected, Fd fd, std::uint64_t size, Progress* progress)
      : path_(std::move(path)), expected_(expected), fd_(std::move(fd)), size_(size), progress_(progress) {}

  std::string path_;
  Md5 expected_;
  Fd fd_;
  std::uint64_t size_;
  Progress* progress_;
  std::uint64_t position_ = 0;
  Md5Stream hash_;
};

// The error of bytes that are not what their name says.
[[nodiscard]] Error corrupt_object(std::string_view where);

}  // namespace cairn::data
