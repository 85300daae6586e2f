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
  std::shared_ptr<Repository> reopened() { return *open_local_repository(root); }

  [[nodiscard]] std::size_t staged() const {
    const fs::path staging = root / ".artifact.uploading.cairn";
    if (!fs::exists(staging)) return 0;
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(staging), fs::directory_iterator()));
  }

  TemporaryFolder folder;
  const fs::path root = folder / "root";
  std::shared_ptr<Repository> repository = reopened();
};

std::string error_of(const Status& status) { return status.ok() ? "none" : status.error().message(); }

TEST_F(LocalRepositoryTest, WritesReadsAndLists) {
  ASSERT_TRUE(write_file(*repository, "d/e/a.txt", "hello").ok());
  ASSERT_TRUE(write_file(*repository, "d/b.txt", "").ok());
  ASSERT_TRUE(write_file(*repository, "d/a.txt", "world!").ok());
  EXPECT_EQ(*read_file(*repository, "d/e/a.txt"), "hello");
  EXPECT_EQ(*read_file(*repository, "d/b.txt"), "");
  EXPECT_EQ(listed(*repository, ""), "d/");
  EXPECT_EQ(listed(*repository, "d"), "a.txt b.txt e/");
  EXPECT_EQ((*repository->list(path_of("d")))[0].size, 6u);
  EXPECT_EQ(file_text(root / "d/e/a.txt"), "hello");
  EXPECT_EQ(staged(), 0u);
}

TEST_F(LocalRepositoryTest, HasNothingBeforeTheFirstWrite) {
  EXPECT_EQ(listed(*repository, ""), "");
  EXPECT_EQ(read_file(*repository, "a").error().code(), ErrorCode::kResourceDoesNotExist);
  EXPECT_TRUE(repository->remove(path_of("a")).ok());
  EXPECT_TRUE(repository->remove(Path()).ok());
  EXPECT_FALSE(fs::exists(root));
}

