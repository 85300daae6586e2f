#include "data/hash/hash_files.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <map>
#include <mutex>
#include <random>
#include <thread>
#include <unistd.h>

#include "core/testing.h"
#include "data/files/walk.h"

namespace cairn::data {
namespace {

namespace fs = std::filesystem;

class HashFiles : public ::testing::Test {
 protected:
  void write(const std::string& path, std::size_t size) {
    std::string content(size, '\0');
    for (char& byte : content) byte = static_cast<char>(random_());
    fs::create_directories((root_ / path).parent_path());
    std::ofstream(root_ / path, std::ios::binary) << content;
    contents_[path] = std::move(content);
  }

  std::vector<TreeFile> walk() {
    fd_ = *open_file(root_.string(), O_RDONLY | O_DIRECTORY);
    auto tree = walk_tree(fd_, root_.string(), nullptr);
    EXPECT_TRUE(tree.ok());
    return std::move(tree->files);
  }

  Status hash(std::vector<TreeFile>& files, const HashOptions& options) {
    std::vector<TreeFile*> pointers;
    for (TreeFile& file : files) pointers.push_back(&file);
    return hash_files(fd_, pointers, options);
  }

  const TemporaryFolder folder_;
  const fs::path root_ = folder_.path();
  Fd fd_;
  std::map<std::string, std::string> contents_;
  std::mt19937_64 random_{7};
};

// Keeps what it is given, to be compared with what was written.
class KeepingSink : public ContentSink {
 public:
  Status take(TreeFile& file, const Fd& /*source*/, const Md5& md5, std::span<const std::byte> content) override {
    keep(file.path, md5, std::string(reinterpret_cast<const char*>(content.data()), content.size()));
    return {};
  }
  Result<std::unique_ptr<ContentWriter>> start(TreeFile& file, const Fd& /*source*/) override {
    return std::unique_ptr<ContentWriter>(std::make_unique<Writer>(*this, file.path));
  }

  std::map<std::string, std::pair<Md5, std::string>> kept;

 private:
  class Writer : public ContentWriter {
   public:
    Writer(KeepingSink& sink, std::string path) : sink_(sink), path_(std::move(path)) {}
    Status write(std::span<const std::byte> bytes) override {
      content_.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
      return {};
    }
    Status finish(const Md5& md5) override {
      sink_.keep(path_, md5, std::move(content_));
      return {};
    }

   private:
    KeepingSink& sink_;
    std::string path_;
    std::string content_;
  };

