#include "data/remote/object_remote.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>

#include "core/testing.h"
#include "data/remote/object_names.h"
#include "data/remote/retrying_storage.h"
#include "data/remote/test_storage.h"

namespace cairn::data {
namespace {

namespace fs = std::filesystem;

const std::string kLargeContent(5'000'000, 'x');

class ObjectRemoteTest : public testing::Test {
 protected:
  ObjectRemoteTest() {
    auto storage = std::make_unique<MemoryStorage>();
    storage_ = storage.get();
    remote_ = std::make_unique<ObjectRemote>(with_retries(std::move(storage)), 4);
  }

  static ObjectId id_of(const std::string& content) { return {md5_of(content), false}; }
  static std::string path_of(const ObjectId& id) { return object_path(HashKind::kMd5, id); }
  ObjectId cached(const std::string& content, bool is_dir = false) {
    const ObjectId id{md5_of(content), is_dir};
    write(cache_.path(id), content);
    return id;
  }
  ObjectId stored(const std::string& content) {
    storage_->files[path_of(id_of(content))] = content;
    return id_of(content);
  }
  static void write(const std::string& path, const std::string& content) {
    fs::create_directories(fs::path(path).parent_path());
    std::ofstream(path) << content;
  }
  std::string content_of(const ObjectId& id) {
    std::ifstream file(cache_.path(id));
    return {std::istreambuf_iterator<char>(file), {}};
  }
  std::vector<std::string> leftovers() {
    std::vector<std::string> found;
    for (const auto& entry : fs::recursive_directory_iterator(cache_.root()))
      if (entry.path().extension() == ".tmp") found.push_back(entry.path().filename());
    return found;
  }
  TransferResult download(const std::vector<ObjectId>& ids) { return *remote_->download(HashKind::kMd5, ids, cache_); }

  const TemporaryFolder folder_;
  ObjectStore cache_{(folder_.path() / "cache").string()};
  MemoryStorage* storage_;
  std::unique_ptr<ObjectRemote> remote_;
};

TEST_F(ObjectRemoteTest, ADirectoryGoesUpAfterItsFiles) {
  const ObjectId one = cached("one"), large = cached(kLargeContent);
  const ObjectId directory = cached("[]", true);
  const TransferResult result =
      *remote_->upload(HashKind::kMd5, cache_, {{one, large}, {{directory.md5, {one.md5, large.md5}}}});
  EXPECT_EQ(result.transferred, 3U);
  EXPECT_EQ(storage_->order.back(), path_of(directory));
  EXPECT_EQ(storage_->files[path_of(large)], kLargeContent);
}

TEST_F(ObjectRemoteTest, WhatIsCorruptHereGoesNowhereAndNeitherDoesItsDirectory) {
  const ObjectId good = cached("good"), bad = cached("bad"), empty = id_of("something");
  const ObjectId directory = cached("[]", true);
  write(cache_.path(bad), "worse");
  write(cache_.path(empty), "");
  const TransferResult result =
      *remote_->upload(HashKind::kMd5, cache_, {{good, bad, empty}, {{directory.md5, {good.md5, bad.md5}}}});
  EXPECT_EQ(result.failed.size(), 3U);
  EXPECT_EQ(storage_->order, std::vector{path_of(good)});
}

TEST_F(ObjectRemoteTest, WhatIsCorruptThereIsNamedAndNotTaken) {
  const ObjectId good = stored("good"), bad = stored("bad"), large = stored(kLargeContent);
  storage_->files[path_of(bad)] = "worse";
  storage_->files[path_of(large)].back() = 'y';
  const TransferResult result = download({good, bad, large});
  EXPECT_EQ(result.transferred, 1U);
  ASSERT_EQ(result.failed.size(), 2U);
  for (const auto& failure : result.failed)
    EXPECT_NE(failure.why.find("memory:" + path_of(failure.id)), std::string::npos) << failure.why;
  EXPECT_TRUE(cache_.has(good));
  EXPECT_FALSE(cache_.has(bad) || cache_.has(large));
  EXPECT_TRUE(leftovers().empty());
}

TEST_F(ObjectRemoteTest, AFileThatBreaksOffGoesOnWhereItDid) {
  const ObjectId large = stored(kLargeContent);
  storage_->cut_after = 2'000'000;
  EXPECT_EQ(download({large}).transferred, 1U);
  EXPECT_EQ(storage_->last_offset, 2'000'000U);
  EXPECT_EQ(content_of(large), kLargeContent);
}

TEST_F(ObjectRemoteTest, WhatAnEarlierProcessLeftCounts) {
  const ObjectId large = stored(kLargeContent);
  fs::create_directories(cache_.root());
  write(cache_.root() + "/.part-" + large.md5.hex().substr(0, 17) + ".tmp", kLargeContent.substr(0, 3'000'000));
  EXPECT_EQ(download({large}).transferred, 1U);
  EXPECT_EQ(storage_->last_offset, 3'000'000U);
  EXPECT_EQ(content_of(large), kLargeContent);
  EXPECT_TRUE(leftovers().empty());
}

TEST_F(ObjectRemoteTest, WhatAnEarlierProcessLeftMayBeWrong) {
  const ObjectId large = stored(kLargeContent);
  write(cache_.root() + "/.part-" + large.md5.hex().substr(0, 17) + ".tmp", "nonsense");
  EXPECT_EQ(download({large}).transferred, 1U);
  EXPECT_EQ(content_of(large), kLargeContent);
}

TEST_F(ObjectRemoteTest, WhatFailsForAMomentIsTriedAgain) {
  const ObjectId one = stored("one");
  storage_->failures = 2;
  EXPECT_EQ(download({one}).transferred, 1U);
}

TEST_F(ObjectRemoteTest, OneThatIsGoneDoesNotStopTheOthers) {
  const ObjectId here = stored("here");
  const TransferResult result = download({id_of("gone"), here});
  EXPECT_EQ(result.transferred, 1U);
  ASSERT_EQ(result.failed.size(), 1U);
  EXPECT_EQ(result.failed.front().id, id_of("gone"));
}

class MissingObjectsTest : public testing::TestWithParam<Listing> {};

TEST_P(MissingObjectsTest, AreFoundHoweverManyThereAre) {
  for (const std::size_t stored : {0U, 10U, 3'000U}) {
    for (const std::size_t asked : {0U, 3U, 100U, 2'000U}) {
      auto owned = std::make_unique<MemoryStorage>(GetParam());
      MemoryStorage& storage = *owned;
      ObjectRemote remote(std::move(owned), 4);
      std::vector<ObjectId> ids, expected;
      for (std::size_t i = 0; i < std::max(stored, asked); ++i) {
        const ObjectId id{md5_of(std::to_string(i)), i % 7 == 0};
        const bool is_there = i < stored && i % 3 != 0;
        if (is_there) storage.files[object_path(HashKind::kMd5, id)] = "";
        if (i < asked) ids.push_back(id);
        if (i < asked && !is_there) expected.push_back(id);
      }
      EXPECT_EQ(*remote.missing(HashKind::kMd5, ids), expected) << stored << ' ' << asked;
      const bool could_list = GetParam() == Listing::kPages && asked == 2'000;
      EXPECT_LE(storage.requests, could_list ? 300U : 2'000U);
      EXPECT_LE(storage.requests, asked + 2) << stored << ' ' << asked;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(, MissingObjectsTest, testing::Values(Listing::kNone, Listing::kPages, Listing::kDirectories));

}  // namespace
}  // namespace cairn::data
