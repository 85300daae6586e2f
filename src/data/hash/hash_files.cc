#include "data/hash/hash_files.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <fmt/format.h>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "core/python_text.h"
#include "data/hash/large_file.h"

namespace cairn::data {
namespace {

constexpr std::size_t kPiece = std::size_t{256} << 10;
// Buffers at a distance that is a multiple of 4 KiB would all fall into the same few sets of the first-level cache.
constexpr std::size_t kStride = kPiece + 192;
constexpr std::uint64_t kLargeFile = std::uint64_t{8} << 20;
constexpr std::size_t kLargeFilesAsStreams = 4;  // for each worker

// About how long a file takes, in bytes: opening and reading count too.
std::uint64_t cost_of(const TreeFile& file) {
  constexpr std::uint64_t kPerFile = 16'384;
  return file.stamp.size + kPerFile;
}

// What the workers share: the files that are still to do, and the first error.
class HashWork {
 public:
  using Files = std::span<TreeFile* const>;

  HashWork(const Fd& root, Files files, std::size_t workers) : root_(root), workers_(workers) {
    for (TreeFile* file : files) (file->stamp.size >= kLargeFile ? streams_ : others_).push_back(file);
    if (streams_.size() > kLargeFilesAsStreams * workers) {
      others_.insert(others_.end(), streams_.begin(), streams_.end());
      streams_.clear();
    }
    for (const TreeFile* file : others_) cost_left_ += cost_of(*file);
  }

  [[nodiscard]] bool failed() const { return failed_; }
  [[nodiscard]] const Fd& root() const { return root_; }

  TreeFile* next_stream() {
    const std::size_t index = next_stream_++;
    return !failed_ && index < streams_.size() ? streams_[index] : nullptr;
  }

  // Neighbours, fewer and fewer of them: what a sink makes of them goes into the same directory, and the kernel lets
  // only one at a time make a file there.
  Files next_others() {
    const std::scoped_lock lock(mutex_);
    const std::uint64_t share = cost_left_ / (2 * workers_);
    std::uint64_t cost = 0;
    const std::size_t first = next_other_;
    while (next_other_ < others_.size() && cost <= share) cost += cost_of(*others_[next_other_++]);
    cost_left_ -= cost;
    return Files(others_).subspan(first, next_other_ - first);
  }

  void fail(Error error) {
    const std::scoped_lock lock(mutex_);
    if (!error_) error_ = std::move(error);
    failed_ = true;
  }
  Status status() {
    if (error_) return *std::move(error_);
    return {};
  }

 private:
  const Fd& root_;
  const std::size_t workers_;
  std::vector<TreeFile*> streams_;
  std::vector<TreeFile*> others_;
  std::atomic<std::size_t> next_stream_{0};
  std::atomic<bool> failed_{false};
  std::mutex mutex_;  // guards what follows
  std::size_t next_other_ = 0;
  std::uint64_t cost_left_ = 0;  // of the others
  std::optional<Error> error_;
};

struct Opened {
  Fd fd;
  std::int64_t before;  // the file clock before the first byte was read
};

Result<Opened> open_to_hash(const Fd& root, TreeFile& file) {
  Opened opened{{}, file_clock_now()};
  opened.fd = TRY(open_to_read(file.path, root.get()));
  struct stat info{};
  if (::fstat(opened.fd.get(), &info) != 0) return os_error(errno, file.path);
  file.stamp = FileStamp(info);
  file.mode = info.st_mode;
  file.links = info.st_nlink;
  return opened;
}

void set_hash(TreeFile& file, const Md5& md5, std::int64_t before) {
  file.md5 = md5;
  file.hash = file.stamp.settled_before(before) ? HashState::kSettled : HashState::kRacy;
}

Status hash_stream(const Fd& root, TreeFile& file, const HashOptions& options) {
  const Opened opened = TRY(open_to_hash(root, file));
  std::unique_ptr<ContentWriter> writer;
  if (options.sink) writer = TRY(options.sink->start(file, opened.fd));
  const Fd* snapshot = writer ? writer->snapshot() : nullptr;
  const Md5 md5 = TRY(snapshot ? hash_large_file(*snapshot, file.path, nullptr, options.progress)
                               : hash_large_file(opened.fd, file.path, writer.get(), options.progress));
  set_hash(file, md5, opened.before);
  return writer ? writer->finish(md5) : Status();
}

// One file in one lane.
class Slot {
 public:
  explicit Slot(std::span<std::byte> buffer) : buffer_(buffer) {}

  [[nodiscard]] bool busy() const { return file_ != nullptr; }

  Status open(const Fd& root, TreeFile& file, ContentSink* sink) {
    opened_ = TRY(open_to_hash(root, file));
    file_ = &file;
    state_ = {};
    done_ = 0;
    if (sink && file.stamp.size > buffer_.size()) writer_ = TRY(sink->start(file, opened_.fd));
    return {};
  }

