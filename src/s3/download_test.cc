#include "s3/download.h"

#include <gtest/gtest.h>

#include "s3/test_store.h"

namespace cairn::s3 {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kPiece = 10'000;
const Object kDownloaded{"bucket", "key"};

Result<std::string> read_all(Download& download, std::size_t piece = 777) {
  std::string all;
  std::string buffer(piece, '\0');
  for (;;) {
    const std::size_t count = TRY(download.read(buffer));
    if (count == 0) return all;
    all.append(buffer, 0, count);
  }
}

class DownloadTest : public testing::Test {
 protected:
  DownloadTest() : client_(store_.client(kPiece)) { store_.put("bucket/key", bytes_); }

  std::string etag() {
    auto info = client_->head(kDownloaded);
    EXPECT_TRUE(info.ok());
    return info.ok() ? info->etag : "";
  }
  Result<std::string> range(std::uint64_t offset, std::uint64_t length) {
    Download download(*client_, kDownloaded, etag(), {offset, length});
    return read_all(download);
  }

  const std::string bytes_ = test_bytes(20 * kPiece + 5);
  TestStore store_;
  std::unique_ptr<Client> client_;
};

TEST_F(DownloadTest, GivesAnyRangeInOrder) {
  store_.take(2ms);
  for (const auto& [offset, length] : {std::pair<std::size_t, std::size_t>{0, bytes_.size()},
                                       {0, 1},
                                       {0, kPiece},
                                       {1, kPiece},
                                       {5 * kPiece - 1, 3 * kPiece},
                                       {bytes_.size() - 1, 1},
                                       {7, 0}}) {
    const auto got = range(offset, length);
    ASSERT_TRUE(got.ok()) << got.error().message();
    EXPECT_TRUE(*got == bytes_.substr(offset, length)) << offset << " " << length;
  }
  EXPECT_GT(store_.most_at_once(), 1);
  EXPECT_LE(store_.most_at_once(), static_cast<int>(Download::kAhead));
}

TEST_F(DownloadTest, AsksAgainForPartsThatFailed) {
  const std::string tag = etag();
  store_.fail(2);
  Download download(*client_, kDownloaded, tag, {0, bytes_.size()});
  const auto got = read_all(download);
  ASSERT_TRUE(got.ok());
  EXPECT_TRUE(*got == bytes_);
}

TEST_F(DownloadTest, NeverMixesTwoObjects) {
  Download download(*client_, kDownloaded, etag(), {0, bytes_.size()});
  std::string first(100, '\0');
  ASSERT_TRUE(download.read(first).ok());
  store_.put("bucket/key", std::string(bytes_.size(), 'x'));
  const auto rest = read_all(download);
  ASSERT_FALSE(rest.ok());
  EXPECT_EQ(rest.error().code(), ErrorCode::kAborted);
}

TEST_F(DownloadTest, MayBeLeftUnread) {
  store_.take(50ms);
  const std::string tag = etag();
  Download download(*client_, kDownloaded, tag, {0, bytes_.size()});
  std::string first(100, '\0');
  ASSERT_TRUE(download.read(first).ok());
}

}  // namespace
}  // namespace cairn::s3
