#include "data/hash/md5.h"

#include <gtest/gtest.h>
#include <openssl/evp.h>
#include <random>
#include <string>
#include <vector>

namespace cairn::data {
namespace {

Md5 openssl_md5(std::string_view bytes) {
  std::array<std::uint8_t, Md5::kSize> digest{};
  EVP_Digest(bytes.data(), bytes.size(), digest.data(), nullptr, EVP_md5(), nullptr);
  return Md5(digest);
}

std::string random_bytes(std::mt19937_64& random, std::size_t size) {
  std::string bytes(size, '\0');
  for (char& byte : bytes) byte = static_cast<char>(random());
  return bytes;
}

std::vector<const Md5Kernel*> all_kernels() {
  std::vector<const Md5Kernel*> kernels(usable_md5_kernels().begin(), usable_md5_kernels().end());
  kernels.push_back(&kMd5OneLane);
  return kernels;
}

TEST(Md5, KnownDigests) {
  EXPECT_EQ(md5_of("").hex(), "d41d8cd98f00b204e9800998ecf8427e");
  EXPECT_EQ(md5_of("abc").hex(), "900150983cd24fb0d6963f7d28e17f72");
  EXPECT_EQ(md5_of("[]").hex(), "d751713988987e9331980363e24189ce");
}

TEST(Md5, ParsesItsOwnHexOnly) {
  const Md5 md5 = md5_of("abc");
  EXPECT_EQ(Md5::parse(md5.hex()), md5);
  EXPECT_EQ(Md5::parse("900150983CD24FB0D6963F7D28E17F72"), md5);
  EXPECT_FALSE(Md5::parse("900150983cd24fb0d6963f7d28e17f7"));
  EXPECT_FALSE(Md5::parse("900150983cd24fb0d6963f7d28e17f72.dir"));
  EXPECT_FALSE(Md5::parse("g00150983cd24fb0d6963f7d28e17f72"));
}

// Every length around the borders of blocks and of the ending, alone in its lane and beside others.
TEST(Md5, EveryKernelEqualsOpensslForEveryLength) {
  std::mt19937_64 random(1);
  std::vector<std::string> messages;
  for (std::size_t size = 0; size < 260; ++size) messages.push_back(random_bytes(random, size));
  for (int i = 0; i < 60; ++i) messages.push_back(random_bytes(random, random() % 20'000));
  for (const Md5Kernel* kernel : all_kernels()) {
    std::shuffle(messages.begin(), messages.end(), random);
    std::vector<Md5State> states(messages.size());
    std::vector<Md5Piece> pieces;
    for (std::size_t i = 0; i < messages.size(); ++i)
      pieces.push_back({&states[i], std::as_bytes(std::span(messages[i])), MoreToCome::kNo});
    update_side_by_side(pieces, *kernel);
    for (std::size_t i = 0; i < messages.size(); ++i)
      ASSERT_EQ(states[i].digest(), openssl_md5(messages[i])) << kernel->name << ", " << messages[i].size() << " bytes";
  }
}

TEST(Md5, EveryKernelEqualsOpensslForEveryNumberOfMessages) {
  std::mt19937_64 random(2);
  for (const Md5Kernel* kernel : all_kernels()) {
    for (std::size_t count = 0; count <= 2 * kernel->lanes + 1; ++count) {
      std::vector<std::string> messages;
      for (std::size_t i = 0; i < count; ++i) messages.push_back(random_bytes(random, random() % 700));
      std::vector<Md5State> states(count);
      std::vector<Md5Piece> pieces;
      for (std::size_t i = 0; i < count; ++i)
        pieces.push_back({&states[i], std::as_bytes(std::span(messages[i])), MoreToCome::kNo});
      update_side_by_side(pieces, *kernel);
      for (std::size_t i = 0; i < count; ++i)
        ASSERT_EQ(states[i].digest(), openssl_md5(messages[i])) << kernel->name << ", " << count << " messages";
    }
  }
}

TEST(Md5, PiecesOfSeveralMessagesAdvanceTogether) {
  std::mt19937_64 random(3);
  std::vector<std::string> messages;
  for (int i = 0; i < 40; ++i) messages.push_back(random_bytes(random, random() % 5'000));
  std::vector<Md5State> states(messages.size());
  std::vector<std::size_t> done(messages.size());
  std::vector<bool> ended(messages.size());
  while (std::find(ended.begin(), ended.end(), false) != ended.end()) {
    std::vector<Md5Piece> pieces;
    for (std::size_t i = 0; i < messages.size(); ++i) {
      if (ended[i]) continue;
      const auto rest = std::as_bytes(std::span(messages[i])).subspan(done[i]);
      const std::size_t size = random() % 10 * 64;
      ended[i] = size >= rest.size();
      pieces.push_back(ended[i] ? Md5Piece{&states[i], rest, MoreToCome::kNo}
                                : Md5Piece{&states[i], rest.first(size), MoreToCome::kYes});
      done[i] += size;
    }
    update_side_by_side(pieces);
  }
  for (std::size_t i = 0; i < messages.size(); ++i) EXPECT_EQ(states[i].digest(), openssl_md5(messages[i]));
}

TEST(Md5, StreamTakesPiecesOfAnyLength) {
  std::mt19937_64 random(4);
  for (int round = 0; round < 200; ++round) {
    const std::string message = random_bytes(random, random() % 1'000);
    Md5Stream stream;
    for (std::size_t done = 0; done < message.size();) {
      const std::size_t size = std::min(random() % 150, message.size() - done);
      stream.update(std::as_bytes(std::span(message)).subspan(done, size));
      done += size;
    }
    ASSERT_EQ(stream.finish(), openssl_md5(message));
  }
}

}  // namespace
}  // namespace cairn::data
