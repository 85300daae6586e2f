#include "db/upgrade.h"

#include <algorithm>
#include <sys/wait.h>

#include "db/schema.h"
#include "db/schema_sql.h"
#include "db/upgrade_testing.h"

namespace cairn::db {
namespace {

// tests/compat/test_upgrade.py upgrades what real releases wrote; here a database of the head's shape says that it is
// older, which is enough to see how an upgrade runs and what it leaves when it does not.
constexpr std::string_view kOlder = "b7e2c1a4d9f3";

class UpgradeTest : public testing::Test {
 protected:
  void SetUp() override { write(""); }

  // Through a connection of its own, and without a write-ahead log, as MLflow does.
  void write(const std::string& more) {
    auto connection = SqliteConnection::open(path_, Access::kReadWrite);
    ASSERT_TRUE(connection.ok());
    if (ask(**connection, "SELECT count(*) FROM sqlite_master") == "0") {
      ASSERT_TRUE((*connection)->script(kMlflowSchemaSqlite).ok());
      ASSERT_TRUE((*connection)->execute("INSERT INTO alembic_version VALUES (?1)", kOlder).ok());
      ASSERT_TRUE((*connection)->script(kRows).ok());
    }
    const auto done = (*connection)->script(more + "; PRAGMA journal_mode=DELETE");
    ASSERT_TRUE(done.ok()) << done.error().message();
  }

  static constexpr std::string_view kRows =
      "INSERT INTO workspaces (name) VALUES ('default');"
      "INSERT INTO experiments (experiment_id, name, lifecycle_stage) VALUES (1, 'one', 'active');"
      "INSERT INTO runs (run_uuid, experiment_id, status, lifecycle_stage) VALUES ('r', 1, 'RUNNING', 'active');"
      "INSERT INTO jobs (id, creation_time, job_name, params, status, retry_count, last_update_time) "
      "VALUES ('waits', 1, 'j', '{}', 0, 0, 1), ('runs', 1, 'j', '{}', 1, 0, 1), ('done', 1, 'j', '{}', 3, 0, 1);";

  static constexpr const char* k45000Points =
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 45000) "
      "INSERT INTO metrics (key, value, timestamp, run_uuid, step, is_nan) SELECT 'm', i, i, 'r', i, 0 FROM n;";

  Result<UpgradeReport> upgrade() {
    return upgrade_sqlite(path_, [this](std::string_view what, std::int64_t done, std::int64_t total) {
      progress_.push_back({std::string(what), done, total});
    });
  }
  std::string version() { return ask(path_, "SELECT version_num FROM alembic_version"); }
  void expect_refusal(std::string_view told) {
    const std::string before = read_file(path_);
    const std::size_t files = folder_.file_count();
    const auto refused = upgrade();
    ASSERT_FALSE(refused.ok());
    EXPECT_NE(refused.error().message().find(told), std::string::npos) << refused.error().message();
    EXPECT_TRUE(read_file(path_) == before);
    EXPECT_EQ(folder_.file_count(), files);
  }

