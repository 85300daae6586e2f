#include "http/transport.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <limits>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <sys/sendfile.h>
#include <sys/socket.h>
#include <sys/uio.h>

namespace cairn::http {
namespace {

// OpenSSL cuts records at 16 KiB; more at once is only more to encrypt before the socket is seen to be full.
constexpr std::size_t kTlsSlice = 16 * 1024;
constexpr std::size_t kSendFileSlice = 1024 * 1024;

Transport::Moved moved(ssize_t count, Transport::Outcome when_blocked) {
  if (count > 0) return {Transport::Outcome::kMoved, static_cast<std::size_t>(count)};
  if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) return {when_blocked, 0};
  return {Transport::Outcome::kClosed, 0};
}

template <class Call>
ssize_t retried(Call call) {
  ssize_t count = 0;
  do {
    count = call();
  } while (count < 0 && errno == EINTR);
  return count;
}

}  // namespace

Transport::Moved Transport::tls_outcome(int returned) {
  if (returned > 0) return {Outcome::kMoved, static_cast<std::size_t>(returned)};
  switch (SSL_get_error(tls_.get(), returned)) {
    case SSL_ERROR_WANT_READ:
      return {Outcome::kWantsRead, 0};
    case SSL_ERROR_WANT_WRITE:
      return {Outcome::kWantsWrite, 0};
    default:
      return {Outcome::kClosed, 0};
  }
}

Transport::Moved Transport::handshake() {
  if (!tls_ || SSL_is_init_finished(tls_.get())) return {Outcome::kMoved, 0};
  ERR_clear_error();
  const Moved result = tls_outcome(SSL_do_handshake(tls_.get()));
  return {result.outcome, 0};
}

Transport::Moved Transport::read(std::span<char> buffer) {
  if (tls_) {
    const auto size = static_cast<int>(std::min<std::size_t>(buffer.size(), std::numeric_limits<int>::max()));
    ERR_clear_error();
    return tls_outcome(SSL_read(tls_.get(), buffer.data(), size));
  }
  return moved(retried([&] { return ::recv(fd(), buffer.data(), buffer.size(), 0); }), Outcome::kWantsRead);
}

Transport::Moved Transport::write_some(std::string_view bytes, More more) {
  if (tls_) {
    ERR_clear_error();
    return tls_outcome(SSL_write(tls_.get(), bytes.data(), static_cast<int>(std::min(bytes.size(), kTlsSlice))));
  }
  const int flags = MSG_NOSIGNAL | (more == More::kFollows ? MSG_MORE : 0);
  return moved(retried([&] { return ::send(fd(), bytes.data(), bytes.size(), flags); }), Outcome::kWantsWrite);
}

Transport::Moved Transport::write(std::string_view head, std::string_view body) {
  if (tls_ || body.empty() || head.empty()) {
    return write_some(head.empty() ? body : head, head.empty() || body.empty() ? More::kNothing : More::kFollows);
  }
  std::array<iovec, 2> parts = {iovec{const_cast<char*>(head.data()), head.size()},
                                iovec{const_cast<char*>(body.data()), body.size()}};
  msghdr message{};
  message.msg_iov = parts.data();
  message.msg_iovlen = parts.size();
  return moved(retried([&] { return ::sendmsg(fd(), &message, MSG_NOSIGNAL); }), Outcome::kWantsWrite);
}

Transport::Moved Transport::send_file(int file, std::uint64_t offset, std::uint64_t length) {
  if (tls_) return send_file_over_tls(file, offset, length);
  auto position = static_cast<off_t>(offset);
  const auto slice = static_cast<std::size_t>(std::min<std::uint64_t>(length, kSendFileSlice));
  return moved(retried([&] { return ::sendfile(fd(), file, &position, slice); }), Outcome::kWantsWrite);
}

Transport::Moved Transport::send_file_over_tls(int file, std::uint64_t offset, std::uint64_t length) {
  std::array<char, kTlsSlice> buffer;
  const auto slice = static_cast<std::size_t>(std::min<std::uint64_t>(length, buffer.size()));
  const ssize_t count = retried([&] { return ::pread(file, buffer.data(), slice, static_cast<off_t>(offset)); });
  // A shorter file than was promised cannot be mended: the length is already sent.
  if (count <= 0) return {Outcome::kClosed, 0};
  return write_some({buffer.data(), static_cast<std::size_t>(count)}, More::kNothing);
}

bool Transport::has_buffered() const { return tls_ && SSL_pending(tls_.get()) > 0; }

bool Transport::has_arrived() const {
  char byte = 0;
  return ::recv(fd(), &byte, 1, MSG_PEEK) > 0;
}

Status Transport::wait(Ready what, std::chrono::milliseconds limit) const {
  const auto deadline = std::chrono::steady_clock::now() + limit;
  for (;;) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now()).count();
    pollfd entry{fd(), static_cast<short>(what == Ready::kRead ? POLLIN : POLLOUT), 0};
    const int ready = ::poll(&entry, 1, static_cast<int>(std::clamp<long>(left, 0, std::numeric_limits<int>::max())));
    if (ready > 0) return {};
    if (ready == 0) return Error(ErrorCode::kDeadlineExceeded, "the client has stalled");
    if (errno != EINTR) return Error(ErrorCode::kCancelled, "the connection is lost");
  }
}

void Transport::shutdown_write() {
  if (tls_ && SSL_is_init_finished(tls_.get())) {
    ERR_clear_error();
    SSL_shutdown(tls_.get());
  }
  ::shutdown(fd(), SHUT_WR);
}

bool Transport::discard_input() {
  std::array<char, 16 * 1024> buffer;
  return moved(retried([&] { return ::recv(fd(), buffer.data(), buffer.size(), 0); }), Outcome::kWantsRead).outcome !=
         Outcome::kClosed;
}

void Transport::abort() const { ::shutdown(fd(), SHUT_RDWR); }

void Transport::reset_on_close() const {
  const linger at_once{1, 0};
  ::setsockopt(fd(), SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
}

void Transport::close() {
  tls_.reset();
  socket_.reset();
}

}  // namespace cairn::http
