#include "data/remote/checked_source.h"

#include <algorithm>
#include <cerrno>
#include <fmt/format.h>
#include <unistd.h>

namespace cairn::data {
namespace {

// Files up to this size are hashed before a byte of them is sent. The end of one that is not sent whole may reach the
// server after the request that clears away its beginning.
constexpr std::uint64_t kSmall = std::uint64_t{1} << 20;

}  // namespace

Error corrupt_object(std::string_view where) {
  return {ErrorCode::kDataLoss, fmt::format("{}: its bytes are not what its name says", where)};
}

Result<CheckedSource> CheckedSource::open(const std::string& path, const Md5& expected, Progress* progress) {
  Fd fd = TRY(open_file(path, O_RDONLY));
  struct stat info{};
  if (::fstat(fd.get(), &info) != 0) return os_error(errno, path);
  const auto size = static_cast<std::uint64_t>(info.st_size);
  if (size <= kSmall && md5_of(TRY(read_file(path))) != expected) return corrupt_object(path);
  return CheckedSource(path, expected, std::move(fd), size, progress);
}

Status CheckedSource::seek(std::uint64_t offset) {
  if (offset < position_) {
    if (::lseek(fd_.get(), 0, SEEK_SET) != 0) return os_error(errno, path_);
    position_ = 0;
    hash_ = {};
  }
  std::string passed(std::size_t{1} << 16, '\0');
  while (position_ < offset) {
    const std::size_t step = std::min<std::uint64_t>(passed.size(), offset - position_);
    if (TRY(read(std::span(passed).first(step))) == 0) return internal_error(path_ + " became shorter");
  }
  return {};
}

Result<std::size_t> CheckedSource::read(std::span<char> buffer) {
  const std::size_t wanted = std::min<std::uint64_t>(buffer.size(), size_ - position_);
  const auto bytes = std::as_writable_bytes(buffer.first(wanted));
  const std::size_t count = TRY(read_up_to(fd_, bytes, path_));
  if (count < wanted) return internal_error(path_ + " became shorter while it was sent");
  if (count == 0) return 0;
  hash_.update(bytes);
  position_ += count;
  if (progress_) progress_->did_bytes(count);
  if (position_ == size_ && Md5Stream(hash_).finish() != expected_) return corrupt_object(path_);
  return count;
}

}  // namespace cairn::data
