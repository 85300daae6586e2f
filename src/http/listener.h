// Accepts connections on one address.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "http/fd.h"
#include "http/loop.h"

namespace cairn::http {

// Listening sockets on an IPv4 or an IPv6 address (in brackets or not), or on every address of a name. They share one
// port; 0 takes any free one.
Result<std::vector<Fd>> listen_on(const std::string& host, std::uint16_t port);
[[nodiscard]] std::uint16_t port_of(const Fd& socket);

// Lives on one loop's thread.
class Listener final : public Loop::Watcher, public std::enable_shared_from_this<Listener> {
 public:
  using OnAccept = std::function<void(Fd socket, std::string peer)>;
  using OnFailure = std::function<void(std::string_view)>;

  Listener(Loop& loop, Fd socket, OnAccept on_accept, OnFailure on_failure);
  void start();
  // Accepts what has arrived, then no more.
  void close();
  void on_ready() override;

 private:
  enum class Burst : std::uint8_t { kFull, kDrained, kFailed };
  Burst accept_burst();
  void pause(int error);

  Loop& loop_;
  Fd socket_;
  const OnAccept on_accept_;
  const OnFailure on_failure_;
  std::optional<Loop::Watch> watch_;
};

}  // namespace cairn::http