  struct Progress {
    std::string what;
    std::int64_t done, total;
  };
  UpgradeFolder folder_;
  std::string path_ = folder_.file("mlflow.db");
  std::vector<Progress> progress_;
};

TEST_F(UpgradeTest, BringsADatabaseToTheHeadAndKeepsTheOld) {
  write(k45000Points);
  const std::string before = read_file(path_);
  const auto report = upgrade();
  ASSERT_TRUE(report.ok()) << report.error().message();
  EXPECT_EQ(report->from, kOlder);
  EXPECT_EQ(report->release, "3.16");
  EXPECT_EQ(report->kept, path_ + ".before-b7e2c1a4d9f3");
  EXPECT_TRUE(read_file(report->kept) == before);
  EXPECT_EQ(version(), kMlflowHead);
  EXPECT_EQ(ask(path_, "SELECT count(*) || ' ' || sum(value) FROM metrics"), "45000 1012522500.0");
  EXPECT_EQ(ask(path_, "PRAGMA integrity_check"), "ok");
  EXPECT_EQ(folder_.file_count(), 2u);
}

TEST_F(UpgradeTest, CancelsJobsThatCannotGoOnAndSaysSo) {
  const auto report = upgrade();
  ASSERT_TRUE(report.ok());
  EXPECT_EQ(ask(path_, "SELECT group_concat(status, ' ') FROM (SELECT status FROM jobs ORDER BY id)"), "3 5 5");
  EXPECT_EQ(ask(path_, "SELECT last_update_time > 1700000000000 FROM jobs WHERE id = 'waits'"), "1");
  EXPECT_EQ(ask(path_, "SELECT last_update_time FROM jobs WHERE id = 'done'"), "1");
  ASSERT_EQ(report->remarks.size(), 1u);
  EXPECT_TRUE(report->remarks[0].starts_with("2 pending or running jobs were marked as cancelled"));
}

TEST_F(UpgradeTest, ReportsRowsAndProgressOfEveryTable) {
  write(k45000Points);
  const auto report = upgrade();
  ASSERT_TRUE(report.ok());
  const auto metrics = std::ranges::find(report->tables, "metrics", &CopiedTable::name);
  ASSERT_NE(metrics, report->tables.end());
  EXPECT_EQ(metrics->rows, 45'000);

  std::vector<std::int64_t> steps;
  for (const Progress& step : progress_) {
    EXPECT_LE(step.done, step.total) << step.what;
    if (step.what == "metrics") steps.push_back(step.done);
  }
  EXPECT_EQ(steps, (std::vector<std::int64_t>{0, 20'000, 40'000, 45'000}));
  EXPECT_EQ(progress_.back().what, "checks");
  EXPECT_EQ(progress_.back().done, progress_.back().total);
}

TEST_F(UpgradeTest, LeavesADatabaseAtTheHeadAlone) {
  ASSERT_TRUE(upgrade().ok());
  const std::string before = read_file(path_);
  const auto again = upgrade();
  ASSERT_TRUE(again.ok());
  EXPECT_EQ(again->from, kMlflowHead);
  EXPECT_EQ(again->kept, "");
  EXPECT_TRUE(read_file(path_) == before);
}

// The child dies at the n-th call of the progress function, with n going through the copy, the indexes and the
// checks.
TEST_F(UpgradeTest, KilledAnywhereItLeavesTheOldFileAndFinishesTheNextTime) {
  const std::string before = read_file(path_);
  const std::string kept = path_ + ".before-b7e2c1a4d9f3";
  for (int lives = 0;; lives += 25) {
    const pid_t child = ::fork();
    if (child == 0) {
      int left = lives;
      const auto done = upgrade_sqlite(path_, [&left](auto, auto, auto) {
        if (left-- == 0) ::_exit(9);
      });
      ::_exit(done.ok() ? 0 : 1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    ASSERT_TRUE(WIFEXITED(status));
    if (WEXITSTATUS(status) == 0) break;
    ASSERT_EQ(WEXITSTATUS(status), 9);
    ASSERT_TRUE(read_file(path_) == before) << "after " << lives;
    ASSERT_FALSE(std::filesystem::exists(kept));
    ASSERT_EQ(version(), kOlder);
  }
  EXPECT_EQ(version(), kMlflowHead);
  EXPECT_TRUE(read_file(kept) == before);
  EXPECT_EQ(folder_.file_count(), 2u);
}

TEST_F(UpgradeTest, TakesAlongWhatIsStillInTheWriteAheadLog) {
  const pid_t crashes = ::fork();
  if (crashes == 0) {
    auto connection = SqliteConnection::open(path_, Access::kReadWrite);
    (void)(*connection)->script("INSERT INTO params (key, value, run_uuid) VALUES ('p', 'logged', 'r')");
    ::_exit(0);
  }
  ::waitpid(crashes, nullptr, 0);
  ASSERT_GT(std::filesystem::file_size(path_ + "-wal"), 0u);

  const auto report = upgrade();
  ASSERT_TRUE(report.ok()) << report.error().message();
  EXPECT_EQ(ask(path_, "SELECT group_concat(key) FROM params"), "p");
  EXPECT_EQ(ask(report->kept, "SELECT group_concat(key) FROM params"), "p");
  EXPECT_EQ(folder_.file_count(), 2u);
}

TEST_F(UpgradeTest, RefusesWhileSomeoneReads) {
  auto reader = SqliteConnection::open(path_, Access::kReadOnly);
  ASSERT_TRUE(reader.ok() && (*reader)->script("BEGIN").ok());
  ASSERT_EQ(ask(**reader, "SELECT count(*) FROM runs"), "1");
  expect_refusal("database is locked");
  reader->reset();
  EXPECT_TRUE(upgrade().ok());
}

TEST_F(UpgradeTest, RefusesWhileAWriteAheadLogIsShared) {
  ASSERT_EQ(ask(*SqliteConnection::open(path_, Access::kReadWrite).value(), "PRAGMA journal_mode"), "wal");
  auto reader = SqliteConnection::open(path_, Access::kReadOnly);
  ASSERT_TRUE(reader.ok());
  ASSERT_EQ(ask(**reader, "SELECT count(*) FROM runs"), "1");
  expect_refusal("database is locked");
  reader->reset();
  EXPECT_TRUE(upgrade().ok());
}

TEST_F(UpgradeTest, RefusesWhatIsNoDatabaseOfMlflow) {
  path_ = folder_.file("empty.db");
  write_file(path_, "");
  expect_refusal("was not made by MLflow or cairn");
  write_file(path_, std::string(5000, 'x'));
  expect_refusal("file is not a database");
}

TEST_F(UpgradeTest, RefusesADamagedDatabase) {
  write(k45000Points);
  std::string bytes = read_file(path_);
  std::fill(bytes.begin() + static_cast<std::ptrdiff_t>(bytes.size() / 2), bytes.end(), '\x5a');
  write_file(path_, bytes);
  expect_refusal("malformed");
}

TEST_F(UpgradeTest, RowsThatReferredToNothingStillDo) {
  write("PRAGMA foreign_keys=OFF; INSERT INTO params (key, value, run_uuid) VALUES ('p', 'v', 'no such run')");
  const auto report = upgrade();
  ASSERT_TRUE(report.ok()) << report.error().message();
  EXPECT_EQ(report->remarks.back(), "1 rows of 'params' refer to rows of 'runs' that do not exist, as before.");
  EXPECT_EQ(ask(path_, "SELECT run_uuid FROM params"), "no such run");
}

}  // namespace
}  // namespace cairn::db
