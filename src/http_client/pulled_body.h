// An answer's body for whoever wants to read it rather than have it pushed: it arrives on a thread of its own, and
// waits in a bounded buffer.
#pragma once

#include <condition_variable>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <thread>

#include "core/result.h"
#include "http/message.h"
#include "http_client/client.h"

namespace cairn::http_client {

// One thread at a time. The client must outlive it.
class PulledBody final : public http::BodyReader {
 public:
  static constexpr std::size_t kBuffer = std::size_t{1} << 20;

  // Sends a request that has no body.
  PulledBody(Client& client, Request request);
  ~PulledBody() override;
  PulledBody(const PulledBody&) = delete;
  PulledBody& operator=(const PulledBody&) = delete;

  // Waits for status and headers. Of an answer that is no success, the body is in here, and there is none to read.
  Result<Response> head();
  // 0 is the end.
  Result<std::size_t> read(std::span<char> buffer) override;

 private:
  class Sink;

  std::mutex mutex_;
  std::condition_variable changed_;
  // Guarded by mutex_.
  std::optional<Response> head_;
  std::string buffer_;
  std::size_t taken_ = 0;  // of buffer_
  std::optional<Status> ended_;
  bool abandoned_ = false;

  std::stop_source stop_;
  std::thread thread_;
};

}  // namespace cairn::http_client
