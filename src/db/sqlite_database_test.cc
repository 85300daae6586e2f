#include "db/sqlite_database.h"

#include <filesystem>
#include <gtest/gtest.h>
#include <thread>

#include "db/schema.h"

namespace cairn::db {
namespace {

class SqliteDatabaseTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() / ("cairn-db-" + std::to_string(::getpid()) + "-" +
                                                        testing::UnitTest::GetInstance()->current_test_info()->name());
    std::filesystem::create_directories(folder_);
    auto opened = SqliteDatabase::open(folder_ / "test.db");
    ASSERT_TRUE(opened.ok());
    database_ = std::move(*opened);
  }
  void TearDown() override {
    database_.reset();
    std::filesystem::remove_all(folder_);
  }

  Status insert(int value) {
    return database_->write([&](Connection& c) -> Status {
      TRY(c.execute("INSERT INTO numbers VALUES (?1)", value));
      return {};
    });
  }
  std::int64_t count() {
    auto counted = database_->read([](Connection& c) -> Result<std::int64_t> {
      auto rows = TRY(c.query("SELECT count(*) FROM numbers"));
      TRY(rows.next());
      return rows.int64(0);
    });
    return counted.ok() ? *counted : -1;
  }
  void create_numbers() {
    ASSERT_TRUE(
        database_->write([](Connection& c) { return c.script("CREATE TABLE numbers (n INTEGER PRIMARY KEY)"); }).ok());
  }

  std::filesystem::path folder_;
  std::unique_ptr<SqliteDatabase> database_;
};

TEST_F(SqliteDatabaseTest, ReadsWhatWasWritten) {
  create_numbers();
  ASSERT_TRUE(insert(7).ok());
  EXPECT_EQ(count(), 1);
}

TEST_F(SqliteDatabaseTest, TellsOfWhatIsCommittedAndOfNothingElse) {
  create_numbers();
  std::vector<std::string> heard;
  database_->on_commit([&](std::span<const std::string> changes) {
    heard.insert(heard.end(), changes.begin(), changes.end());
    EXPECT_EQ(count(), 1);  // it is there to be read already
  });
  const auto announce = [&](std::string_view change, Status outcome) {
    return database_->write([&](Connection& c) -> Status {
      TRY(c.execute("INSERT INTO numbers VALUES (7) ON CONFLICT DO NOTHING"));
      c.announce(change);
      return outcome;
    });
  };
  EXPECT_TRUE(announce("kept", {}).ok());
  EXPECT_FALSE(announce("failed", bad_request("no")).ok());
  EXPECT_TRUE(announce("kept too", {}).ok());
  EXPECT_EQ(heard, (std::vector<std::string>{"kept", "kept too"}));
}

TEST_F(SqliteDatabaseTest, AFailedJobUndoesItselfAlone) {
  create_numbers();
  ASSERT_TRUE(insert(1).ok());
  const Status twice = database_->write([](Connection& c) -> Status {
    TRY(c.execute("INSERT INTO numbers VALUES (2)"));
    TRY(c.execute("INSERT INTO numbers VALUES (1)"));
    return {};
  });
  ASSERT_FALSE(twice.ok());
  EXPECT_EQ(twice.error().code(), ErrorCode::kBadRequest);
  EXPECT_EQ(count(), 1);
}

TEST_F(SqliteDatabaseTest, ConcurrentWritersAllCommitAndShareTransactions) {
  create_numbers();
  constexpr int kThreads = 8;
  constexpr int kEach = 200;
  {
    std::vector<std::jthread> threads;
    for (int t = 0; t < kThreads; ++t) {
      threads.emplace_back([&, t] {
        for (int i = 0; i < kEach; ++i) EXPECT_TRUE(insert(t * kEach + i).ok());
      });
    }
  }
  EXPECT_EQ(count(), kThreads * kEach);
  EXPECT_LT(database_->write_stats().requests_per_commit.count(), kThreads * kEach + 1);
}

TEST_F(SqliteDatabaseTest, AReaderSeesOneSnapshot) {
  create_numbers();
  ASSERT_TRUE(insert(1).ok());
  const Status seen = database_->read([&](Connection& c) -> Status {
    auto first = TRY(c.query("SELECT count(*) FROM numbers"));
    TRY(first.next());
    EXPECT_TRUE(insert(2).ok());
    auto second = TRY(c.query("SELECT count(n) FROM numbers"));
    TRY(second.next());
    EXPECT_EQ(second.int64(0), 1);
    return {};
  });
  EXPECT_TRUE(seen.ok());
  EXPECT_EQ(count(), 2);
}

TEST_F(SqliteDatabaseTest, ReadersCannotWrite) {
  create_numbers();
  const Status refused = database_->read([](Connection& c) -> Status {
    TRY(c.execute("INSERT INTO numbers VALUES (1)"));
    return {};
  });
  EXPECT_FALSE(refused.ok());
  EXPECT_EQ(count(), 0);
}

TEST_F(SqliteDatabaseTest, PreparesMlflowsSchemaOnceAndRecognisesIt) {
  ASSERT_TRUE(prepare_schema(*database_).ok());
  ASSERT_TRUE(prepare_schema(*database_).ok());
  auto tables = database_->read([](Connection& c) -> Result<std::int64_t> {
    auto rows = TRY(c.query("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'cairn_%'"));
    TRY(rows.next());
    return rows.int64(0);
  });
  ASSERT_TRUE(tables.ok());
  EXPECT_EQ(*tables, 65);
}

TEST_F(SqliteDatabaseTest, RefusesAnotherHeadAndForeignDatabases) {
  create_numbers();
  EXPECT_EQ(prepare_schema(*database_).error().code(), ErrorCode::kInvalidState);
  ASSERT_TRUE(database_
                  ->write([](Connection& c) {
                    return c.script(
                        "CREATE TABLE alembic_version (version_num TEXT); INSERT INTO alembic_version VALUES ('0000')");
                  })
                  .ok());
  const Status refused = prepare_schema(*database_);
  ASSERT_FALSE(refused.ok());
  EXPECT_NE(refused.error().message().find("cairn db upgrade"), std::string::npos);
}

}  // namespace
}  // namespace cairn::db
