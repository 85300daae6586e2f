#include "core/ids.h"

#include <array>
#include <cstdlib>
#include <span>
#include <sys/random.h>

namespace cairn {
namespace {

void fill_random(std::span<unsigned char> bytes) {
  std::size_t filled = 0;
  while (filled < bytes.size()) {
    const ssize_t got = getrandom(bytes.data() + filled, bytes.size() - filled, 0);
    if (got > 0) filled += static_cast<std::size_t>(got);
  }
}

}  // namespace

std::string new_hex_id() {
  std::array<unsigned char, 16> bytes;
  fill_random(bytes);
  bytes[6] = static_cast<unsigned char>((bytes[6] & 0x0F) | 0x40);
  bytes[8] = static_cast<unsigned char>((bytes[8] & 0x3F) | 0x80);
  std::string id;
  id.reserve(32);
  for (const unsigned char byte : bytes) {
    constexpr char kHex[] = "0123456789abcdef";
    id += kHex[byte >> 4];
    id += kHex[byte & 15];
  }
  return id;
}

std::string new_uuid() {
  std::string id = new_hex_id();
  for (const std::size_t at : {8u, 13u, 18u, 23u}) id.insert(at, 1, '-');
  return id;
}

std::string random_bytes(std::size_t count) {
  std::string bytes(count, '\0');
  fill_random({reinterpret_cast<unsigned char*>(bytes.data()), count});
  return bytes;
}

std::uint64_t random_below(std::uint64_t bound) {
  std::array<unsigned char, 8> bytes;
  fill_random(bytes);
  std::uint64_t value = 0;
  for (const unsigned char byte : bytes) value = (value << 8) | byte;
  return value % bound;
}

}  // namespace cairn
