#include "data/hash/md5.h"

#include <algorithm>
#include <cassert>
#include <cstring>
#include <limits>

namespace cairn::data {
namespace {

constexpr std::size_t kBlock = 64;
constexpr std::size_t kMaxLanes = 32;

const std::uint8_t* raw(const std::byte* bytes) { return reinterpret_cast<const std::uint8_t*>(bytes); }

int nibble(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
  if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
  return -1;
}

// What follows a message's last whole block: the rest of it, a one bit, zeros and the length.
struct Ending {
  std::array<std::uint8_t, 2 * kBlock> bytes{};
  std::size_t blocks;

  Ending(std::span<const std::byte> rest, std::uint64_t length) : blocks(rest.size() + 9 <= kBlock ? 1 : 2) {
    if (!rest.empty()) std::memcpy(bytes.data(), rest.data(), rest.size());
    bytes[rest.size()] = 0x80;
    for (std::size_t i = 0; i < 8; ++i)
      bytes[blocks * kBlock - 8 + i] = static_cast<std::uint8_t>((length << 3) >> (8 * i));
  }
};

// One piece on its way through a lane: its whole blocks, then (if it is the last of its message) the ending. It points
// into itself, so it is started where it stays.
class Work {
 public:
  void start(const Md5Piece& piece) {
    state_ = piece.state;
    state_->length += piece.bytes.size();
    at_ = raw(piece.bytes.data());
    blocks_ = piece.bytes.size() / kBlock;
    const auto rest = piece.bytes.subspan(blocks_ * kBlock);
    assert(piece.more == MoreToCome::kNo || rest.empty());
    if (piece.more == MoreToCome::kNo) ending_.emplace(rest, state_->length);
    if (blocks_ == 0) go_on_to_ending();
  }

  [[nodiscard]] bool done() const { return blocks_ == 0; }
  [[nodiscard]] std::size_t blocks() const { return blocks_; }
  [[nodiscard]] const std::uint8_t* at() const { return at_; }
  [[nodiscard]] Md5State* state() const { return state_; }

  void advance(std::size_t blocks) {
    at_ += blocks * kBlock;
    blocks_ -= blocks;
    if (blocks_ == 0) go_on_to_ending();
  }

 private:
  void go_on_to_ending() {
    if (!ending_ || at_ == ending_->bytes.data() + ending_->blocks * kBlock) return;
    at_ = ending_->bytes.data();
    blocks_ = ending_->blocks;
  }

  Md5State* state_ = nullptr;
  const std::uint8_t* at_ = nullptr;
  std::size_t blocks_ = 0;
  std::optional<Ending> ending_;
};

// Feeds pieces to a kernel's lanes: a lane whose piece has ended takes the next one.
class Lanes {
 public:
  Lanes(std::span<const Md5Piece> pieces, const Md5Kernel& kernel) : waiting_(pieces), kernel_(kernel) {
    assert(kernel.lanes <= kMaxLanes);
  }

  void run() {
    while (refill() >= kernel_.worth_it_from) advance();
    for (std::size_t lane = 0; lane < kernel_.lanes; ++lane)
      while (!work_[lane].done()) advance_alone(lane);
  }

 private:
  // The number of lanes that have work.
  std::size_t refill() {
    std::size_t busy = 0;
    for (std::size_t lane = 0; lane < kernel_.lanes; ++lane) {
      Work& work = work_[lane];
      while (work.done() && !waiting_.empty()) {
        work.start(waiting_.front());
        waiting_ = waiting_.subspan(1);
        for (std::size_t word = 0; word < 4; ++word) at(word, lane) = work.state()->words[word];
      }
      if (!work.done()) ++busy;
    }
    return busy;
  }

