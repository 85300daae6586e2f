// The bytes of one connected socket, plain or under TLS.
//
// Nothing here blocks but wait(). One thread at a time, except abort(), which any thread may call.
#pragma once

#include <chrono>
#include <cstdint>
#include <span>
#include <string_view>

#include "core/result.h"
#include "http/fd.h"
#include "http/tls.h"

namespace cairn::http {

enum class Ready : std::uint8_t { kRead, kWrite };

class Transport {
 public:
  enum class Outcome : std::uint8_t { kMoved, kWantsRead, kWantsWrite, kClosed };
  // `bytes` is above zero when, and only when, the outcome is kMoved (a handshake moves none).
  struct Moved {
    Outcome outcome = Outcome::kClosed;
    std::size_t bytes = 0;
  };

  explicit Transport(Fd socket, TlsSession tls = nullptr) : socket_(std::move(socket)), tls_(std::move(tls)) {}

  [[nodiscard]] int fd() const { return socket_.get(); }
  [[nodiscard]] bool is_tls() const { return tls_ != nullptr; }

  Moved handshake();
  Moved read(std::span<char> buffer);
  // Writes from the two as if they were one.
  Moved write(std::string_view head, std::string_view body = {});
  enum class More : std::uint8_t { kFollows, kNothing };
  Moved write_some(std::string_view bytes, More more);
  Moved send_file(int file, std::uint64_t offset, std::uint64_t length);
  // Bytes that a read would give although the socket may show none.
  [[nodiscard]] bool has_buffered() const;
  // Bytes that the socket holds.
  [[nodiscard]] bool has_arrived() const;

  // Blocks until the socket is ready, or `limit` has passed.
  [[nodiscard]] Status wait(Ready what, std::chrono::milliseconds limit) const;

  void shutdown_write();
  // Reads and forgets what still comes; false at the end.
  bool discard_input();
  // Ends both directions at once: whoever waits on the socket wakes. The descriptor stays open.
  void abort() const;
  // Makes the end look like a failure, for an answer that is cut short.
  void reset_on_close() const;
  void close();

 private:
  Moved tls_outcome(int returned);
  Moved send_file_over_tls(int file, std::uint64_t offset, std::uint64_t length);

  Fd socket_;
  TlsSession tls_;
};

}  // namespace cairn::http