TEST_F(LocalRepositoryTest, KeepsTheModesThatTheProcessWants) {
  const mode_t before = ::umask(0027);
  ASSERT_TRUE(write_file(*repository, "d/a", "x").ok());
  ::umask(before);
  struct stat info{};
  ASSERT_EQ(::stat((root / "d/a").c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777u, 0640u);
  ASSERT_EQ(::stat((root / "d").c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777u, 0750u);
}

TEST_F(LocalRepositoryTest, ListsNothingOfFilesAndOfWhatIsNotThere) {
  ASSERT_TRUE(write_file(*repository, "d/a", "x").ok());
  EXPECT_EQ(listed(*repository, "d/a"), "");
  EXPECT_EQ(listed(*repository, "d/a/b"), "");
  EXPECT_EQ(listed(*repository, "nope"), "");
}

TEST_F(LocalRepositoryTest, ReadsRanges) {
  ASSERT_TRUE(write_file(*repository, "a", "0123456789").ok());
  const auto file = *repository->open(path_of("a"));
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
  ASSERT_TRUE(write_file(*repository, "a", "one").ok());
  const FileInfo first = *repository->stat(path_of("a"));
  EXPECT_EQ(first.size, 3u);
  EXPECT_LT(std::chrono::system_clock::now() - first.modified, std::chrono::minutes(1));
  EXPECT_EQ(repository->stat(path_of("a"))->etag, first.etag);
  ASSERT_TRUE(write_file(*repository, "a", "two").ok());
  EXPECT_NE(repository->stat(path_of("a"))->etag, first.etag);
}

TEST_F(LocalRepositoryTest, AnOpenedFileStaysWhatItWas) {
  ASSERT_TRUE(write_file(*repository, "a", "one").ok());
  const auto file = *repository->open(path_of("a"));
  ASSERT_TRUE(write_file(*repository, "a", "another").ok());
  EXPECT_EQ(*read_range(*file, {0, file->info().size}), "one");
  EXPECT_EQ(*read_file(*repository, "a"), "another");
}

TEST_F(LocalRepositoryTest, RefusesFoldersAsFiles) {
  ASSERT_TRUE(write_file(*repository, "d/a", "x").ok());
  EXPECT_EQ(repository->open(path_of("d")).error().message(), "Artifact path refers to a directory, not a file: 'd'");
  EXPECT_EQ(repository->stat(path_of("d")).error().code(), ErrorCode::kInvalidParameterValue);
  EXPECT_EQ(write_file(*repository, "d", "x").error().code(), ErrorCode::kInvalidParameterValue);
  EXPECT_EQ(write_file(*repository, "d/a/b", "x").error().code(), ErrorCode::kInvalidParameterValue);
  EXPECT_EQ(write_file(*repository, "d/a/b/c", "x").error().code(), ErrorCode::kInvalidParameterValue);
  EXPECT_FALSE(repository->create(Path(), 0).ok());
  EXPECT_EQ(staged(), 0u);
}

TEST_F(LocalRepositoryTest, WaitsForNoPipe) {
  fs::create_directories(root);
  ASSERT_EQ(::mkfifo((root / "pipe").c_str(), 0600), 0);
  EXPECT_EQ(repository->open(path_of("pipe")).error().code(), ErrorCode::kResourceDoesNotExist);
  EXPECT_EQ(listed(*repository, ""), "");
}

TEST_F(LocalRepositoryTest, ShowsNothingOfAFileBeforeItIsWhole) {
  ASSERT_TRUE(write_file(*repository, "d/a", "old").ok());
  {
    const auto sink = *repository->create(path_of("d/a"), std::nullopt);
    ASSERT_TRUE(sink->write("half of the ne").ok());
    EXPECT_EQ(*read_file(*repository, "d/a"), "old");
    EXPECT_EQ(listed(*repository, ""), "d/");
    EXPECT_EQ(listed(*repository, "d"), "a");
    EXPECT_EQ(staged(), 1u);
  }
  EXPECT_EQ(*read_file(*repository, "d/a"), "old");
  EXPECT_EQ(staged(), 0u);
}

TEST_F(LocalRepositoryTest, CleansUpAfterACrashButNotUnderAWriter) {
  const auto sink = *repository->create(path_of("a"), std::nullopt);
  ASSERT_TRUE(sink->write("still being writ").ok());
  put_file(root / ".artifact.uploading.cairn/left", "over");
  EXPECT_EQ(staged(), 2u);
  const auto second = reopened();
  EXPECT_EQ(staged(), 1u);
  ASSERT_TRUE(sink->write("ten").ok());
  ASSERT_TRUE(sink->commit().ok());
  EXPECT_EQ(*read_file(*second, "a"), "still being written");
  EXPECT_EQ(staged(), 0u);
}

TEST_F(LocalRepositoryTest, HidesWhatMlflowIsUploading) {
  put_file(root / "d/.artifact.uploading.x1y2", "half");
  put_file(root / "d/.hidden", "x");
  EXPECT_EQ(listed(*repository, "d"), ".hidden");
  EXPECT_THAT(error_of(write_file(*repository, "d/.artifact.uploading.z", "x")), testing::HasSubstr("reserved"));
  EXPECT_FALSE(read_file(*repository, ".artifact.uploading.cairn/x").ok());
}

TEST_F(LocalRepositoryTest, RemovesFilesAndFolders) {
  for (const char* path : {"d/a", "d/e/b", "d/e/f/c", "keep"}) ASSERT_TRUE(write_file(*repository, path, "x").ok());
  EXPECT_TRUE(repository->remove(path_of("d/a")).ok());
  EXPECT_EQ(listed(*repository, "d"), "e/");
  EXPECT_TRUE(repository->remove(path_of("d")).ok());
  EXPECT_EQ(listed(*repository, ""), "keep");
  EXPECT_TRUE(repository->remove(path_of("d/nope")).ok());
  EXPECT_TRUE(repository->remove(path_of("keep/below")).ok());
  EXPECT_TRUE(repository->remove(Path()).ok());
  EXPECT_EQ(listed(*repository, ""), "");
}

TEST_F(LocalRepositoryTest, NoLinkLeadsOut) {
  put_file(folder / "secret/file", "outside");
  ASSERT_TRUE(write_file(*repository, "d/a", "x").ok());
  fs::create_directory_symlink(folder / "secret", root / "absolute");
  fs::create_directory_symlink("../secret", root / "relative");
  fs::create_symlink("../../secret/file", root / "d/file");
  for (const char* path : {"absolute/file", "relative/file", "d/file"}) {
    EXPECT_EQ(read_file(*repository, path).error().code(), ErrorCode::kInvalidParameterValue) << path;
  }
  EXPECT_EQ(listed(*repository, ""), "d/");
  EXPECT_EQ(listed(*repository, "d"), "a");
  EXPECT_THAT(listed(*repository, "absolute"), testing::StartsWith("error: Invalid path"));
  EXPECT_FALSE(write_file(*repository, "relative/new", "x").ok());
  EXPECT_FALSE(write_file(*repository, "absolute/new/below", "x").ok());
  EXPECT_FALSE(repository->remove(path_of("relative/file")).ok());
  // A link itself may be replaced and removed, not what it leads to.
  EXPECT_TRUE(write_file(*repository, "d/file", "mine").ok());
  EXPECT_TRUE(repository->remove(path_of("relative")).ok());
  EXPECT_TRUE(repository->remove(Path()).ok());
  EXPECT_EQ(file_text(folder / "secret/file"), "outside");
  EXPECT_FALSE(fs::exists(folder / "secret/new"));
}

TEST_F(LocalRepositoryTest, LinksThatStayInsideAreFollowed) {
  ASSERT_TRUE(write_file(*repository, "v1/model", "weights").ok());
  fs::create_directory_symlink("v1", root / "latest");
  EXPECT_EQ(*read_file(*repository, "latest/model"), "weights");
  EXPECT_EQ(listed(*repository, ""), "latest/ v1/");
  ASSERT_TRUE(write_file(*repository, "latest/more", "x").ok());
  EXPECT_TRUE(fs::exists(root / "v1/more"));
}

TEST_F(LocalRepositoryTest, NoFolderChangesIntoALinkUnderAWriter) {
  put_file(folder / "secret/file", "outside");
  const auto sink = *repository->create(path_of("d/file"), std::nullopt);
  ASSERT_TRUE(sink->write("mine").ok());
  fs::rename(root / "d", root / "moved");
  fs::create_directory_symlink(folder / "secret", root / "d");
  (void)sink->commit();
  EXPECT_EQ(file_text(folder / "secret/file"), "outside");
}

TEST_F(LocalRepositoryTest, ManyWriteOneFile) {
  std::vector<std::thread> writers;
  for (int i = 0; i < 8; ++i) {
    writers.emplace_back([&, i] {
      for (int n = 0; n < 20; ++n) {
        EXPECT_TRUE(write_file(*repository, "deep/down/file", std::string(10'000, static_cast<char>('a' + i))).ok());
      }
    });
  }
  for (std::thread& writer : writers) writer.join();
  const std::string text = *read_file(*repository, "deep/down/file");
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
