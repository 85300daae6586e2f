#include "data/remote/local_remote.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/testing.h"

namespace cairn::data {
namespace {

namespace fs = std::filesystem;

class LocalRemoteTest : public testing::Test {
 protected:
  ObjectId store(const std::string& content) {
    const ObjectId id{md5_of(content), false};
    write(cache_.path(id), content);
    return id;
  }
  ObjectId store_dir(const DirEntries& entries) {
    const std::string text = write_dir_object(entries);
    const ObjectId id{md5_of(text), true};
    write(cache_.path(id), text);
    return id;
  }
  static void write(const std::string& path, const std::string& content) {
    fs::create_directories(fs::path(path).parent_path());
    fs::remove(path);
    std::ofstream(path) << content;
    ::chmod(path.c_str(), 0444);
  }
  TransferResult upload(const TransferPlan& plan) { return *remote_.upload(HashKind::kMd5, cache_, plan); }
  bool has(const ObjectId& id) { return remote_.missing(HashKind::kMd5, {id})->empty(); }

  const TemporaryFolder folder_;
  const fs::path root_ = folder_.path();
  ObjectStore cache_{(root_ / "cache").string()};
  LocalRemote remote_{(root_ / "remote").string(), Sharing::kPrivate};
};

TEST_F(LocalRemoteTest, UploadsFilesAndThenTheirDirectory) {
  const ObjectId one = store("one"), two = store("two");
  const ObjectId directory = store_dir({{"a", one.md5}, {"b", two.md5}});
  const TransferResult result = upload({{one, two}, {{directory.md5, {one.md5, two.md5}}}});
  EXPECT_EQ(result.transferred, 3U);
  EXPECT_TRUE(result.failed.empty());
  EXPECT_TRUE(has(one) && has(two) && has(directory));
  EXPECT_EQ(remote_.read_dir(HashKind::kMd5, directory.md5)->size(), fs::file_size(cache_.path(directory)));
}

TEST_F(LocalRemoteTest, AFileThatIsCorruptGoesNowhereAndNeitherDoesItsDirectory) {
  const ObjectId good = store("good"), bad = store("bad");
  const ObjectId directory = store_dir({{"a", good.md5}, {"b", bad.md5}});
  write(cache_.path(bad), "something else");
  const TransferResult result = upload({{good, bad}, {{directory.md5, {good.md5, bad.md5}}}});
  EXPECT_EQ(result.transferred, 1U);
  ASSERT_EQ(result.failed.size(), 2U);
  EXPECT_EQ(result.failed.front().id, bad);
  EXPECT_TRUE(has(good));
  EXPECT_FALSE(has(bad) || has(directory));
}

TEST_F(LocalRemoteTest, AFileThatIsGoneDoesNotStopTheOthers) {
  const ObjectId here = store("here"), gone{md5_of("gone"), false};
  const TransferResult result = upload({{gone, here}, {}});
  EXPECT_EQ(result.transferred, 1U);
  ASSERT_EQ(result.failed.size(), 1U);
  EXPECT_EQ(result.failed.front().id, gone);
}

TEST_F(LocalRemoteTest, DownloadsIntoAStore) {
  const ObjectId one = store("one");
  upload({{one}, {}});
  const ObjectStore other((root_ / "other").string());
  EXPECT_EQ(remote_.download(HashKind::kMd5, {one}, other)->transferred, 1U);
  EXPECT_TRUE(other.has(one));
}

}  // namespace
}  // namespace cairn::data
