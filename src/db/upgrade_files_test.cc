#include "db/upgrade_files.h"

#include <csignal>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include "db/upgrade_testing.h"

namespace cairn::db {
namespace {

namespace fs = std::filesystem;

class UpgradeFilesTest : public testing::Test {
 protected:
  void SetUp() override {
    write_file(database_, "old");
    write_file(next_, "new");
  }
  UpgradeFolder folder_;
  std::string database_ = folder_.file("mlflow.db");
  std::string next_ = folder_.file("mlflow.db.upgrading");
  std::string keep_as_ = folder_.file("mlflow.db.before-1");
};

// Runs in a child, as a user who is not root (root may do everything). True if it says so.
template <class F>
bool as_nobody(F&& says_so) {
  const pid_t child = ::fork();
  if (child == 0) {
    constexpr uid_t kNobody = 65534;
    if (::geteuid() == 0 && ::setuid(kNobody) != 0) ::_exit(2);
    ::_exit(says_so() ? 0 : 1);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

TEST_F(UpgradeFilesTest, SwapsAndKeeps) {
  const auto kept = swap_in(next_, database_, keep_as_);
  ASSERT_TRUE(kept.ok()) << kept.error().message();
  EXPECT_EQ(*kept, keep_as_);
  EXPECT_EQ(read_file(database_), "new");
  EXPECT_EQ(read_file(keep_as_), "old");
  EXPECT_EQ(folder_.file_count(), 2u);
}

TEST_F(UpgradeFilesTest, NeverOverwritesAnEarlierKeptFile) {
  write_file(keep_as_, "kept a year ago");
  write_file(keep_as_ + ".2", "kept a month ago");
  const auto kept = swap_in(next_, database_, keep_as_);
  ASSERT_TRUE(kept.ok());
  EXPECT_EQ(*kept, keep_as_ + ".3");
  EXPECT_EQ(read_file(keep_as_), "kept a year ago");
  EXPECT_EQ(read_file(keep_as_ + ".2"), "kept a month ago");
  EXPECT_EQ(read_file(*kept), "old");
}

TEST_F(UpgradeFilesTest, GoesOnWhereASwapWasInterrupted) {
  fs::create_hard_link(database_, keep_as_);
  const auto kept = swap_in(next_, database_, keep_as_);
  ASSERT_TRUE(kept.ok());
  EXPECT_EQ(*kept, keep_as_);
  EXPECT_EQ(read_file(database_), "new");
  EXPECT_EQ(read_file(keep_as_), "old");
}

TEST_F(UpgradeFilesTest, DoesNotSwapUnderAJournal) {
  write_file(database_ + "-wal", "of someone who opened it meanwhile");
  EXPECT_FALSE(swap_in(next_, database_, keep_as_).ok());
  EXPECT_EQ(read_file(database_), "old");
  EXPECT_FALSE(fs::exists(keep_as_));
}

TEST_F(UpgradeFilesTest, AScratchFileIsAsPrivateAsTheDatabaseAndGoes) {
  ASSERT_EQ(::chmod(database_.c_str(), 0640), 0);
  write_file(next_ + "-journal", "left by an interrupted run");
  {
    const auto scratch = ScratchFile::create(next_, database_);
    ASSERT_TRUE(scratch.ok());
    struct stat made{};
    ASSERT_EQ(::stat(next_.c_str(), &made), 0);
    EXPECT_EQ(made.st_mode & 07777, 0640u);
    EXPECT_EQ(made.st_size, 0);
    EXPECT_FALSE(fs::exists(next_ + "-journal"));
  }
  EXPECT_EQ(folder_.file_count(), 1u);
}

TEST_F(UpgradeFilesTest, FollowsSymbolicLinks) {
  const std::string link = folder_.file("link.db");
  fs::create_symlink(database_, link);
  const auto real = replaceable_file(link);
  ASSERT_TRUE(real.ok());
  EXPECT_EQ(*real, fs::canonical(database_).string());
}

TEST_F(UpgradeFilesTest, RefusesWhatItCannotReplace) {
  EXPECT_FALSE(replaceable_file(folder_.file("no such.db")).ok());
  EXPECT_FALSE(replaceable_file(folder_.path().string()).ok());
  ASSERT_EQ(::chmod(folder_.path().c_str(), 0755), 0);
  ASSERT_EQ(::chmod(database_.c_str(), 0444), 0);
  EXPECT_TRUE(as_nobody([&] {
    const auto file = replaceable_file(database_);
    return !file.ok() && file.error().message().find("Cannot write to") != std::string::npos;
  }));
}

TEST_F(UpgradeFilesTest, RefusesAFolderThatItCannotWriteTo) {
  if (::geteuid() != 0) GTEST_SKIP() << "only root can give a file away";
  ASSERT_EQ(::chmod(folder_.path().c_str(), 0755), 0);
  ASSERT_EQ(::chown(database_.c_str(), 65534, 65534), 0);
  EXPECT_TRUE(as_nobody([&] {
    const auto file = replaceable_file(database_);
    return !file.ok() && file.error().message().find("Cannot make the new file in") != std::string::npos;
  }));
}

TEST_F(UpgradeFilesTest, RefusesAnotherUsersFile) {
  if (::geteuid() != 0) GTEST_SKIP() << "only root can become another user";
  ASSERT_EQ(::chmod(folder_.path().c_str(), 0777), 0);
  ASSERT_EQ(::chmod(database_.c_str(), 0666), 0);
  EXPECT_TRUE(as_nobody([&] {
    const auto file = replaceable_file(database_);
    return !file.ok() && file.error().code() == ErrorCode::kPermissionDenied;
  }));
}

TEST_F(UpgradeFilesTest, SeesWhoHasItOpen) {
  EXPECT_TRUE(refuse_if_open_elsewhere(database_).ok());
  const int file = ::open(database_.c_str(), O_RDONLY);
  const pid_t holder = ::fork();
  if (holder == 0) {
    ::pause();
    ::_exit(0);
  }
  ::close(file);
  const auto refused = refuse_if_open_elsewhere(database_);
  ::kill(holder, SIGKILL);
  ::waitpid(holder, nullptr, 0);
  ASSERT_FALSE(refused.ok());
  EXPECT_NE(refused.error().message().find("in use by process " + std::to_string(holder)), std::string::npos);
  EXPECT_TRUE(refuse_if_open_elsewhere(database_).ok());
}

TEST_F(UpgradeFilesTest, WantsSpaceForASecondDatabase) {
  EXPECT_TRUE(require_space(database_).ok());
  fs::resize_file(database_, fs::space(folder_.path()).available);  // sparse
  const auto refused = require_space(database_);
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().code(), ErrorCode::kResourceExhausted);
}

}  // namespace
}  // namespace cairn::db
