#include "data/remote/directory_storage.h"

#include <filesystem>
#include <gtest/gtest.h>
#include <map>

#include "core/testing.h"
#include "data/files/fd.h"
#include "data/remote/memory_file.h"

namespace cairn::data {
namespace {

namespace fs = std::filesystem;

class DirectoryStorageTest : public testing::Test {
 protected:
  std::map<std::string, std::uint64_t> listed(Storage::Extent extent) {
    std::map<std::string, std::uint64_t> all;
    EXPECT_TRUE(storage_->list("", extent, [&](const StoredFile& file) { all[file.path] = file.size; }).ok());
    return all;
  }
  std::string read(const std::string& path) {
    MemorySink sink;
    EXPECT_TRUE(storage_->get(path, 0, sink).ok());
    return sink.bytes;
  }
  void put(const std::string& path, const std::string& content) {
    MemorySource source(content);
    EXPECT_TRUE(storage_->put(path, source).ok());
  }

  TemporaryFolder folder_;
  std::unique_ptr<Storage> storage_ = *open_directory_storage(folder_.path().string(), StorageOptions("", {}), 1);
};

TEST_F(DirectoryStorageTest, KeepsFiles) {
  put("a/b", "content");
  put("a/b", "other content");
  EXPECT_EQ(read("a/b"), "other content");
  EXPECT_EQ(storage_->stat("a/b")->size, 13U);
  EXPECT_EQ(listed(Storage::Extent::kAll), (std::map<std::string, std::uint64_t>{{"a/b", 13}}));
  EXPECT_TRUE(storage_->remove("a/b").ok());
  EXPECT_TRUE(storage_->remove("a/b").ok());
  EXPECT_TRUE(is_missing(storage_->stat("a/b").error()));
}

TEST_F(DirectoryStorageTest, ReadsFromTheMiddle) {
  put("file", "0123456789");
  MemorySink sink;
  sink.bytes = "0123";
  EXPECT_TRUE(storage_->get("file", 4, sink).ok());
  EXPECT_EQ(sink.bytes, "0123456789");
}

TEST_F(DirectoryStorageTest, ListsWhatLinksLeadTo) {
  put("dir/file", "content");
  fs::create_symlink("file", folder_.path() / "dir/link");
  fs::create_symlink("nothing", folder_.path() / "dir/broken");
  fs::create_directory(folder_.path() / "empty");
  EXPECT_EQ(listed(Storage::Extent::kAll),
            (std::map<std::string, std::uint64_t>{{"dir/broken", 0}, {"dir/file", 7}, {"dir/link", 7}, {"empty/", 0}}));
  EXPECT_EQ(listed(Storage::Extent::kOneLevel), (std::map<std::string, std::uint64_t>{{"dir/", 0}, {"empty/", 0}}));
}

TEST_F(DirectoryStorageTest, DoesNotFollowLinksToDirectories) {
  put("dir/file", "content");
  fs::create_symlink("..", folder_.path() / "dir/up");
  EXPECT_EQ(listed(Storage::Extent::kAll), (std::map<std::string, std::uint64_t>{{"dir/file", 7}, {"dir/up/", 0}}));
}

}  // namespace
}  // namespace cairn::data