  // Reads the next piece. A file of the size that it had when it was opened is not asked for its end.
  Status read(bool is_sunk) {
    const Fd* snapshot = writer_ ? writer_->snapshot() : nullptr;
    got_ = TRY(read_up_to(snapshot ? *snapshot : opened_.fd, buffer_, file_->path, file_->stamp.size - done_));
    ended_ = got_ < buffer_.size() || done_ + got_ == file_->stamp.size;
    if (is_sunk && !writer_ && !ended_)
      return internal_error(fmt::format("{} grew while it was read; try again", python_repr(file_->path)));
    if (writer_ && !snapshot) TRY(writer_->write(buffer_.first(got_)));
    done_ += got_;
    return {};
  }

  [[nodiscard]] Md5Piece piece() { return {&state_, buffer_.first(got_), ended_ ? MoreToCome::kNo : MoreToCome::kYes}; }

  // After the piece was hashed.
  Status advance(ContentSink* sink) {
    if (!ended_) return {};
    const Md5 md5 = state_.digest();
    set_hash(*file_, md5, opened_.before);
    if (writer_)
      TRY(writer_->finish(md5));
    else if (sink)
      TRY(sink->take(*file_, opened_.fd, md5, buffer_.first(got_)));
    writer_.reset();
    opened_.fd.reset();
    file_ = nullptr;
    return {};
  }

 private:
  std::span<std::byte> buffer_;
  TreeFile* file_ = nullptr;
  Opened opened_{};
  Md5State state_;
  std::unique_ptr<ContentWriter> writer_;
  std::uint64_t done_ = 0;
  std::size_t got_ = 0;
  bool ended_ = false;
};

class Worker {
 public:
  Worker(HashWork& work, const HashOptions& options)
      : work_(work), options_(options), kernel_(*usable_md5_kernels().front()), memory_(kernel_.lanes * kStride) {
    for (std::size_t i = 0; i < kernel_.lanes; ++i)
      slots_.emplace_back(std::span(memory_.get(), memory_.size).subspan(i * kStride, kPiece));
  }

  void run() {
    if (Status done = hash_all(); !done.ok()) work_.fail(std::move(done).error());
  }

 private:
  // Memory that is not touched before it is used: most files are far smaller than a piece.
  struct Memory {
    explicit Memory(std::size_t bytes) : bytes_(new std::byte[bytes]), size(bytes) {}
    [[nodiscard]] std::byte* get() const { return bytes_.get(); }
    std::unique_ptr<std::byte[]> bytes_;
    std::size_t size;
  };

  Status hash_all() {
    while (TreeFile* file = work_.next_stream()) {
      TRY(hash_stream(work_.root(), *file, options_));
      if (options_.progress) options_.progress->did_file();
    }
    while (TRY(read_pieces())) {
      update_side_by_side(pieces_, kernel_);
      for (Slot& slot : slots_)
        if (slot.busy()) TRY(advance(slot));
    }
    return {};
  }

  Status advance(Slot& slot) {
    const std::size_t bytes = slot.piece().bytes.size();
    TRY(slot.advance(options_.sink));
    if (!options_.progress) return {};
    options_.progress->did_bytes(bytes);
    if (!slot.busy()) options_.progress->did_file();
    return {};
  }

  TreeFile* next_file() {
    if (files_.empty()) files_ = work_.next_others();
    if (files_.empty() || work_.failed()) return nullptr;
    TreeFile* file = files_.front();
    files_ = files_.subspan(1);
    return file;
  }

  Result<bool> read_pieces() {
    pieces_.clear();
    for (Slot& slot : slots_) {
      if (!slot.busy()) {
        TreeFile* file = next_file();
        if (!file) continue;
        TRY(slot.open(work_.root(), *file, options_.sink));
      }
      TRY(slot.read(options_.sink != nullptr));
      pieces_.push_back(slot.piece());
    }
    return !pieces_.empty();
  }

  HashWork& work_;
  const HashOptions& options_;
  const Md5Kernel& kernel_;
  Memory memory_;
  std::vector<Slot> slots_;
  std::vector<Md5Piece> pieces_;
  HashWork::Files files_;  // its own, that it has not begun
};

// A thread costs some 50 µs: more than a few small files.
std::size_t workers_for(std::span<TreeFile* const> files, unsigned wanted) {
  constexpr std::size_t kWorthAThread = std::size_t{1} << 20;
  std::uint64_t work = 0;
  for (const TreeFile* file : files) work += cost_of(*file);
  const std::size_t limit = wanted > 0 ? wanted : std::max(1U, std::thread::hardware_concurrency());
  return std::min<std::size_t>({limit, files.size(), 1 + work / kWorthAThread});
}

}  // namespace

Status hash_files(const Fd& root, std::span<TreeFile* const> files, const HashOptions& options) {
  if (files.empty()) return {};
  const std::size_t workers = workers_for(files, options.workers);
  HashWork work(root, files, workers);
  if (options.progress) {
    std::uint64_t bytes = 0;
    for (const TreeFile* file : files) bytes += file->stamp.size;
    options.progress->expect(files.size(), bytes);
  }
  {
    std::vector<std::jthread> others;
    for (std::size_t i = 1; i < workers; ++i) others.emplace_back([&] { Worker(work, options).run(); });
    Worker(work, options).run();
  }
  return work.status();
}

}  // namespace cairn::data
