#include "data/store/stat_index.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <unistd.h>

#include "core/testing.h"

namespace cairn::data {
namespace {

namespace fs = std::filesystem;

class StatIndexTest : public ::testing::Test {
 protected:
  StatIndex open() { return *StatIndex::open((root_ / "index.db").string()); }

  static TreeFile file(const std::string& path, std::uint64_t inode, HashState hash = HashState::kSettled) {
    TreeFile file;
    file.path = path;
    file.stamp.inode = inode;
    file.stamp.size = 10;
    file.stamp.mtime = 1'700'000'000'123'456'789;
    file.stamp.ctime = -1;
    file.md5 = md5_of(path);
    file.hash = hash;
    return file;
  }

  static std::vector<bool> known(StatIndex& index, std::vector<TreeFile> files) {
    for (TreeFile& file : files) {
      file.md5 = {};
      file.hash = HashState::kUnknown;
    }
    EXPECT_TRUE(index.look_up("/team/data", files).ok());
    std::vector<bool> result;
    for (const TreeFile& file : files) {
      result.push_back(file.hash == HashState::kRemembered);
      EXPECT_TRUE(!result.back() || file.md5 == md5_of(file.path));
    }
    return result;
  }

  const TemporaryFolder folder_;
  const fs::path root_ = folder_.path();
};

TEST_F(StatIndexTest, RemembersSettledFilesOnly) {
  const std::vector<TreeFile> files{file("a", 1), file("sub/dir/b", 2), file("racy", 3, HashState::kRacy),
                                    file("sub/c", 4)};
  {
    StatIndex index = open();
    ASSERT_TRUE(index.remember("/team/data", files, Coverage::kSomeFiles).ok());
  }
  StatIndex index = open();
  EXPECT_EQ(known(index, files), (std::vector<bool>{true, true, false, true}));
}

TEST_F(StatIndexTest, WhatWasSeenIsKnownByItsFingerprint) {
  const ObjectId object{md5_of("object"), true};
  {
    StatIndex index = open();
    ASSERT_TRUE(index.note_seen("/team/data", md5_of("before"), {md5_of("other"), true}).ok());
    ASSERT_TRUE(index.note_seen("/team/data", md5_of("now"), object).ok());
  }
  StatIndex index = open();
  EXPECT_EQ(*index.seen("/team/data", md5_of("now")), object);
  EXPECT_EQ(*index.seen("/team/data", md5_of("before")), std::nullopt);
  EXPECT_EQ(*index.seen("/team", md5_of("now")), std::nullopt);
}

TEST_F(StatIndexTest, AnyDifferenceInTheStampCounts) {
  StatIndex index = open();
  const TreeFile original = file("a", 1);
  ASSERT_TRUE(index.remember("/team/data", std::vector{original}, Coverage::kSomeFiles).ok());
  std::vector<TreeFile> changed(4, original);
  ++changed[0].stamp.inode;
  ++changed[1].stamp.size;
  ++changed[2].stamp.mtime;
  ++changed[3].stamp.ctime;
  for (const TreeFile& one : changed) EXPECT_EQ(known(index, {one}), std::vector<bool>{false});
  EXPECT_EQ(known(index, {original}), std::vector<bool>{true});
}

TEST_F(StatIndexTest, ALaterLookReplacesTheEarlier) {
  StatIndex index = open();
  ASSERT_TRUE(index.remember("/team/data", std::vector{file("a", 1), file("b", 2)}, Coverage::kSomeFiles).ok());
  ASSERT_TRUE(index.remember("/team/data", std::vector{file("a", 3)}, Coverage::kSomeFiles).ok());
  EXPECT_EQ(known(index, {file("a", 1), file("a", 3), file("b", 2)}), (std::vector<bool>{false, true, true}));
  ASSERT_TRUE(index.remember("/team/data", std::vector{file("a", 3, HashState::kRacy)}, Coverage::kSomeFiles).ok());
  EXPECT_EQ(known(index, {file("a", 3)}), std::vector<bool>{false});
}

TEST_F(StatIndexTest, DirectoriesOfWhichAllWasKnownAreNotWrittenAgain) {
  StatIndex index = open();
  std::vector<TreeFile> files{file("a/one", 1), file("a/two", 2), file("b/one", 3), file("b/two", 4)};
  ASSERT_TRUE(index.remember("/team/data", files, Coverage::kWholeDirectories).ok());
  ASSERT_TRUE(index.look_up("/team/data", files).ok());
  files.erase(files.begin());  // which would be seen if the row were written
  files[1] = file("b/one", 5);
  ASSERT_TRUE(index.remember("/team/data", files, Coverage::kWholeDirectories).ok());
  EXPECT_EQ(known(index, {file("a/one", 1), file("a/two", 2)}), (std::vector<bool>{true, true}));
  EXPECT_EQ(known(index, {file("b/one", 3), file("b/one", 5), file("b/two", 4)}),
            (std::vector<bool>{false, true, true}));
}

TEST_F(StatIndexTest, ALookAtWholeDirectoriesForgetsWhatIsGone) {
  StatIndex index = open();
  ASSERT_TRUE(index.remember("/team/data", std::vector{file("a", 1), file("b", 2)}, Coverage::kSomeFiles).ok());
  ASSERT_TRUE(index.remember("/team/data", std::vector{file("b", 2)}, Coverage::kWholeDirectories).ok());
  EXPECT_EQ(known(index, {file("a", 1), file("b", 2)}), (std::vector<bool>{false, true}));
}

TEST_F(StatIndexTest, ADamagedRowCountsAsNone) {
  {
    StatIndex index = open();
    ASSERT_TRUE(index.remember("/team/data", std::vector{file("a", 1)}, Coverage::kSomeFiles).ok());
  }
  {
    auto database = *db::SqliteConnection::open((root_ / "index.db").string(), db::Access::kReadWrite);
    ASSERT_TRUE(
        database->script("UPDATE directories SET files = CAST(replace(CAST(files AS TEXT), 'a', 'b') AS BLOB)").ok());
  }
  StatIndex index = open();
  EXPECT_EQ(known(index, {file("a", 1), file("b", 1)}), (std::vector<bool>{false, false}));
}

TEST_F(StatIndexTest, ABrokenFileIsStartedAnew) {
  std::ofstream(root_ / "index.db") << std::string(10'000, 'x');
  StatIndex index = open();
  ASSERT_TRUE(index.remember("/team/data", std::vector{file("a", 1)}, Coverage::kSomeFiles).ok());
  EXPECT_EQ(known(index, {file("a", 1)}), std::vector<bool>{true});
}

}  // namespace
}  // namespace cairn::data
