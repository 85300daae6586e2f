#include "data/store/object_batch.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

#include "core/testing.h"
#include "data/files/walk.h"

namespace cairn::data {
namespace {

namespace fs = std::filesystem;

class ObjectBatchTest : public ::testing::Test {
 protected:
  void SetUp() override { fs::create_directory(root_ / "work"); }

  void write(const std::string& path, const std::string& content) { std::ofstream(root_ / "work" / path) << content; }
  static std::string read(const fs::path& path) {
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  static mode_t mode_of(const fs::path& path) {
    struct stat info{};
    ::stat(path.c_str(), &info);
    return info.st_mode & 07777;
  }

  Status add_all(ObjectBatch& batch) {
    const Fd work = *open_file((root_ / "work").string(), O_RDONLY | O_DIRECTORY);
    files_ = walk_tree(work, "work", nullptr)->files;
    std::vector<TreeFile*> pointers;
    for (TreeFile& file : files_) pointers.push_back(&file);
    return hash_files(work, pointers, {.workers = 2, .sink = &batch});
  }

  // Everything in the store, by name; temporary files as "tmp".
  std::vector<std::string> stored() {
    std::vector<std::string> names;
    if (!fs::exists(store_.root())) return names;
    for (const auto& entry : fs::recursive_directory_iterator(store_.root())) {
      if (!entry.is_regular_file()) continue;
      const fs::path directory = entry.path().parent_path();
      const bool temporary = entry.path().extension() == ".tmp" || directory.extension() == ".tmp";
      names.push_back(temporary ? "tmp" : directory.filename().string() + entry.path().filename().string());
    }
    std::ranges::sort(names);
    return names;
  }

  const TemporaryFolder folder_;
  const fs::path root_ = folder_.path();
  ObjectStore store_{""};
  std::vector<TreeFile> files_;  // that were added
};

class ObjectBatchAdds : public ObjectBatchTest {
 protected:
  void SetUp() override {
    ObjectBatchTest::SetUp();
    store_ = ObjectStore((root_ / "cache").string());
  }
};

TEST_F(ObjectBatchAdds, NothingHasItsNameBeforeCommit) {
  write("a", "same");
  write("b", "same");
  write("c", "other");
  write("empty", "");
  ObjectBatch batch(store_);
  ASSERT_TRUE(add_all(batch).ok());
  EXPECT_EQ(stored(), (std::vector<std::string>{"tmp", "tmp", "tmp"}));
  ASSERT_TRUE(batch.commit().ok());
  EXPECT_EQ(batch.added().size(), 3U);
  for (const std::string content : {"same", "other", ""}) {
    const ObjectId id{md5_of(content), false};
    EXPECT_EQ(read(store_.path(id)), content);
    EXPECT_EQ(mode_of(store_.path(id)), 0444U);
    EXPECT_TRUE(store_.has(id));
  }
  EXPECT_EQ(stored().size(), 3U);
}

TEST_F(ObjectBatchAdds, WhatIsNotCommittedLeavesNothing) {
  write("a", "content");
  {
    ObjectBatch batch(store_);
    ASSERT_TRUE(add_all(batch).ok());
    ASSERT_TRUE(batch.add_dir({{"a", md5_of("content")}}).ok());
    EXPECT_EQ(stored().size(), 2U);
  }
  EXPECT_TRUE(stored().empty());
}

TEST_F(ObjectBatchAdds, TwoBatchesAtOnceDoNotMeet) {
  write("a", "content");
  ObjectBatch one(store_), other(store_);
  ASSERT_TRUE(add_all(one).ok());
  ASSERT_TRUE(add_all(other).ok());
  EXPECT_EQ(stored(), (std::vector<std::string>{"tmp", "tmp"}));
  ASSERT_TRUE(one.commit().ok());
  ASSERT_TRUE(other.commit().ok());
  EXPECT_EQ(stored(), std::vector<std::string>{md5_of("content").hex()});
}

TEST_F(ObjectBatchAdds, WhatIsThereIsNotWrittenAgain) {
  write("a", "content");
  ObjectBatch first(store_);
  ASSERT_TRUE(add_all(first).ok() && first.commit().ok());
  ObjectBatch second(store_);
  ASSERT_TRUE(add_all(second).ok() && second.commit().ok());
  EXPECT_TRUE(second.added().empty());
}

TEST_F(ObjectBatchAdds, AnUnprotectedObjectIsReplaced) {
  write("a", "content");
  const ObjectId id{md5_of("content"), false};
  fs::create_directories(fs::path(store_.path(id)).parent_path());
  std::ofstream(store_.path(id)) << "broken";
  EXPECT_FALSE(store_.has(id));
  EXPECT_EQ(read(store_.path(id)), "broken") << "a broken object stays where it is";
  ObjectBatch batch(store_);
  ASSERT_TRUE(add_all(batch).ok() && batch.commit().ok());
  EXPECT_EQ(read(store_.path(id)), "content");
  EXPECT_TRUE(store_.has(id));
}

TEST_F(ObjectBatchAdds, LargeFiles) {
  const std::string large((std::size_t{9} << 20) + 7, 'x');
  write("large", large);
  write("copy", large);
  ObjectBatch batch(store_);
  ASSERT_TRUE(add_all(batch).ok() && batch.commit().ok());
  EXPECT_EQ(read(store_.path({md5_of(large), false})), large);
  EXPECT_EQ(stored(), std::vector<std::string>{md5_of(large).hex()});
}

TEST_F(ObjectBatchAdds, LinkMakesTheFileItselfTheObject) {
  const std::string large((std::size_t{9} << 20) + 7, 'x');
  write("a", "content");
  write("empty", "");
  write("large", large);
  std::this_thread::sleep_for(std::chrono::milliseconds(60));
  ObjectBatch batch(store_, Origin::kLink);
  ASSERT_TRUE(add_all(batch).ok() && batch.commit().ok());
  const fs::path object = store_.path({md5_of("content"), false});
  EXPECT_TRUE(fs::equivalent(object, root_ / "work/a"));
  EXPECT_TRUE(fs::equivalent(store_.path({md5_of(large), false}), root_ / "work/large"));
  EXPECT_EQ(mode_of(root_ / "work/a"), 0444U);
  EXPECT_FALSE(fs::equivalent(store_.path({md5_of(""), false}), root_ / "work/empty"));
  // The stamps are those that the files have now that they are objects, and still vouch for them.
  for (const TreeFile& file : files_) {
    EXPECT_EQ(file.stamp, FileStamp(*lstat_path((root_ / "work" / file.path).string()))) << file.path;
    EXPECT_EQ(file.hash, HashState::kSettled) << file.path;
    EXPECT_EQ(file.is_object, file.path != "empty") << file.path;
  }
}

TEST_F(ObjectBatchAdds, AFileTooYoungToTrustItsTimesIsCopied) {
  write("a", "content");
  fs::last_write_time(root_ / "work/a", fs::file_time_type::clock::now() + std::chrono::seconds(10));
  ObjectBatch batch(store_, Origin::kLink);
  ASSERT_TRUE(add_all(batch).ok() && batch.commit().ok());
  EXPECT_FALSE(fs::equivalent(store_.path({md5_of("content"), false}), root_ / "work/a"));
  EXPECT_EQ(mode_of(root_ / "work/a") & 0200U, 0200U);
}

TEST_F(ObjectBatchAdds, TheStoresViewTellsWhatCameAndWent) {
  write("a", "1");
  ObjectBatch batch(store_);
  const auto id = batch.add_dir({{"a", md5_of("1")}});
  ASSERT_TRUE(id.ok() && add_all(batch).ok() && batch.commit().ok());
  std::this_thread::sleep_for(std::chrono::milliseconds(60));
  const ObjectStore::View before = store_.view(*id);
  EXPECT_TRUE(before.is_settled);
  EXPECT_EQ(store_.view(*id).fingerprint, before.fingerprint);
  ASSERT_TRUE(store_.remove({md5_of("1"), false}).ok());
  EXPECT_NE(store_.view(*id).fingerprint, before.fingerprint);
}

TEST_F(ObjectBatchAdds, DirObjectsAreCheckedWhenTheyAreRead) {
  ObjectBatch batch(store_);
  const DirEntries entries{{"a", md5_of("1")}, {"b/c", md5_of("2")}};
  const auto id = batch.add_dir(entries);
  ASSERT_TRUE(id.ok() && batch.commit().ok());
  EXPECT_TRUE(store_.path(*id).ends_with(".dir"));
  EXPECT_EQ(*store_.load_dir(id->md5), entries);
  ::chmod(store_.path(*id).c_str(), 0644);
  std::ofstream(store_.path(*id)) << "[]";
  EXPECT_EQ(store_.load_dir(id->md5).error().code(), ErrorCode::kDataLoss);
  EXPECT_EQ(store_.load_dir(md5_of("nothing")).error().code(), ErrorCode::kResourceDoesNotExist);
}

}  // namespace
}  // namespace cairn::data
