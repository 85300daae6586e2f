// A file of this machine on its way to a storage, hashed as it is read: if it is not what its name says, reading its
// last bytes fails, and the storage never gets a whole file.
#pragma once

#include "data/files/fd.h"
#include "data/hash/md5.h"
#include "data/remote/storage.h"

namespace cairn::data {

class CheckedSource final : public FileSource {
 public:
  static Result<CheckedSource> open(const std::string& path, const Md5& expected);

  [[nodiscard]] std::uint64_t size() const override { return size_; }
  // What is passed over is read, too: the hash is of all of it.
  Status seek(std::uint64_t offset) override;
  Result<std::size_t> read(std::span<char> buffer) override;

 private:
  CheckedSource(std::string path, const Md5& expected, Fd fd, std::uint64_t size)
      : path_(std::move(path)), expected_(expected), fd_(std::move(fd)), size_(size) {}

  std::string path_;
  Md5 expected_;
  Fd fd_;
  std::uint64_t size_;
  std::uint64_t position_ = 0;
  Md5Stream hash_;
};

// A whole small file, checked.
Result<std::string> read_checked(const std::string& path, const Md5& expected);

// The error of bytes that are not what their name says.
[[nodiscard]] Error corrupt_object(std::string_view where);

}  // namespace cairn::data
