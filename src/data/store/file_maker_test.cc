#include "data/store/file_maker.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/testing.h"
#include "data/store/object_batch.h"

namespace cairn::data {
namespace {

namespace fs = std::filesystem;

class FileMakerTest : public ::testing::Test {
 protected:
  void SetUp() override {
    fs::create_directory(root_ / "work");
    store_ = ObjectStore((root_ / "cache").string());
    index_.emplace(*StatIndex::open((root_ / "index.db").string()));
    work_ = *open_file((root_ / "work").string(), O_RDONLY | O_DIRECTORY);
  }

  Md5 store(const std::string& content) {
    const ObjectId id{md5_of(content), false};
    fs::create_directories(fs::path(store_.path(id)).parent_path());
    std::ofstream(store_.path(id)) << content;
    ::chmod(store_.path(id).c_str(), 0444);
    return id.md5;
  }
  static TreeFile wanted(const std::string& path, const Md5& md5, mode_t mode = 0644) {
    TreeFile file;
    file.path = path;
    file.md5 = md5;
    file.mode = mode;
    return file;
  }
  Status make(std::vector<TreeFile>& files, std::vector<LinkType> types) {
    std::vector<TreeFile*> pointers;
    for (TreeFile& file : files) pointers.push_back(&file);
    return FileMaker(store_, std::move(types), *index_, 2).make(work_, pointers);
  }
  [[nodiscard]] std::string read(const std::string& path) const {
    std::ifstream file(root_ / "work" / path);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  [[nodiscard]] std::size_t files_in_work() const {
    return static_cast<std::size_t>(std::ranges::count_if(fs::recursive_directory_iterator(root_ / "work"),
                                                          [](const auto& entry) { return !entry.is_directory(); }));
  }

  const TemporaryFolder folder_;
  const fs::path root_ = folder_.path();
  ObjectStore store_{""};
  std::optional<StatIndex> index_;
  Fd work_;
};

TEST_F(FileMakerTest, CopiesWithFoldersModesAndStamps) {
  const std::string large(std::size_t{9} << 20, 'l');
  std::vector<TreeFile> files{wanted("a", store("one")), wanted("sub/dir/b", store("two"), 0755),
                              wanted("sub/again", store("one")), wanted("empty", store("")),
                              wanted("large", store(large))};
  ASSERT_TRUE(make(files, {LinkType::kReflink, LinkType::kCopy}).ok());
  EXPECT_EQ(read("a"), "one");
  EXPECT_EQ(read("sub/dir/b"), "two");
  EXPECT_EQ(read("sub/again"), "one");
  EXPECT_EQ(read("empty"), "");
  EXPECT_EQ(read("large"), large);
  EXPECT_EQ(files_in_work(), 5U) << "no temporary files stay";
  for (const TreeFile& file : files) {
    struct stat info{};
    ASSERT_EQ(::stat((root_ / "work" / file.path).c_str(), &info), 0);
    EXPECT_EQ(FileStamp(info), file.stamp);
    EXPECT_EQ((info.st_mode & 0100) != 0, file.path == "sub/dir/b");
    EXPECT_NE(info.st_mode & 0200, 0U);
  }
}

TEST_F(FileMakerTest, ReplacesWhatIsThere) {
  std::ofstream(root_ / "work/a") << "old";
  std::vector<TreeFile> files{wanted("a", store("new"))};
  ASSERT_TRUE(make(files, {LinkType::kCopy}).ok());
  EXPECT_EQ(read("a"), "new");
}

TEST_F(FileMakerTest, HardAndSymbolicLinks) {
  const Md5 md5 = store("one"), empty = store("");
  std::vector<TreeFile> files{wanted("a", md5), wanted("empty", empty)};
  ASSERT_TRUE(make(files, {LinkType::kHardlink}).ok());
  EXPECT_TRUE(fs::equivalent(root_ / "work/a", store_.path({md5, false})));
  EXPECT_FALSE(fs::equivalent(root_ / "work/empty", store_.path({empty, false})));
  ASSERT_TRUE(make(files, {LinkType::kHardlink}).ok()) << "the same link again";
  EXPECT_EQ(files_in_work(), 2U);
  ASSERT_TRUE(make(files, {LinkType::kSymlink}).ok());
  EXPECT_EQ(fs::read_symlink(root_ / "work/a"), store_.path({md5, false}));
  EXPECT_TRUE(fs::is_symlink(root_ / "work/empty"));
}

TEST_F(FileMakerTest, ACorruptObjectIsNeitherCopiedNorLinked) {
  const ObjectId id{store("one"), false};
  ::chmod(store_.path(id).c_str(), 0644);
  std::ofstream(store_.path(id)) << "bad";
  ::chmod(store_.path(id).c_str(), 0444);
  std::ofstream(root_ / "work/a") << "old";
  for (const LinkType type : {LinkType::kCopy, LinkType::kReflink, LinkType::kHardlink, LinkType::kSymlink}) {
    std::vector<TreeFile> files{wanted("a", id.md5)};
    const Status status = make(files, {type});
    ASSERT_FALSE(status.ok());
    EXPECT_EQ(status.error().code(), ErrorCode::kDataLoss);
    EXPECT_NE(status.error().message().find(store_.path(id)), std::string::npos);
    EXPECT_EQ(read("a"), "old");
    EXPECT_EQ(files_in_work(), 1U);
  }
}

TEST_F(FileMakerTest, AMissingObjectIsNamed) {
  std::vector<TreeFile> files{wanted("a", md5_of("gone"))};
  const Status status = make(files, {LinkType::kCopy});
  ASSERT_FALSE(status.ok());
  EXPECT_TRUE(is_missing(status.error()));
}

TEST_F(FileMakerTest, ANewFolderIsShownWithWhatCameThoughNotAllOfItDid) {
  const Md5 good = store("good"), bad = store("bad");
  const std::string object = store_.path({bad, false});
  ::chmod(object.c_str(), 0644);
  std::ofstream(object) << "worse";
  std::vector<TreeFile> files{wanted("new/a", good), wanted("new/sub/b", good), wanted("new/sub/bad", bad)};
  EXPECT_FALSE(make(files, {LinkType::kCopy}).ok());
  EXPECT_EQ(read("new/a"), "good");
  EXPECT_EQ(read("new/sub/b"), "good");
  EXPECT_EQ(files_in_work(), 2U);
}

TEST_F(FileMakerTest, FilesGoIntoFoldersThatAreThereAndNewOnesAlike) {
  fs::create_directories(root_ / "work/old");
  const Md5 md5 = store("content");
  for (const LinkType type : {LinkType::kCopy, LinkType::kHardlink, LinkType::kSymlink}) {
    std::vector<TreeFile> files{wanted("top", md5), wanted("old/a", md5), wanted("old/new/b", md5),
                                wanted("new/c", md5)};
    ASSERT_TRUE(make(files, {type}).ok());
    EXPECT_EQ(files_in_work(), 4U);
    for (const TreeFile& file : files) EXPECT_EQ(read(file.path), "content") << file.path;
  }
}

}  // namespace
}  // namespace cairn::data
