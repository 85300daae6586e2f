#include "artifacts/local_repository.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

#include "artifacts/repositories.h"
#include "artifacts/testing.h"

namespace cairn::artifacts {
namespace {

namespace fs = std::filesystem;

class LocalRepositoryTest : public testing::Test {
 protected:
  std::shared_ptr<Repository> reopened() { return *open_local_repository(root_); }

  [[nodiscard]] std::size_t staged() const {
    const fs::path staging = root_ / ".artifact.uploading.cairn";
    if (!fs::exists(staging)) return 0;
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(staging), fs::directory_iterator()));
  }

  TemporaryFolder folder_;
  const fs::path root_ = folder_ / "root";
  std::shared_ptr<Repository> repository_ = reopened();
};

std::string error_of(const Status& status) { return status.ok() ? "none" : status.error().message(); }

TEST_F(LocalRepositoryTest, WritesReadsAndLists) {
  ASSERT_TRUE(write_file(*repository_, "d/e/a.txt", "hello").ok());
  ASSERT_TRUE(write_file(*repository_, "d/b.txt", "").ok());
  ASSERT_TRUE(write_file(*repository_, "d/a.txt", "world!").ok());
  EXPECT_EQ(*read_file(*repository_, "d/e/a.txt"), "hello");
  EXPECT_EQ(*read_file(*repository_, "d/b.txt"), "");
  EXPECT_EQ(listed(*repository_, ""), "d/");
  EXPECT_EQ(listed(*repository_, "d"), "a.txt b.txt e/");
  EXPECT_EQ((*repository_->list(path_of("d")))[0].size, 6u);
  EXPECT_EQ(file_text(root_ / "d/e/a.txt"), "hello");
  EXPECT_EQ(staged(), 0u);
}

TEST_F(LocalRepositoryTest, HasNothingBeforeTheFirstWrite) {
  EXPECT_EQ(listed(*repository_, ""), "");
  EXPECT_EQ(read_file(*repository_, "a").error().code(), ErrorCode::kResourceDoesNotExist);
  EXPECT_TRUE(repository_->remove(path_of("a")).ok());
  EXPECT_TRUE(repository_->remove(Path()).ok());
  EXPECT_FALSE(fs::exists(root_));
}

