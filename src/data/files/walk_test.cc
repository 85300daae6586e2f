#include "data/files/walk.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <gtest/gtest.h>
#include <unistd.h>

#include "core/testing.h"

namespace cairn::data {
namespace {

namespace fs = std::filesystem;

// Enough files for several threads and for a directory that is looked at in parts.
class WalkTest : public ::testing::Test {
 protected:
  void SetUp() override {
    for (const char* directory : {"", "a", "a/deeper", "b"}) {
      fs::create_directories(root_ / directory);
      for (std::size_t i = 0; i < 1'500; ++i) write(fmt::format("{}/{:04}", directory, i), i % 7);
      if (*directory != '\0') expected_directories_.emplace_back(directory);
    }
    fs::create_symlink("../a/0003", root_ / "b/0700-link");
  }

  void write(const std::string& path, std::size_t size) {
    std::ofstream(root_ / ("./" + path)) << std::string(size, 'x');
  }

  Result<WalkedTree> walk(WalkFilter* filter = nullptr) {
    fd_ = *open_file(root_.string(), O_RDONLY | O_DIRECTORY);
    return walk_tree(fd_, "data", filter);
  }

  const TemporaryFolder folder_;
  const fs::path root_ = folder_.path();
  Fd fd_;
  std::vector<std::string> expected_directories_;
};

TEST_F(WalkTest, FindsAllFilesInOrderWithTheirStamps) {
  std::vector<std::string> expected;
  for (const char* directory : {"", "a/", "a/deeper/", "b/"}) {
    for (int i = 0; i < 1'500; ++i) expected.push_back(fmt::format("{}{:04}", directory, i));
    if (directory == std::string_view("b/")) expected.insert(std::ranges::find(expected, "b/0701"), "b/0700-link");
  }
  const auto tree = walk();
  ASSERT_TRUE(tree.ok());
  EXPECT_EQ(tree->directories, expected_directories_);
  ASSERT_EQ(tree->files.size(), expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const TreeFile& file = tree->files[i];
    ASSERT_EQ(file.path, expected[i]);
    const struct stat info = *stat_path((root_ / file.path).string());
    EXPECT_EQ(file.stamp, FileStamp(info)) << file.path;
    EXPECT_EQ(file.mode, info.st_mode) << file.path;
    EXPECT_EQ(file.links, info.st_nlink) << file.path;
    EXPECT_EQ(file.is_link, file.path == "b/0700-link");
  }
}

TEST_F(WalkTest, AnErrorWhileOthersLookEndsIt) {
  fs::create_symlink("nowhere", root_ / "b/0800-broken");
  const auto tree = walk();
  ASSERT_FALSE(tree.ok());
  EXPECT_EQ(tree.error().message(), "[Errno 2] No such file or directory: 'data/b/0800-broken'");
}

// Takes a file away after it was listed.
class RemovingFilter : public WalkFilter {
 public:
  explicit RemovingFilter(fs::path file) : file_(std::move(file)) {}
  Status enter(std::string_view /*directory*/, const std::vector<RawEntry>& /*entries*/) override {
    fs::remove(file_);
    return {};
  }
  bool skips(std::string_view /*directory*/, std::string_view /*name*/, EntryKind /*kind*/) override { return false; }

 private:
  fs::path file_;
};

TEST_F(WalkTest, AFileThatIsGoneWhenItIsLookedAtIsNamed) {
  RemovingFilter filter(root_ / "1499");
  const auto tree = walk(&filter);
  ASSERT_FALSE(tree.ok());
  EXPECT_EQ(tree.error().message(), "[Errno 2] No such file or directory: 'data/1499'");
}

}  // namespace
}  // namespace cairn::data