  void keep(const std::string& path, const Md5& md5, std::string content) {
    const std::scoped_lock lock(mutex_);
    EXPECT_TRUE(kept.emplace(path, std::pair(md5, std::move(content))).second) << path << " came twice";
  }
  std::mutex mutex_;
};

TEST_F(HashFiles, LeavesTheTimeOfTheLastAccess) {
  write("a", 10);
  const timespec times[] = {{1'000'000'000, 0}, {1'000'000'001, 0}};  // read before it was written to
  ASSERT_EQ(::utimensat(AT_FDCWD, (root_ / "a").c_str(), times, 0), 0);
  auto files = walk();
  ASSERT_TRUE(hash(files, {}).ok());
  EXPECT_EQ(stat_path((root_ / "a").string())->st_atim.tv_sec, 1'000'000'000);
}

TEST_F(HashFiles, HashesAndHandsOnFilesOfAllSizes) {
  for (int i = 0; i < 300; ++i) write("small/" + std::to_string(i), random_() % 9'000);
  for (const std::size_t size : {0UL, 1UL, 262'143UL, 262'144UL, 262'145UL, 524'288UL, 1'000'000UL})
    write("sizes/" + std::to_string(size), size);
  write("large/one", (std::size_t{9} << 20) + 5);
  write("large/two", std::size_t{8} << 20);
  for (const unsigned workers : {1U, 3U}) {
    auto files = walk();
    KeepingSink sink;
    ASSERT_TRUE(hash(files, {.workers = workers, .sink = &sink}).ok());
    ASSERT_EQ(files.size(), contents_.size());
    for (const TreeFile& file : files) {
      EXPECT_EQ(file.md5, md5_of(contents_.at(file.path))) << file.path;
      EXPECT_EQ(sink.kept.at(file.path).first, file.md5);
      EXPECT_EQ(sink.kept.at(file.path).second, contents_.at(file.path)) << file.path;
    }
  }
}

TEST_F(HashFiles, ManyLargeFilesGoThroughTheLanes) {
  for (int i = 0; i < 6; ++i) write(std::to_string(i), (std::size_t{8} << 20) + static_cast<std::size_t>(i) * 100'000);
  auto files = walk();
  KeepingSink sink;
  ASSERT_TRUE(hash(files, {.workers = 1, .sink = &sink}).ok());
  for (const TreeFile& file : files) {
    EXPECT_EQ(file.md5, md5_of(contents_.at(file.path)));
    EXPECT_EQ(sink.kept.at(file.path).second, contents_.at(file.path));
  }
}

TEST_F(HashFiles, AStampIsSettledOnlyIfTheFileIsOlderThanTheLook) {
  write("file", 10);
  std::this_thread::sleep_for(std::chrono::milliseconds(30));
  auto files = walk();
  ASSERT_TRUE(hash(files, {}).ok());
  EXPECT_EQ(files.at(0).hash, HashState::kSettled);

  fs::last_write_time(root_ / "file", fs::file_time_type::clock::now() + std::chrono::seconds(10));
  ASSERT_TRUE(hash(files, {}).ok());
  EXPECT_EQ(files.at(0).md5, md5_of(contents_.at("file")));
  EXPECT_EQ(files.at(0).hash, HashState::kRacy);
}

TEST_F(HashFiles, AFileThatIsGoneIsNamed) {
  write("here", 10);
  write("gone", 10);
  auto files = walk();
  fs::remove(root_ / "gone");
  const Status status = hash(files, {});
  ASSERT_FALSE(status.ok());
  EXPECT_EQ(status.error().message(), "[Errno 2] No such file or directory: 'gone'");
}

TEST_F(HashFiles, WalkRefusesWhatCannotBeTracked) {
  write("fine", 1);
  ASSERT_EQ(::mkfifo((root_ / "pipe").c_str(), 0600), 0);
  fd_ = *open_file(root_.string(), O_RDONLY | O_DIRECTORY);
  auto files = walk_tree(fd_, "data", nullptr);
  ASSERT_FALSE(files.ok());
  EXPECT_EQ(files.error().message(), "'data/pipe' is neither a file nor a directory, so it can't be tracked.");

  fs::remove(root_ / "pipe");
  fs::create_symlink("nowhere", root_ / "broken");
  files = walk_tree(fd_, "data", nullptr);
  ASSERT_FALSE(files.ok());
  EXPECT_EQ(files.error().message(), "[Errno 2] No such file or directory: 'data/broken'");

  fs::remove(root_ / "broken");
  std::ofstream(root_ / "caf\xe9");
  files = walk_tree(fd_, "data", nullptr);
  ASSERT_FALSE(files.ok());
  EXPECT_EQ(files.error().message(), R"(The name of b'data/caf\xe9' is not UTF-8, so it can't be tracked. Rename it.)");
}

TEST_F(HashFiles, WalkFollowsLinksToFilesOnly) {
  write("target", 5);
  write("folder/inside", 5);
  fs::create_symlink("target", root_ / "link");
  fs::create_directory_symlink("folder", root_ / "folder-link");
  std::map<std::string, bool> found;
  for (const TreeFile& file : walk()) found[file.path] = file.is_link;
  EXPECT_EQ(found, (std::map<std::string, bool>{{"target", false}, {"folder/inside", false}, {"link", true}}));
}

}  // namespace
}  // namespace cairn::data
