// MD5's compression function on several messages side by side: one message in each 32-bit lane of a vector register.
//
// Included only by the md5_kernel_*.cc files, each compiled for one instruction set. Everything here has internal
// linkage and nothing of the standard library is instantiated, so that no code for a newer processor can leak into the
// rest of the program.
//
// Message words are loaded a quarter of a block (16 bytes) at a time from four messages, put together to whole vectors
// and transposed within 128-bit groups: two shuffles for each vector of words, no gathers. `kSets` vectors are worked
// on in turn because each of MD5's steps waits for the one before it: one set alone leaves most of the vector unit
// idle.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <type_traits>
#include <utility>

namespace cairn::data {
namespace {

template <std::size_t kWidth>
struct VectorOf {
  using type [[gnu::vector_size(kWidth * 4)]] = std::uint32_t;
};
template <std::size_t kWidth>
using Vector = typename VectorOf<kWidth>::type;

constexpr std::uint32_t kSines[64] = {
    0xd76aa478, 0xe8c7b756, 0x242070db, 0xc1bdceee, 0xf57c0faf, 0x4787c62a, 0xa8304613, 0xfd469501,
    0x698098d8, 0x8b44f7af, 0xffff5bb1, 0x895cd7be, 0x6b901122, 0xfd987193, 0xa679438e, 0x49b40821,
    0xf61e2562, 0xc040b340, 0x265e5a51, 0xe9b6c7aa, 0xd62f105d, 0x02441453, 0xd8a1e681, 0xe7d3fbc8,
    0x21e1cde6, 0xc33707d6, 0xf4d50d87, 0x455a14ed, 0xa9e3e905, 0xfcefa3f8, 0x676f02d9, 0x8d2a4c8a,
    0xfffa3942, 0x8771f681, 0x6d9d6122, 0xfde5380c, 0xa4beea44, 0x4bdecfa9, 0xf6bb4b60, 0xbebfbc70,
    0x289b7ec6, 0xeaa127fa, 0xd4ef3085, 0x04881d05, 0xd9d4d039, 0xe6db99e5, 0x1fa27cf8, 0xc4ac5665,
    0xf4292244, 0x432aff97, 0xab9423a7, 0xfc93a039, 0x655b59c3, 0x8f0ccc92, 0xffeff47d, 0x85845dd1,
    0x6fa87e4f, 0xfe2ce6e0, 0xa3014314, 0x4e0811a1, 0xf7537e82, 0xbd3af235, 0x2ad7d2bb, 0xeb86d391};
constexpr int kShifts[4][4] = {{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}};

template <int kRound>
constexpr int message_word(int step) {
  constexpr int kFactor[4] = {1, 5, 3, 7};
  constexpr int kOffset[4] = {0, 1, 5, 0};
  return (kFactor[kRound] * step + kOffset[kRound]) % 16;
}

// The sum with the round's mix of b, c and d. b comes last from the step before, so it is used as late as possible.
template <int kRound, class V>
[[gnu::always_inline]] inline V add_mix(V sum, V b, V c, V d) {
  if constexpr (kRound == 0)
    return sum + (d ^ (b & (c ^ d)));
  else if constexpr (kRound == 1 && std::is_integral_v<V>)
    return sum + (c & ~d) + (b & d);  // one operation more, but one fewer that waits for b
  else if constexpr (kRound == 1)
    return sum + (c ^ (d & (b ^ c)));
  else if constexpr (kRound == 2)
    return sum + ((c ^ d) ^ b);
  else
    return sum + (c ^ (b | ~d));
}

template <int kStep, std::size_t kSets, class V>
[[gnu::always_inline]] inline void step(V (&state)[4][kSets], const V (&words)[16][kSets]) {
  constexpr int kRound = kStep / 16;
  constexpr int kShift = kShifts[kRound][kStep % 4];
  constexpr int kWord = message_word<kRound>(kStep % 16);
  constexpr int a = (64 - kStep) % 4, b = (a + 1) % 4, c = (a + 2) % 4, d = (a + 3) % 4;
#pragma GCC unroll 4
  for (std::size_t set = 0; set < kSets; ++set) {
    const V sum =
        add_mix<kRound>(state[a][set] + words[kWord][set] + kSines[kStep], state[b][set], state[c][set], state[d][set]);
    state[a][set] = state[b][set] + ((sum << kShift) | (sum >> (32 - kShift)));
  }
}

template <std::size_t kSets, class V, int... kSteps>
[[gnu::always_inline]] inline void all_steps(V (&state)[4][kSets], const V (&words)[16][kSets],
                                             std::integer_sequence<int, kSteps...>) {
  (step<kSteps, kSets>(state, words), ...);
}

template <class Half, std::size_t... kIndexes>
[[gnu::always_inline]] inline auto join(Half low, Half high, std::index_sequence<kIndexes...>) {
  return __builtin_shufflevector(low, high, kIndexes...);
}

// Sixteen bytes at `offset` of the messages first, first + 4, first + 8, …: one 128-bit group of the vector for each.
template <std::size_t kWidth>
[[gnu::always_inline]] inline Vector<kWidth> load_groups(const std::uint8_t* const* messages, std::size_t offset) {
  if constexpr (kWidth == 4) {
    Vector<4> group;
    std::memcpy(&group, messages[0] + offset, sizeof group);
    return group;
  } else {
    constexpr std::size_t kHalf = kWidth / 2;
    return join(load_groups<kHalf>(messages, offset), load_groups<kHalf>(messages + kHalf, offset),
                std::make_index_sequence<kWidth>{});
  }
}

// Interleaves the low (kFirst = 0) or high (kFirst = 2) pairs of 32-bit words of each 128-bit group of x and y.
template <std::size_t kFirst, std::size_t kWidth, std::size_t... kIndexes>
[[gnu::always_inline]] inline Vector<kWidth> zip32(Vector<kWidth> x, Vector<kWidth> y,
                                                   std::index_sequence<kIndexes...>) {
  return __builtin_shufflevector(x, y, (kIndexes / 4 * 4 + kFirst + kIndexes % 4 / 2 + kIndexes % 2 * kWidth)...);
}

// The same with 64-bit words: the low (kFirst = 0) or high (kFirst = 2) half of each group of x, then of y.
template <std::size_t kFirst, std::size_t kWidth, std::size_t... kIndexes>
[[gnu::always_inline]] inline Vector<kWidth> zip64(Vector<kWidth> x, Vector<kWidth> y,
                                                   std::index_sequence<kIndexes...>) {
  return __builtin_shufflevector(x, y, (kIndexes / 4 * 4 + kFirst + kIndexes % 2 + kIndexes % 4 / 2 * kWidth)...);
}

// words[w][set] = word w of the block at `offset` of each of the set's messages.
template <std::size_t kWidth, std::size_t kSets>
[[gnu::always_inline]] inline void load_block(Vector<kWidth> (&words)[16][kSets], const std::uint8_t* const* messages,
                                              std::size_t offset) {
  constexpr auto kLanes = std::make_index_sequence<kWidth>{};
  for (std::size_t set = 0; set < kSets; ++set, messages += kWidth) {
    for (std::size_t word = 0; word < 16; word += 4, offset += 16) {
      const auto row0 = load_groups<kWidth>(messages, offset);
      const auto row1 = load_groups<kWidth>(messages + 1, offset);
      const auto row2 = load_groups<kWidth>(messages + 2, offset);
      const auto row3 = load_groups<kWidth>(messages + 3, offset);
      const auto low01 = zip32<0, kWidth>(row0, row1, kLanes), high01 = zip32<2, kWidth>(row0, row1, kLanes);
      const auto low23 = zip32<0, kWidth>(row2, row3, kLanes), high23 = zip32<2, kWidth>(row2, row3, kLanes);
      words[word][set] = zip64<0, kWidth>(low01, low23, kLanes);
      words[word + 1][set] = zip64<2, kWidth>(low01, low23, kLanes);
      words[word + 2][set] = zip64<0, kWidth>(high01, high23, kLanes);
      words[word + 3][set] = zip64<2, kWidth>(high01, high23, kLanes);
    }
    offset -= 64;
  }
}

// Advances the states of kWidth * kSets messages by `blocks` blocks each. states[w * lanes + l] is word w of lane l.
template <std::size_t kWidth, std::size_t kSets>
void compress_lanes(std::uint32_t* states, const std::uint8_t* const* messages, std::size_t blocks) {
  using V = Vector<kWidth>;
  V state[4][kSets];
  std::memcpy(state, states, sizeof state);
  for (std::size_t block = 0; block < blocks; ++block) {
    V words[16][kSets];
    load_block<kWidth, kSets>(words, messages, block * 64);
    V before[4][kSets];
    std::memcpy(before, state, sizeof state);
    all_steps<kSets>(state, words, std::make_integer_sequence<int, 64>{});
    for (std::size_t word = 0; word < 4; ++word)
      for (std::size_t set = 0; set < kSets; ++set) state[word][set] += before[word][set];
  }
  std::memcpy(states, state, sizeof state);
}

// The same for one message, in plain registers.
[[maybe_unused]] void compress_one(std::uint32_t* state_words, const std::uint8_t* const* messages,
                                   std::size_t blocks) {
  std::uint32_t state[4][1];
  std::memcpy(state, state_words, sizeof state);
  for (const std::uint8_t* at = *messages; blocks > 0; --blocks, at += 64) {
    std::uint32_t words[16][1];
    std::memcpy(words, at, sizeof words);
    std::uint32_t before[4][1];
    std::memcpy(before, state, sizeof state);
    all_steps<1>(state, words, std::make_integer_sequence<int, 64>{});
    for (std::size_t word = 0; word < 4; ++word) state[word][0] += before[word][0];
  }
  std::memcpy(state_words, state, sizeof state);
}

}  // namespace
}  // namespace cairn::data
