#include "http_client/pulled_body.h"

#include <algorithm>
#include <utility>

namespace cairn::http_client {

class PulledBody::Sink final : public BodySink {
 public:
  explicit Sink(PulledBody& to) : to_(to) {}

  Status begin(const Response& head) override {
    const std::lock_guard lock(to_.mutex_);
    to_.head_ = head;
    to_.changed_.notify_all();
    return {};
  }

  Status write(std::string_view bytes) override {
    std::unique_lock lock(to_.mutex_);
    to_.changed_.wait(lock, [&] { return to_.abandoned_ || to_.buffer_.size() - to_.taken_ < kBuffer; });
    if (to_.abandoned_) return Error(ErrorCode::kCancelled, "nobody reads on");
    to_.buffer_.erase(0, std::exchange(to_.taken_, 0));
    to_.buffer_ += bytes;
    to_.changed_.notify_all();
    return {};
  }

 private:
  PulledBody& to_;
};

PulledBody::PulledBody(Client& client, Request request) {
  request.stop = stop_.get_token();
  thread_ = std::thread([this, &client, request = std::move(request)] {
    Sink sink(*this);
    auto answer = client.send(request, &sink);
    const std::lock_guard lock(mutex_);
    ended_ = answer.ok() ? Status() : Status(answer.error());
    if (answer.ok() && !head_) head_ = std::move(*answer);
    changed_.notify_all();
  });
}

PulledBody::~PulledBody() {
  stop_.request_stop();
  {
    const std::lock_guard lock(mutex_);
    abandoned_ = true;
    changed_.notify_all();
  }
  thread_.join();
}

Result<Response> PulledBody::head() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return head_ || ended_; });
  if (!head_) return ended_->error();
  return *head_;
}

Result<std::size_t> PulledBody::read(std::span<char> buffer) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return taken_ < buffer_.size() || ended_; });
  const std::size_t count = std::min(buffer.size(), buffer_.size() - taken_);
  if (count == 0 && !ended_->ok()) return ended_->error();
  std::copy_n(buffer_.data() + taken_, count, buffer.data());
  taken_ += count;
  changed_.notify_all();
  return count;
}

}  // namespace cairn::http_client
