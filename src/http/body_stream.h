// Bodies that pass through a handler piece by piece. The handler's thread owns the connection meanwhile, and so reads
// and writes the socket itself: a handler that is slow slows the client down, and nothing is buffered in between.
#pragma once

#include <chrono>

#include "http/input_buffer.h"
#include "http/message.h"
#include "http/request_reader.h"
#include "http/response_head.h"
#include "http/transport.h"

namespace cairn::http {

// Bytes asked of the socket at once while a body arrives.
inline constexpr std::size_t kBodyReadSize = 64 * 1024;

class SocketBodyReader final : public BodyReader {
 public:
  SocketBodyReader(Transport& transport, RequestReader& reader, InputBuffer& input, std::chrono::milliseconds stall)
      : transport_(transport), reader_(reader), input_(input), stall_(stall) {}

  Result<std::size_t> read(std::span<char> buffer) override;

  // The client waits for "100 Continue" and was not told to go on.
  [[nodiscard]] bool untold() const { return reader_.head().expects_continue && !told_; }
  // A read has failed: nothing more can come.
  [[nodiscard]] bool broken() const { return broken_; }

 private:
  Result<std::size_t> read_some(std::span<char> buffer);
  Result<std::size_t> read_directly(std::span<char> buffer);
  Status receive();

  Transport& transport_;
  RequestReader& reader_;
  InputBuffer& input_;
  const std::chrono::milliseconds stall_;
  bool told_ = false;
  bool broken_ = false;
};

class SocketBodyWriter final : public BodyWriter {
 public:
  // `head` is sent with the first piece, and says the same as `wire`.
  SocketBodyWriter(Transport& transport, std::string head, const Wire& wire, std::chrono::milliseconds stall)
      : transport_(transport),
        pending_head_(std::move(head)),
        framing_(wire.framing),
        left_(wire.length),
        stall_(stall) {}

  Status write(std::string_view bytes) override;
  Status finish();
  [[nodiscard]] bool begun() const { return begun_; }

 private:
  Transport& transport_;
  std::string pending_head_;
  const Framing framing_;
  std::uint64_t left_;  // of a length that was told
  const std::chrono::milliseconds stall_;
  bool begun_ = false;
};

inline constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

}  // namespace cairn::http