  // All busy lanes go as far as the one with the least left. Idle ones repeat another lane's work, for nothing.
  void advance() {
    std::size_t blocks = std::numeric_limits<std::size_t>::max();
    const std::uint8_t* something = nullptr;
    for (std::size_t lane = 0; lane < kernel_.lanes; ++lane) {
      if (work_[lane].done()) continue;
      blocks = std::min(blocks, work_[lane].blocks());
      something = work_[lane].at();
    }
    std::array<const std::uint8_t*, kMaxLanes> messages{};
    for (std::size_t lane = 0; lane < kernel_.lanes; ++lane)
      messages[lane] = work_[lane].done() ? something : work_[lane].at();
    kernel_.compress(states_.data(), messages.data(), blocks);
    for (std::size_t lane = 0; lane < kernel_.lanes; ++lane) {
      if (work_[lane].done()) continue;
      work_[lane].advance(blocks);
      if (work_[lane].done()) leave(lane);
    }
  }

  void advance_alone(std::size_t lane) {
    Work& work = work_[lane];
    leave(lane);
    const std::uint8_t* message = work.at();
    const std::size_t blocks = work.blocks();
    kMd5OneLane.compress(work.state()->words.data(), &message, blocks);
    for (std::size_t word = 0; word < 4; ++word) at(word, lane) = work.state()->words[word];
    work.advance(blocks);
  }

  void leave(std::size_t lane) {
    for (std::size_t word = 0; word < 4; ++word) work_[lane].state()->words[word] = at(word, lane);
  }

  std::uint32_t& at(std::size_t word, std::size_t lane) { return states_[word * kernel_.lanes + lane]; }

  std::span<const Md5Piece> waiting_;
  const Md5Kernel& kernel_;
  std::array<Work, kMaxLanes> work_{};
  std::array<std::uint32_t, 4 * kMaxLanes> states_{};
};

}  // namespace

std::optional<Md5> Md5::parse(std::string_view hex) {
  if (hex.size() != 2 * kSize) return std::nullopt;
  std::array<std::uint8_t, kSize> bytes{};
  for (std::size_t i = 0; i < kSize; ++i) {
    const int high = nibble(hex[2 * i]), low = nibble(hex[2 * i + 1]);
    if (high < 0 || low < 0) return std::nullopt;
    bytes[i] = static_cast<std::uint8_t>(high << 4 | low);
  }
  return Md5(bytes);
}

std::string Md5::hex() const {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string hex;
  hex.reserve(2 * kSize);
  for (const std::uint8_t byte : bytes_) {
    hex += kDigits[byte >> 4];
    hex += kDigits[byte & 15];
  }
  return hex;
}

Md5 Md5State::digest() const {
  std::array<std::uint8_t, Md5::kSize> bytes{};
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<std::uint8_t>(words[i / 4] >> (8 * (i % 4)));
  return Md5(bytes);
}

void update_side_by_side(std::span<const Md5Piece> pieces, const Md5Kernel& kernel) { Lanes(pieces, kernel).run(); }

void update_side_by_side(std::span<const Md5Piece> pieces) {
  update_side_by_side(pieces, *usable_md5_kernels().front());
}

void Md5Stream::update(std::span<const std::byte> bytes) {
  if (held_size_ > 0) {
    const std::size_t taken = std::min(kBlock - held_size_, bytes.size());
    std::copy_n(bytes.begin(), taken, held_.begin() + static_cast<std::ptrdiff_t>(held_size_));
    held_size_ += taken;
    bytes = bytes.subspan(taken);
    if (held_size_ < kBlock) return;
    const Md5Piece piece{&state_, held_, MoreToCome::kYes};
    update_side_by_side({&piece, 1}, kMd5OneLane);
  }
  const Md5Piece whole{&state_, bytes.first(bytes.size() / kBlock * kBlock), MoreToCome::kYes};
  update_side_by_side({&whole, 1}, kMd5OneLane);
  const auto rest = bytes.subspan(whole.bytes.size());
  std::copy(rest.begin(), rest.end(), held_.begin());
  held_size_ = rest.size();
}

Md5 Md5Stream::finish() {
  const Md5Piece last{&state_, std::span(held_).first(held_size_), MoreToCome::kNo};
  update_side_by_side({&last, 1}, kMd5OneLane);
  return state_.digest();
}

Md5 md5_of(std::string_view bytes) {
  Md5State state;
  const Md5Piece all{&state, std::as_bytes(std::span(bytes)), MoreToCome::kNo};
  update_side_by_side({&all, 1}, kMd5OneLane);
  return state.digest();
}

}  // namespace cairn::data
