// Which addresses belong to the public internet.
#pragma once

#include <string>
#include <sys/socket.h>

namespace cairn::http_client {

// False for loopback, private, link-local, shared, multicast, reserved and documentation ranges, for IPv6 addresses
// that carry such an IPv4 address, and for every family but IPv4 and IPv6.
[[nodiscard]] bool is_public_address(const sockaddr& address);

// "10.0.0.1", "fe80::1".
[[nodiscard]] std::string address_text(const sockaddr& address);

}  // namespace cairn::http_client
