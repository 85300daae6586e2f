#include "s3/upload.h"

#include <gtest/gtest.h>

#include "s3/test_store.h"

namespace cairn::s3 {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kPart = 10'000;
constexpr auto kUnknown = std::nullopt;

Status send(Client& client, const std::string& bytes, std::optional<std::uint64_t> size, std::size_t piece = 777) {
  Upload upload(client, {"bucket", "key"}, {.size = size});
  for (std::size_t at = 0; at < bytes.size(); at += piece) TRY(upload.write(std::string_view(bytes).substr(at, piece)));
  return upload.finish();
}

TEST(Upload, OfWhatFitsIntoOnePartIsOneRequest) {
  TestStore store;
  const auto client = store.client(kPart);
  for (const std::size_t size : {std::size_t{0}, std::size_t{1}, kPart}) {
    const int before = store.requests();
    ASSERT_TRUE(send(*client, test_bytes(size), size).ok());
    EXPECT_EQ(store.object("bucket/key"), test_bytes(size));
    EXPECT_EQ(store.requests() - before, 1);
  }
}

TEST(Upload, OfMoreGoesOutInPartsSideBySide) {
  TestStore store;
  store.take(5ms);
  const auto client = store.client(kPart);
  for (const std::size_t size : {kPart + 1, 20 * kPart, 20 * kPart + 3}) {
    for (const std::optional<std::uint64_t> told :
         {std::optional<std::uint64_t>(size), std::optional<std::uint64_t>()}) {
      ASSERT_TRUE(send(*client, test_bytes(size), told).ok());
      EXPECT_TRUE(store.object("bucket/key") == test_bytes(size)) << size;
    }
  }
  EXPECT_GT(store.most_at_once(), 1);
  EXPECT_EQ(store.open_uploads(), 0U);
}

TEST(Upload, IsInvisibleBeforeItIsFinishedAndLeavesNothingIfItIsNot) {
  TestStore store;
  const auto client = store.client(kPart);
  {
    Upload upload(*client, {"bucket", "key"}, {});
    ASSERT_TRUE(upload.write(test_bytes(5 * kPart)).ok());
    EXPECT_FALSE(store.has("bucket/key"));
    EXPECT_EQ(store.open_uploads(), 1U);
  }
  EXPECT_FALSE(store.has("bucket/key"));
  EXPECT_EQ(store.open_uploads(), 0U);
  {
    Upload small(*client, {"bucket", "key"}, {});
  }
  EXPECT_FALSE(store.has("bucket/key"));
}

TEST(Upload, GoesOnWithWhatAnEarlierOneLeft) {
  TestStore store;
  const auto client = store.client(kPart);
  const std::string bytes = test_bytes(8 * kPart + 5);
  const UploadOptions options{.size = bytes.size(), .leftovers = Leftovers::kUsed};
  {
    Upload first(*client, {"bucket", "key"}, options);
    ASSERT_TRUE(first.write(bytes.substr(0, 6 * kPart)).ok());
    while (store.parts() < 5) std::this_thread::sleep_for(1ms);
    first.keep();
  }
  ASSERT_EQ(store.open_uploads(), 1U);
  constexpr int left = 5;
  {
    Upload other(*client, {"bucket", "key2"}, options);
    ASSERT_TRUE(other.write(bytes).ok());
    ASSERT_TRUE(other.finish().ok());
    EXPECT_EQ(store.parts(), left + 9);
  }
  std::string changed = bytes;
  changed[kPart / 2] ^= 1;  // in the first part, which must be sent again
  Upload second(*client, {"bucket", "key"}, options);
  ASSERT_TRUE(second.write(changed).ok());
  ASSERT_TRUE(second.finish().ok());
  EXPECT_TRUE(store.object("bucket/key") == changed);
  EXPECT_EQ(store.parts(), left + 9 + 9 - (left - 1));
  EXPECT_EQ(store.open_uploads(), 0U);
}

TEST(Upload, SendsPartsAgainThatFailed) {
  TestStore store;
  const auto client = store.client(kPart);
  store.fail(2);
  ASSERT_TRUE(send(*client, test_bytes(8 * kPart), kUnknown).ok());
  EXPECT_TRUE(store.object("bucket/key") == test_bytes(8 * kPart));
}

TEST(Upload, FailsWhenPartsKeepFailing) {
  TestStore store;
  const auto client = store.client(kPart);
  Upload upload(*client, {"bucket", "key"}, {});
  ASSERT_TRUE(upload.write(test_bytes(kPart + 1)).ok());  // begins it
  store.fail(1'000);
  Status status;
  for (int i = 0; i < 100 && status.ok(); ++i) status = upload.write(test_bytes(kPart));
  if (status.ok()) status = upload.finish();
  ASSERT_FALSE(status.ok());
  EXPECT_EQ(status.error().code(), ErrorCode::kTemporarilyUnavailable);
  EXPECT_FALSE(store.has("bucket/key"));
  store.fail(0);
}

TEST(Upload, HoldsNoMoreThanItMay) {
  TestStore store;
  store.take(20ms);
  constexpr std::size_t kLarge = Upload::kInMemory / 3;
  const auto client = store.client(kLarge);
  ASSERT_TRUE(send(*client, test_bytes(7 * kLarge), 7 * kLarge, kLarge).ok());
  EXPECT_EQ(store.most_at_once(), 2);  // while the third is being filled
}

TEST(Upload, OfAHugeObjectHasFewEnoughParts) {
  TestStore store;
  const auto client = store.client(kPart);
  // 10,000 parts of 10 kB would be 100 MB.
  Upload upload(*client, {"bucket", "key"}, {.size = 15'000'000'000});
  const int before = store.requests();
  ASSERT_TRUE(upload.write(test_bytes(1 << 20)).ok());
  EXPECT_EQ(store.requests(), before);
}

}  // namespace
}  // namespace cairn::s3
