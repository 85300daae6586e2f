#include "data/remote/received_object.h"

#include <cerrno>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

namespace cairn::data {

// DVC's form of a temporary name, so that its garbage collector knows it, too.
std::string ReceivedObject::part_path() const {
  return fmt::format("{}/.part-{}.tmp", store_.root(), id_.md5.hex().substr(0, 17));
}

// Whoever holds the lock goes on with the file; anybody else takes a file of their own.
Status ReceivedObject::open_part() {
  if (part_) return {};
  path_ = part_path();
  part_ = TRY(open_file(path_, O_RDWR | O_CREAT, kProtected | S_IWUSR));
  if (::flock(part_.get(), LOCK_EX | LOCK_NB) == 0) return {};
  path_ = fmt::format("{}/{}", store_.root(), temporary_name());
  part_ = TRY(open_file(path_, O_RDWR | O_CREAT | O_EXCL, kProtected | S_IWUSR));
  return {};
}

Result<std::uint64_t> ReceivedObject::resume() {
  if (position_ > 0 || ::access(part_path().c_str(), F_OK) != 0) return position_;
  TRY(open_part());
  std::vector<std::byte> buffer(kInMemory);
  while (const std::size_t count = TRY(read_up_to(part_, buffer, path_))) {
    hash_.update(std::span(buffer).first(count));
    position_ += count;
  }
  resumed_ = position_ > 0;
  return position_;
}

Status ReceivedObject::begin(std::uint64_t offset, std::uint64_t size) {
  if (offset == position_) {
    if (!part_ && size != kUnknownSize && size > kInMemory) TRY(open_part());
    return {};
  }
  if (offset != 0) return internal_error(fmt::format("asked for byte {}, but byte {} came", position_, offset));
  if (part_ && (::ftruncate(part_.get(), 0) != 0 || ::lseek(part_.get(), 0, SEEK_SET) != 0))
    return os_error(errno, path_);
  memory_.clear();
  hash_ = {};
  position_ = 0;
  return {};
}

Status ReceivedObject::write(std::string_view bytes) {
  hash_.update(std::as_bytes(std::span(bytes)));
  position_ += bytes.size();
  if (progress_) progress_->did_bytes(bytes.size());
  if (!part_) {
    memory_ += bytes;
    return memory_.size() <= kInMemory ? Status() : move_to_part();
  }
  return write_all(part_, std::as_bytes(std::span(bytes)), path_);
}

Status ReceivedObject::move_to_part() {
  TRY(open_part());
  // What somebody left there since is not ours.
  if (::ftruncate(part_.get(), 0) != 0) return os_error(errno, path_);
  TRY(write_all(part_, std::as_bytes(std::span(memory_)), path_));
  memory_ = {};
  return {};
}

Result<bool> ReceivedObject::is_what_it_says() {
  const Md5 md5 = Md5Stream(hash_).finish();
  if (md5 != id_.md5 && store_.naming() != Naming::kBytes && !part_) TRY(move_to_part());
  return store_.is_named(id_, md5, path_);
}

Result<bool> ReceivedObject::finish(ObjectBatch& into) {
  const bool is_right = TRY(is_what_it_says());
  if (!is_right) discard();
  if (!is_right) return false;
  if (!part_) {
    TRY(into.add(id_, memory_));
  } else {
    TRY(into.adopt(id_, part_, path_));
  }
  return true;
}

void ReceivedObject::discard() {
  if (part_) ::unlink(path_.c_str());
  part_.reset();
  memory_.clear();
  hash_ = {};
  position_ = 0;
  resumed_ = false;
}

}  // namespace cairn::data
