#include "http/listener.h"

#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <fmt/format.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <utility>

namespace cairn::http {
namespace {

using namespace std::chrono_literals;

struct FreeAddresses {
  void operator()(addrinfo* list) const { ::freeaddrinfo(list); }
};
using Addresses = std::unique_ptr<addrinfo, FreeAddresses>;

// "[::1]" is how URLs write "::1".
std::string without_brackets(const std::string& host) {
  const bool bracketed = host.size() > 2 && host.front() == '[' && host.back() == ']';
  return bracketed ? host.substr(1, host.size() - 2) : host;
}

std::string_view advice(int error) {
  switch (error) {
    case EADDRINUSE:
      return "Stop the program that uses this port, or choose another port.";
    case EACCES:
      return "Choose a port above 1023, or run with the privilege to use this one.";
    case EADDRNOTAVAIL:
      return "Choose an address of this machine, or 0.0.0.0 for all of them.";
    default:
      return "Check the host and the port.";
  }
}

Error cannot_listen(const std::string& host, std::uint16_t port, int error) {
  return invalid_parameter(
      fmt::format("Cannot listen on {}:{}: {}. {}", host, port, std::strerror(error), advice(error)));
}

Result<Addresses> resolve(const std::string& host) {
  addrinfo hints{};
  hints.ai_family = AF_UNSPEC;
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = AI_PASSIVE;
  addrinfo* list = nullptr;
  const int failed = ::getaddrinfo(without_brackets(host).c_str(), nullptr, &hints, &list);
  if (failed != 0) {
    return invalid_parameter(
        fmt::format("Cannot listen on '{}': {}. Give an address of this machine, such as 127.0.0.1 "
                    "or 0.0.0.0, or a name that resolves to one.",
                    host, ::gai_strerror(failed)));
  }
  return Addresses(list);
}

void set_port(sockaddr_storage& address, std::uint16_t port) {
  auto& field = address.ss_family == AF_INET ? reinterpret_cast<sockaddr_in&>(address).sin_port
                                             : reinterpret_cast<sockaddr_in6&>(address).sin6_port;
  field = htons(port);
}

// The socket, or errno.
int try_listen(const addrinfo& resolved, std::uint16_t port, Fd& socket) {
  constexpr int kOn = 1;
  constexpr int kOff = 0;
  sockaddr_storage address{};
  std::memcpy(&address, resolved.ai_addr, resolved.ai_addrlen);
  set_port(address, port);
  socket = Fd(::socket(resolved.ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
  if (!socket) return errno;
  ::setsockopt(socket.get(), SOL_SOCKET, SO_REUSEADDR, &kOn, sizeof kOn);
  if (resolved.ai_family == AF_INET6) ::setsockopt(socket.get(), IPPROTO_IPV6, IPV6_V6ONLY, &kOff, sizeof kOff);
  // Accepted sockets inherit this.
  ::setsockopt(socket.get(), IPPROTO_TCP, TCP_NODELAY, &kOn, sizeof kOn);
  if (::bind(socket.get(), reinterpret_cast<const sockaddr*>(&address), resolved.ai_addrlen) != 0) return errno;
  if (::listen(socket.get(), SOMAXCONN) != 0) return errno;
  return 0;
}

// The hosts file may name an address twice.
bool is_repeated(const addrinfo* list, const addrinfo& address) {
  for (; list != &address; list = list->ai_next) {
    if (list->ai_addrlen == address.ai_addrlen &&
        std::memcmp(list->ai_addr, address.ai_addr, address.ai_addrlen) == 0) {
      return true;
    }
  }
  return false;
}

std::string text_of(const sockaddr_storage& address) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  if (address.ss_family == AF_INET) {
    ::inet_ntop(AF_INET, &reinterpret_cast<const sockaddr_in&>(address).sin_addr, text.data(), text.size());
    return text.data();
  }
  const auto& six = reinterpret_cast<const sockaddr_in6&>(address).sin6_addr;
  if (IN6_IS_ADDR_V4MAPPED(&six)) {
    constexpr std::size_t kPrefix = 12;
    ::inet_ntop(AF_INET, &six.s6_addr[kPrefix], text.data(), text.size());
  } else {
    ::inet_ntop(AF_INET6, &six, text.data(), text.size());
  }
  return text.data();
}

}  // namespace

Result<std::vector<Fd>> listen_on(const std::string& host, std::uint16_t port) {
  const Addresses addresses = TRY(resolve(host));
  std::vector<Fd> sockets;
  int failed = 0;
  for (const addrinfo* address = addresses.get(); address; address = address->ai_next) {
    if (is_repeated(addresses.get(), *address)) continue;
    Fd socket;
    const int error = try_listen(*address, sockets.empty() ? port : port_of(sockets.front()), socket);
    // To share a port with a stranger, by another address of the same name, would send clients astray.
    if (error == EADDRINUSE || error == EACCES) return cannot_listen(host, port, error);
    if (error == 0) sockets.push_back(std::move(socket));
    failed = error;
  }
  if (sockets.empty()) return cannot_listen(host, port, failed);
  return sockets;
}

std::uint16_t port_of(const Fd& socket) {
  sockaddr_storage address{};
  socklen_t size = sizeof address;
  ::getsockname(socket.get(), reinterpret_cast<sockaddr*>(&address), &size);
  return ntohs(address.ss_family == AF_INET ? reinterpret_cast<const sockaddr_in&>(address).sin_port
                                            : reinterpret_cast<const sockaddr_in6&>(address).sin6_port);
}

Listener::Listener(Loop& loop, Fd socket, OnAccept on_accept, OnFailure on_failure)
    : loop_(loop), socket_(std::move(socket)), on_accept_(std::move(on_accept)), on_failure_(std::move(on_failure)) {}

void Listener::start() {
  if (!socket_) return;  // stopped before it ran
  watch_.emplace(loop_, socket_.get());
  watch_->arm(Ready::kRead, shared_from_this());
}

void Listener::close() {
  while (watch_ && accept_burst() == Burst::kFull) {
  }
  watch_.reset();
  socket_.reset();
}

void Listener::on_ready() {
  if (!watch_) return;
  if (accept_burst() == Burst::kFailed) return pause(errno);
  watch_->arm(Ready::kRead, shared_from_this());
}

Listener::Burst Listener::accept_burst() {
  // Accepting so many at a time lets those who are already connected be served in between.
  constexpr int kBurst = 64;
  for (int i = 0; i < kBurst; ++i) {
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    Fd accepted(::accept4(socket_.get(), reinterpret_cast<sockaddr*>(&address), &size, SOCK_NONBLOCK | SOCK_CLOEXEC));
    if (accepted) {
      on_accept_(std::move(accepted), text_of(address));
    } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
      return Burst::kDrained;
    } else if (errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM) {
      return Burst::kFailed;
    }
  }
  return Burst::kFull;
}

// The connection stays in the queue, so that trying again at once would only burn the processor.
void Listener::pause(int error) {
  constexpr auto kPause = 200ms;
  on_failure_(fmt::format("Cannot accept a connection: {}. Raise the limit of open files (ulimit -n) if this goes on.",
                          std::strerror(error)));
  loop_.after(kPause, [self = shared_from_this()] { self->on_ready(); });
}

}  // namespace cairn::http
