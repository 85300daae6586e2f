#include "http_client/address.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cstdint>
#include <cstring>
#include <netinet/in.h>
#include <optional>
#include <span>

namespace cairn::http_client {
namespace {

struct Range4 {
  std::uint32_t base;
  int bits;
};

constexpr std::uint32_t ipv4(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d) {
  return a << 24 | b << 16 | c << 8 | d;
}

// IANA's registry of special-purpose IPv4 addresses, multicast and the reserved top.
constexpr std::array kSpecial4 = {
    Range4{ipv4(0, 0, 0, 0), 8},      Range4{ipv4(10, 0, 0, 0), 8},     Range4{ipv4(100, 64, 0, 0), 10},
    Range4{ipv4(127, 0, 0, 0), 8},    Range4{ipv4(169, 254, 0, 0), 16}, Range4{ipv4(172, 16, 0, 0), 12},
    Range4{ipv4(192, 0, 0, 0), 24},   Range4{ipv4(192, 0, 2, 0), 24},   Range4{ipv4(192, 88, 99, 0), 24},
    Range4{ipv4(192, 168, 0, 0), 16}, Range4{ipv4(198, 18, 0, 0), 15},  Range4{ipv4(198, 51, 100, 0), 24},
    Range4{ipv4(203, 0, 113, 0), 24}, Range4{ipv4(224, 0, 0, 0), 4},    Range4{ipv4(240, 0, 0, 0), 4},
};

bool is_public4(std::uint32_t address) {
  return std::none_of(kSpecial4.begin(), kSpecial4.end(),
                      [address](const Range4& range) { return (address ^ range.base) >> (32 - range.bits) == 0; });
}

using Bytes6 = std::span<const std::uint8_t, 16>;

std::uint32_t word(Bytes6 address, std::size_t at) {
  return ipv4(address[at], address[at + 1], address[at + 2], address[at + 3]);
}

// Prefixes under which a gateway or the kernel reaches an IPv4 address, and where in the IPv6 address that stands.
struct Carrier {
  std::array<std::uint8_t, 12> prefix;
  std::size_t prefix_bytes;
  std::size_t ipv4_at;
};
constexpr std::array kCarriers = {
    Carrier{{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF}, 12, 12},        // ::ffff:0:0/96, mapped
    Carrier{{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, 12, 12},              // ::/96, compatible; also :: and ::1
    Carrier{{0x00, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0}, 12, 12},  // 64:ff9b::/96, NAT64
    Carrier{{0x20, 0x02}, 2, 2},                                        // 2002::/16, 6to4
};

std::optional<std::uint32_t> carried_ipv4(Bytes6 address) {
  for (const Carrier& carrier : kCarriers) {
    if (std::memcmp(address.data(), carrier.prefix.data(), carrier.prefix_bytes) == 0)
      return word(address, carrier.ipv4_at);
  }
  return std::nullopt;
}

bool is_public6(Bytes6 address) {
  if (const auto carried = carried_ipv4(address)) return is_public4(*carried);
  const std::uint32_t front = word(address, 0);
  const bool global_unicast = front >> 29 == 1;                               // 2000::/3
  const bool protocol_assignments = front >> 9 == 0x20010000u >> 9;           // 2001::/23, Teredo among them
  const bool documentation = front == 0x20010DB8u || front >> 12 == 0x3FFF0;  // 2001:db8::/32, 3fff::/20
  return global_unicast && !protocol_assignments && !documentation;
}

}  // namespace

bool is_public_address(const sockaddr& address) {
  if (address.sa_family == AF_INET) {
    sockaddr_in ip{};
    std::memcpy(&ip, &address, sizeof ip);
    return is_public4(ntohl(ip.sin_addr.s_addr));
  }
  if (address.sa_family == AF_INET6) {
    sockaddr_in6 ip{};
    std::memcpy(&ip, &address, sizeof ip);
    return is_public6(Bytes6(ip.sin6_addr.s6_addr));
  }
  return false;
}

std::string address_text(const sockaddr& address) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  if (address.sa_family == AF_INET) {
    sockaddr_in ip{};
    std::memcpy(&ip, &address, sizeof ip);
    ::inet_ntop(AF_INET, &ip.sin_addr, text.data(), text.size());
  } else if (address.sa_family == AF_INET6) {
    sockaddr_in6 ip{};
    std::memcpy(&ip, &address, sizeof ip);
    ::inet_ntop(AF_INET6, &ip.sin6_addr, text.data(), text.size());
  }
  return text.data();
}

}  // namespace cairn::http_client
