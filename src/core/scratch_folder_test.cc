#include "core/scratch_folder.h"

#include <fstream>
#include <gtest/gtest.h>
#include <optional>

#include "core/testing.h"

namespace cairn {
namespace {

namespace fs = std::filesystem;

void write(const fs::path& file) { std::ofstream(file) << "text"; }

TEST(ScratchFolder, GoesWithAllThatIsInIt) {
  auto folder = ScratchFolder::in_temporary_files("cairn-test");
  ASSERT_TRUE(folder.ok());
  const fs::path path = folder->path();
  write(path / "file");
  EXPECT_TRUE(fs::exists(path / "file"));
  std::optional<ScratchFolder> moved(std::move(*folder));
  EXPECT_TRUE(fs::exists(path / "file"));
  moved.reset();
  EXPECT_FALSE(fs::exists(path));
}

TEST(ScratchFolder, StaysWhereItIsKept) {
  fs::path path;
  {
    auto folder = ScratchFolder::in_temporary_files("cairn-test");
    ASSERT_TRUE(folder.ok());
    path = folder->keep();
  }
  EXPECT_TRUE(fs::exists(path));
  fs::remove_all(path);
}

TEST(ScratchFolder, BesideAFileItIsEmpty) {
  const TemporaryFolder around;
  fs::create_directory(around / ".export.tar.zst.partial");
  write(around / ".export.tar.zst.partial" / fs::path("left"));
  const auto folder = ScratchFolder::beside(around / "export.tar.zst");
  ASSERT_TRUE(folder.ok());
  EXPECT_EQ(folder->path().parent_path(), around.path());
  EXPECT_TRUE(fs::is_empty(folder->path()));
}

TEST(ScratchFolder, WhereNoneCanBeMadeItIsNamed) {
  const auto folder = ScratchFolder::beside("/proc/export.tar.zst");
  ASSERT_FALSE(folder.ok());
  EXPECT_NE(folder.error().message().find("/proc/.export.tar.zst.partial"), std::string::npos);
}

}  // namespace
}  // namespace cairn
