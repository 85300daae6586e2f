// MD5, the name that DVC gives to content: one stream, or many messages side by side in the vector unit's lanes.
//
// Our own compression functions rather than OpenSSL's: its one stream is no faster, it has no lanes, and it refuses MD5
// on machines in FIPS mode. Every kernel is tested against OpenSSL.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "data/hash/md5_kernels.h"

namespace cairn::data {

class Md5 {
 public:
  static constexpr std::size_t kSize = 16;

  Md5() = default;
  explicit Md5(const std::array<std::uint8_t, kSize>& bytes) : bytes_(bytes) {}
  // 32 hexadecimal digits of either case; nothing else.
  static std::optional<Md5> parse(std::string_view hex);

  [[nodiscard]] std::string hex() const;
  [[nodiscard]] const std::array<std::uint8_t, kSize>& bytes() const { return bytes_; }
  auto operator<=>(const Md5&) const = default;

 private:
  std::array<std::uint8_t, kSize> bytes_{};
};

// A message on its way through update_side_by_side(). A plain value: it may be copied and kept.
struct Md5State {
  std::array<std::uint32_t, 4> words{0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476};
  std::uint64_t length = 0;

  [[nodiscard]] Md5 digest() const;  // once its last piece is in
};

enum class MoreToCome : bool { kNo, kYes };

// A piece of one message. Every piece but a message's last must be a multiple of 64 bytes long.
struct Md5Piece {
  Md5State* state;
  std::span<const std::byte> bytes;
  MoreToCome more;
};

// Advances each piece's state, as many at a time as the kernel has lanes. No two pieces may share a state. Works on
// the calling thread alone; several threads may call it at once with different states.
void update_side_by_side(std::span<const Md5Piece> pieces);
void update_side_by_side(std::span<const Md5Piece> pieces, const Md5Kernel& kernel);

// One message that comes in pieces of any length. One thread at a time.
class Md5Stream {
 public:
  void update(std::span<const std::byte> bytes);
  [[nodiscard]] Md5 finish();

 private:
  Md5State state_;
  std::array<std::byte, 64> held_{};  // less than a block, waiting for the rest of it
  std::size_t held_size_ = 0;
};

[[nodiscard]] Md5 md5_of(std::string_view bytes);

}  // namespace cairn::data

template <>
struct std::hash<cairn::data::Md5> {
  std::size_t operator()(const cairn::data::Md5& md5) const noexcept {
    std::size_t value = 0;  // an MD5's bytes are already spread evenly
    for (std::size_t i = 0; i < sizeof value; ++i) value = value << 8 | md5.bytes()[i];
    return value;
  }
};
