#include "data/hash/large_file.h"

#include <array>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace cairn::data {
namespace {

constexpr std::size_t kReadSize = std::size_t{1} << 20;
constexpr std::size_t kBlocks = 4;

// A ring of blocks between the thread that reads and writes and the one that hashes.
class Ring {
 public:
  Ring() {
    for (auto& block : blocks_) block.resize(kReadSize);
  }

  // The reader's next block, once the hasher is done with what was in it.
  std::span<std::byte> to_fill() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return filled_ - hashed_ < kBlocks; });
    return blocks_[filled_ % kBlocks];
  }
  void filled(std::size_t size) {
    const std::scoped_lock lock(mutex_);
    sizes_[filled_++ % kBlocks] = size;
    changed_.notify_all();
  }
  void end(Status status) {
    const std::scoped_lock lock(mutex_);
    end_ = std::move(status);
    changed_.notify_all();
  }

  // The hasher's next block; empty at the end.
  std::span<const std::byte> to_hash() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return filled_ > hashed_ || end_; });
    if (filled_ == hashed_) return {};
    return std::span(blocks_[hashed_ % kBlocks]).first(sizes_[hashed_ % kBlocks]);
  }
  void hashed() {
    const std::scoped_lock lock(mutex_);
    ++hashed_;
    changed_.notify_all();
  }

  // After to_hash() was empty.
  Status status() { return *std::move(end_); }

 private:
  std::array<std::vector<std::byte>, kBlocks> blocks_;
  std::array<std::size_t, kBlocks> sizes_{};
  std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t filled_ = 0;
  std::size_t hashed_ = 0;
  std::optional<Status> end_;
};

Status read_and_write(Ring& ring, const Fd& fd, std::string_view path, ContentWriter* writer) {
  while (true) {
    const auto block = ring.to_fill();
    const std::size_t got = TRY(read_up_to(fd, block, path));
    if (got == 0) return {};
    ring.filled(got);
    if (writer) TRY(writer->write(block.first(got)));
  }
}

}  // namespace

Result<Md5> hash_large_file(const Fd& fd, std::string_view path, ContentWriter* writer, Progress* progress) {
  Ring ring;
  std::jthread reader([&] { ring.end(read_and_write(ring, fd, path, writer)); });
  Md5Stream stream;
  for (auto block = ring.to_hash(); !block.empty(); block = ring.to_hash()) {
    stream.update(block);
    if (progress) progress->did_bytes(block.size());
    ring.hashed();
  }
  reader.join();
  TRY(ring.status());
  return stream.finish();
}

}  // namespace cairn::data