TEST_F(LocalRepositoryTest, KeepsTheModesThatTheProcessWants) {
  const mode_t before = ::umask(0027);
  ASSERT_TRUE(write_file(*repository_, "d/a", "x").ok());
  ::umask(before);
  struct stat info{};
  ASSERT_EQ(::stat((root_ / "d/a").c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777u, 0640u);
  ASSERT_EQ(::stat((root_ / "d").c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777u, 0750u);
}

TEST_F(LocalRepositoryTest, ListsNothingOfFilesAndOfWhatIsNotThere) {
  ASSERT_TRUE(write_file(*repository_, "d/a", "x").ok());
  EXPECT_EQ(listed(*repository_, "d/a"), "");
  EXPECT_EQ(listed(*repository_, "d/a/b"), "");
  EXPECT_EQ(listed(*repository_, "nope"), "");
}

TEST_F(LocalRepositoryTest, ReadsRanges) {
  ASSERT_TRUE(write_file(*repository_, "a", "0123456789").ok());
  const auto file = *repository_->open(path_of("a"));
  EXPECT_EQ(*read_range(*file, {2, 3}), "234");
  EXPECT_EQ(*read_range(*file, {9, 1}), "9");
  EXPECT_EQ(*read_range(*file, {4, 0}), "");
  EXPECT_FALSE(read_range(*file, {5, 10}).ok()) << "a range that is not there must not look like a short file";
  const auto descriptor = file->descriptor();
  ASSERT_TRUE(descriptor);
  char bytes[4] = {};
  EXPECT_EQ(::pread(descriptor->get(), bytes, 3, 1), 3);
  EXPECT_STREQ(bytes, "123");
}

TEST_F(LocalRepositoryTest, SaysWhatAFileIs) {
  ASSERT_TRUE(write_file(*repository_, "a", "one").ok());
  const FileInfo first = *repository_->stat(path_of("a"));
  EXPECT_EQ(first.size, 3u);
  EXPECT_LT(std::chrono::system_clock::now() - first.modified, std::chrono::minutes(1));
  EXPECT_EQ(repository_->stat(path_of("a"))->etag, first.etag);
  ASSERT_TRUE(write_file(*repository_, "a", "two").ok());
  EXPECT_NE(repository_->stat(path_of("a"))->etag, first.etag);
}

TEST_F(LocalRepositoryTest, AnOpenedFileStaysWhatItWas) {
  ASSERT_TRUE(write_file(*repository_, "a", "one").ok());
  const auto file = *repository_->open(path_of("a"));
  ASSERT_TRUE(write_file(*repository_, "a", "another").ok());
  EXPECT_EQ(*read_range(*file, {0, file->info().size}), "one");
  EXPECT_EQ(*read_file(*repository_, "a"), "another");
}

TEST_F(LocalRepositoryTest, RefusesFoldersAsFiles) {
  ASSERT_TRUE(write_file(*repository_, "d/a", "x").ok());
  EXPECT_EQ(repository_->open(path_of("d")).error().message(), "Artifact path refers to a directory, not a file: 'd'");
  EXPECT_EQ(repository_->stat(path_of("d")).error().code(), ErrorCode::kInvalidParameterValue);
  EXPECT_EQ(write_file(*repository_, "d", "x").error().code(), ErrorCode::kInvalidParameterValue);
  EXPECT_EQ(write_file(*repository_, "d/a/b", "x").error().code(), ErrorCode::kInvalidParameterValue);
  EXPECT_EQ(write_file(*repository_, "d/a/b/c", "x").error().code(), ErrorCode::kInvalidParameterValue);
  EXPECT_FALSE(repository_->create(Path(), 0).ok());
  EXPECT_EQ(staged(), 0u);
}

TEST_F(LocalRepositoryTest, WaitsForNoPipe) {
  fs::create_directories(root_);
  ASSERT_EQ(::mkfifo((root_ / "pipe").c_str(), 0600), 0);
  EXPECT_EQ(repository_->open(path_of("pipe")).error().code(), ErrorCode::kResourceDoesNotExist);
  EXPECT_EQ(listed(*repository_, ""), "");
}

TEST_F(LocalRepositoryTest, ShowsNothingOfAFileBeforeItIsWhole) {
  ASSERT_TRUE(write_file(*repository_, "d/a", "old").ok());
  {
    const auto sink = *repository_->create(path_of("d/a"), std::nullopt);
    ASSERT_TRUE(sink->write("half of the ne").ok());
    EXPECT_EQ(*read_file(*repository_, "d/a"), "old");
    EXPECT_EQ(listed(*repository_, ""), "d/");
    EXPECT_EQ(listed(*repository_, "d"), "a");
    EXPECT_EQ(staged(), 1u);
  }
  EXPECT_EQ(*read_file(*repository_, "d/a"), "old");
  EXPECT_EQ(staged(), 0u);
}

TEST_F(LocalRepositoryTest, CleansUpAfterACrashButNotUnderAWriter) {
  const auto sink = *repository_->create(path_of("a"), std::nullopt);
  ASSERT_TRUE(sink->write("still being writ").ok());
  put_file(root_ / ".artifact.uploading.cairn/left", "over");
  EXPECT_EQ(staged(), 2u);
  const auto second = reopened();
  EXPECT_EQ(staged(), 1u);
  ASSERT_TRUE(sink->write("ten").ok());
  ASSERT_TRUE(sink->commit().ok());
  EXPECT_EQ(*read_file(*second, "a"), "still being written");
  EXPECT_EQ(staged(), 0u);
}

TEST_F(LocalRepositoryTest, HidesWhatMlflowIsUploading) {
  put_file(root_ / "d/.artifact.uploading.x1y2", "half");
  put_file(root_ / "d/.hidden", "x");
  EXPECT_EQ(listed(*repository_, "d"), ".hidden");
  EXPECT_THAT(error_of(write_file(*repository_, "d/.artifact.uploading.z", "x")), testing::HasSubstr("reserved"));
  EXPECT_FALSE(read_file(*repository_, ".artifact.uploading.cairn/x").ok());
}

TEST_F(LocalRepositoryTest, RemovesFilesAndFolders) {
  for (const char* path : {"d/a", "d/e/b", "d/e/f/c", "keep"}) ASSERT_TRUE(write_file(*repository_, path, "x").ok());
  EXPECT_TRUE(repository_->remove(path_of("d/a")).ok());
  EXPECT_EQ(listed(*repository_, "d"), "e/");
  EXPECT_TRUE(repository_->remove(path_of("d")).ok());
  EXPECT_EQ(listed(*repository_, ""), "keep");
  EXPECT_TRUE(repository_->remove(path_of("d/nope")).ok());
  EXPECT_TRUE(repository_->remove(path_of("keep/below")).ok());
  EXPECT_TRUE(repository_->remove(Path()).ok());
  EXPECT_EQ(listed(*repository_, ""), "");
}

TEST_F(LocalRepositoryTest, NoLinkLeadsOut) {
  put_file(folder_ / "secret/file", "outside");
  ASSERT_TRUE(write_file(*repository_, "d/a", "x").ok());
  fs::create_directory_symlink(folder_ / "secret", root_ / "absolute");
  fs::create_directory_symlink("../secret", root_ / "relative");
  fs::create_symlink("../../secret/file", root_ / "d/file");
  for (const char* path : {"absolute/file", "relative/file", "d/file"}) {
    EXPECT_EQ(read_file(*repository_, path).error().code(), ErrorCode::kInvalidParameterValue) << path;
  }
  EXPECT_EQ(listed(*repository_, ""), "d/");
  EXPECT_EQ(listed(*repository_, "d"), "a");
  EXPECT_THAT(listed(*repository_, "absolute"), testing::StartsWith("error: Invalid path"));
  EXPECT_FALSE(write_file(*repository_, "relative/new", "x").ok());
  EXPECT_FALSE(write_file(*repository_, "absolute/new/below", "x").ok());
  EXPECT_FALSE(repository_->remove(path_of("relative/file")).ok());
  // A link itself may be replaced and removed, not what it leads to.
  EXPECT_TRUE(write_file(*repository_, "d/file", "mine").ok());
  EXPECT_TRUE(repository_->remove(path_of("relative")).ok());
  EXPECT_TRUE(repository_->remove(Path()).ok());
  EXPECT_EQ(file_text(folder_ / "secret/file"), "outside");
  EXPECT_FALSE(fs::exists(folder_ / "secret/new"));
}

TEST_F(LocalRepositoryTest, LinksThatStayInsideAreFollowed) {
  ASSERT_TRUE(write_file(*repository_, "v1/model", "weights").ok());
  fs::create_directory_symlink("v1", root_ / "latest");
  EXPECT_EQ(*read_file(*repository_, "latest/model"), "weights");
  EXPECT_EQ(listed(*repository_, ""), "latest/ v1/");
  ASSERT_TRUE(write_file(*repository_, "latest/more", "x").ok());
  EXPECT_TRUE(fs::exists(root_ / "v1/more"));
}

TEST_F(LocalRepositoryTest, NoFolderChangesIntoALinkUnderAWriter) {
  put_file(folder_ / "secret/file", "outside");
  const auto sink = *repository_->create(path_of("d/file"), std::nullopt);
  ASSERT_TRUE(sink->write("mine").ok());
  fs::rename(root_ / "d", root_ / "moved");
  fs::create_directory_symlink(folder_ / "secret", root_ / "d");
  (void)sink->commit();
  EXPECT_EQ(file_text(folder_ / "secret/file"), "outside");
}

TEST_F(LocalRepositoryTest, ManyWriteOneFile) {
  std::vector<std::thread> writers;
  for (int i = 0; i < 8; ++i) {
    writers.emplace_back([&, i] {
      for (int n = 0; n < 20; ++n) {
        EXPECT_TRUE(write_file(*repository_, "deep/down/file", std::string(10'000, static_cast<char>('a' + i))).ok());
      }
    });
  }
  for (std::thread& writer : writers) writer.join();
  const std::string text = *read_file(*repository_, "deep/down/file");
  EXPECT_EQ(text, std::string(10'000, text[0]));
  EXPECT_EQ(staged(), 0u);
}

TEST(OpenRepository, ChoosesByScheme) {
  TemporaryFolder folder;
  const std::string path = (folder / "a b").string();
  ASSERT_TRUE(write_file(**open_repository("file://" + (folder / "a%20b").string()), "f", "x").ok());
  EXPECT_EQ(*read_file(**open_repository(path), "f"), "x");
  EXPECT_EQ(*read_file(**open_repository("file:" + path), "f"), "x");
  EXPECT_EQ(open_repository("gopher://x/y").error().code(), ErrorCode::kInvalidParameterValue);
  EXPECT_FALSE(open_repository("").ok());
  EXPECT_FALSE(open_repository("file://").ok());
  EXPECT_FALSE(open_repository("/a%00b").ok());
}

}  // namespace
}  // namespace cairn::artifacts
