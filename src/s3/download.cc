#include "s3/download.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <utility>

namespace cairn::s3 {

class Download::Piece final : public http::WorkerPool::Job {
 public:
  Piece(const Download& of, Range range, std::string buffer)
      : client_(of.client_),
        object_(of.object_),
        etag_(of.etag_),
        range_(range),
        stop_(of.stop_.get_token()),
        bytes_(std::move(buffer)) {}

  void run() noexcept override {
    Status got = client_.get(object_, range_, etag_, bytes_, stop_);
    const std::lock_guard lock(mutex_);
    result_ = std::move(got);
    done_.notify_all();
  }

  // Valid for as long as the piece.
  Result<std::string_view> await() {
    std::unique_lock lock(mutex_);
    done_.wait(lock, [&] { return result_.has_value(); });
    if (!result_->ok()) return result_->error();
    return std::string_view(bytes_);
  }
  std::string take_buffer() { return std::move(bytes_); }

 private:
  Client& client_;
  const Object object_;
  const std::string etag_;
  const Range range_;
  const std::stop_token stop_;
  std::string bytes_;  // of the job until there is a result, then of the reader

  std::mutex mutex_;
  std::condition_variable done_;
  std::optional<Status> result_;  // guarded by mutex_
};

Download::Download(Client& client, Object object, std::string etag, Range range)
    : client_(client), object_(std::move(object)), etag_(std::move(etag)), rest_(range) {}

Download::~Download() { stop_.request_stop(); }

void Download::fetch_ahead() {
  while (rest_.length > 0 && pieces_.size() < kAhead) {
    const Range range{rest_.offset, std::min<std::uint64_t>(rest_.length, client_.settings().part_size)};
    rest_.offset += range.length;
    rest_.length -= range.length;
    pieces_.push_back(std::make_shared<Piece>(*this, range, std::exchange(spare_, {})));
    const bool alone = pieces_.size() == 1 && rest_.length == 0;
    if (alone) {
      pieces_.back()->run();
    } else {
      client_.parts_pool().submit(pieces_.back());
    }
  }
}

Result<std::size_t> Download::read(std::span<char> buffer) {
  if (buffer.empty()) return 0;
  fetch_ahead();
  if (pieces_.empty()) return 0;
  const std::string_view piece = TRY(pieces_.front()->await());
  const std::string_view given = piece.substr(taken_, buffer.size());
  std::copy(given.begin(), given.end(), buffer.begin());
  taken_ += given.size();
  if (taken_ == piece.size()) {
    spare_ = pieces_.front()->take_buffer();
    pieces_.pop_front();
    taken_ = 0;
  }
  return given.size();
}

}  // namespace cairn::s3
