#include "db/postgres_database.h"

#include <atomic>
#include <chrono>
#include <cmath>
#include <condition_variable>
#include <thread>

#include "db/postgres_address.h"
#include "db/testing.h"

namespace cairn::db {
namespace {

// These run where CAIRN_TEST_POSTGRES names a server: in the suite unit_pg.
class PostgresDatabaseTest : public testing::Test {
 protected:
  void SetUp() override {
    if (!test_server()) GTEST_SKIP() << "there is no PostgreSQL server here; the suite unit_pg has one";
    database_.emplace();
    script("CREATE TABLE numbers (n BIGINT PRIMARY KEY, of BIGINT)");
  }

  void script(std::string_view sql) {
    const Status done = (*database_)->alter([&](Connection& connection) { return connection.script(sql); });
    ASSERT_TRUE(done.ok()) << done.error().message();
  }
  Status insert(std::int64_t number) {
    return (*database_)->write([&](Connection& connection) -> Status {
      TRY(connection.execute("INSERT INTO numbers VALUES (?1, 0)", number));
      return {};
    });
  }
  std::int64_t value(std::string_view sql) {
    auto read = (*database_)->read([&](Connection& connection) -> Result<std::int64_t> {
      auto rows = TRY(connection.query(sql));
      TRY(rows.next());
      return rows.int64(0);
    });
    EXPECT_TRUE(read.ok()) << read.error().message();
    return read.ok() ? *read : -1;
  }
  std::unique_ptr<Database> another() { return std::move(*open_database(database_->uri())); }

  std::optional<TestDatabase> database_;
};

TEST_F(PostgresDatabaseTest, ValuesComeBackAsTheyWere) {
  script(
      "CREATE TABLE every (id BIGINT PRIMARY KEY, i BIGINT, s INTEGER, d DOUBLE PRECISION, b BOOLEAN, t TEXT, x "
      "BYTEA)");
  const std::string text = "ä '\"\\ ?1 \n";
  const std::byte bytes[] = {std::byte{0}, std::byte{255}, std::byte{7}};
  const auto insert = [&](int id, const auto&... values) {
    const Status done = (*database_)->write([&](Connection& connection) -> Status {
      TRY(connection.execute("INSERT INTO every VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)", id, values...));
      return {};
    });
    EXPECT_TRUE(done.ok()) << done.error().message();
  };
  // A parameter is NULL where the statement is prepared, and has a value later.
  insert(1, std::nullopt, std::nullopt, std::nullopt, std::nullopt, std::nullopt, std::nullopt);
  insert(2, INT64_MIN, -5, -INFINITY, true, text, Blob(bytes));
  insert(3, INT64_MAX, 5, 0.1, false, "", Blob());
  const Status read = (*database_)->read([&](Connection& connection) -> Status {
    auto rows = TRY(connection.query("SELECT i, s, d, b, t, x FROM every ORDER BY id"));
    EXPECT_TRUE(TRY(rows.next()));
    for (int column = 0; column < 6; ++column) EXPECT_TRUE(rows.is_null(column));
    EXPECT_TRUE(TRY(rows.next()));
    EXPECT_EQ(rows.int64(0), INT64_MIN);
    EXPECT_EQ(rows.int64(1), -5);
    EXPECT_EQ(rows.string(1), "-5");
    EXPECT_EQ(rows.real(2), -INFINITY);
    EXPECT_TRUE(rows.boolean(3));
    EXPECT_EQ(rows.text(4), text);
    EXPECT_EQ(std::vector(rows.blob(5).begin(), rows.blob(5).end()), std::vector(std::begin(bytes), std::end(bytes)));
    EXPECT_TRUE(TRY(rows.next()));
    EXPECT_EQ(rows.int64(0), INT64_MAX);
    EXPECT_EQ(rows.real(2), 0.1);
    EXPECT_FALSE(rows.boolean(3));
    EXPECT_EQ(rows.text(4), "");
    EXPECT_FALSE(TRY(rows.next()));
    return {};
  });
  EXPECT_TRUE(read.ok()) << read.error().message();
}

TEST_F(PostgresDatabaseTest, RowsGoOutTogetherAndQueriesComeBackTogether) {
  script("CREATE TABLE every (i BIGINT PRIMARY KEY, d DOUBLE PRECISION, f BOOLEAN, t VARCHAR(20), b BYTEA)");
  constexpr RowStatement kInsert = {
      "/*each row*/ INSERT INTO every (i, d, f, t, b) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING", "idftb"};
  constexpr RowStatement kUpdate = {"/*each row*/ UPDATE every SET t = ?2 WHERE i = ?1", "it"};
  const std::byte bytes[] = {std::byte{0}, std::byte{255}};
  const Status done = (*database_)->write([&](Connection& connection) -> Status {
    TRY(connection.submit_rows(
        kInsert, std::vector<Param>{INT64_MIN, 0.5, true, "ä,\"{}\\", Blob(bytes), std::int64_t{2}, Null{}, Null{},
                                    Null{}, Null{}, std::int64_t{2}, 1.0, false, "again", Blob()}));
    TRY(connection.submit_rows(kUpdate, std::vector<Param>{std::int64_t{2}, "two", std::int64_t{7}, "nobody"}));
    const Statement questions[] = {{"SELECT i, d, f, t, b FROM every ORDER BY i", {}},
                                   {"SELECT count(*) FROM every WHERE i > ?1", {std::int64_t{0}}}};
    auto answers = TRY(connection.run_all(questions));
    EXPECT_EQ(answers.size(), 2U);
    EXPECT_TRUE(TRY(answers[1].next()));
    EXPECT_EQ(answers[1].int64(0), 1);
    EXPECT_TRUE(TRY(answers[0].next()));
    EXPECT_EQ(answers[0].int64(0), INT64_MIN);
    EXPECT_EQ(answers[0].real(1), 0.5);
    EXPECT_TRUE(answers[0].boolean(2));
    EXPECT_EQ(answers[0].text(3), "ä,\"{}\\");
    EXPECT_EQ(std::vector(answers[0].blob(4).begin(), answers[0].blob(4).end()),
              std::vector(std::begin(bytes), std::end(bytes)));
    EXPECT_TRUE(TRY(answers[0].next()));
    EXPECT_TRUE(answers[0].is_null(1) && answers[0].is_null(2) && answers[0].is_null(4));
    EXPECT_EQ(answers[0].text(3), "two");
    EXPECT_FALSE(TRY(answers[0].next()));
    return {};
  });
  EXPECT_TRUE(done.ok()) << done.error().message();
}

TEST_F(PostgresDatabaseTest, ARefusedAnswerLeavesTheConnectionInOrder) {
  const Status done = (*database_)->read([](Connection& connection) -> Status {
    const Statement questions[] = {{"SELECT 1", {}}, {"SELECT 2", {}}, {"SELECT 3", {}}};
    std::vector<std::size_t> taken;
    const Status refused = connection.run_each(questions, [&](std::size_t query, Rows rows) -> Status {
      EXPECT_TRUE(TRY(rows.next()));
      EXPECT_EQ(rows.int64(0), static_cast<std::int64_t>(query) + 1);
      taken.push_back(query);
      return query == 1 ? Status(internal_error("no more")) : Status();
    });
    EXPECT_FALSE(refused.ok());
    EXPECT_EQ(taken, (std::vector<std::size_t>{0, 1}));
    auto rows = TRY(connection.query("SELECT 4"));
    EXPECT_TRUE(TRY(rows.next()));
    EXPECT_EQ(rows.int64(0), 4);
    return {};
  });
  EXPECT_TRUE(done.ok()) << done.error().message();
}

// Adds numbers that are not negative.
class Adding : public GroupWrite {
 public:
  struct Number : Item {
    std::int64_t number = 0;
  };
  Status apply(Connection& connection, std::span<Item* const> items) const override {
    most_ = std::max(most_, items.size());
    std::vector<Param> rows;
    for (Item* each : items) {
      const std::int64_t number = static_cast<Number*>(each)->number;
      each->outcome = number < 0 ? Status(invalid_parameter("negative")) : Status();
      if (number >= 0) rows.insert(rows.end(), {number, std::int64_t{0}});
    }
    return connection.submit_rows({"/*each row*/ INSERT INTO numbers VALUES (?1, ?2)", "ii"}, rows);
  }
  [[nodiscard]] std::size_t most() const { return most_; }

 private:
  mutable std::size_t most_ = 0;  // one group is applied at a time
};

TEST_F(PostgresDatabaseTest, WhatIsAppliedTogetherFailsAlone) {
  constexpr int kThreads = 16;
  constexpr int kEach = 25;
  constexpr std::int64_t kTaken = 1'000'000;
  const Adding adding;
  std::atomic<int> failed = 0;
  {
    std::vector<std::jthread> threads;
    for (int thread = 0; thread < kThreads; ++thread) {
      threads.emplace_back([&, thread] {
        for (int i = 0; i < kEach; ++i) {
          Adding::Number item;
          item.number = thread == 0 ? -1 : thread == 1 && i % 5 == 0 ? kTaken : thread * 100 + i;
          if (!(*database_)->write_grouped(adding, item).ok()) ++failed;
        }
      });
    }
  }
  constexpr int kOfThreadOne = kEach / 5 - 1;  // the first of them is there
  EXPECT_EQ(failed, kEach + kOfThreadOne);
  EXPECT_EQ(value("SELECT count(*) FROM numbers"), kThreads * kEach - kEach - kOfThreadOne);
  EXPECT_GT(adding.most(), 1U);
}

TEST_F(PostgresDatabaseTest, OneFailureOfManyIsItsOwn) {
  constexpr int kThreads = 16;
  std::atomic<int> refused = 0;
  {
    std::vector<std::jthread> threads;
    for (int thread = 0; thread < kThreads; ++thread) {
      threads.emplace_back([&, thread] {
        for (int i = 0; i < 20; ++i) {
          if (!insert(thread % 2 == 0 ? thread * 100 + i : 5000).ok()) ++refused;  // only one 5000 is taken
        }
      });
    }
  }
  EXPECT_EQ(value("SELECT count(*) FROM numbers"), kThreads / 2 * 20 + 1);
  EXPECT_EQ(refused, kThreads / 2 * 20 - 1);
}

TEST_F(PostgresDatabaseTest, AFailureThatShowsLateIsLaidToItsOwnJob) {
  constexpr int kThreads = 12;
  std::atomic<int> failed = 0;
  ASSERT_TRUE(insert(1).ok());
  {
    std::vector<std::jthread> threads;
    for (int thread = 0; thread < kThreads; ++thread) {
      threads.emplace_back([&, thread] {
        for (int i = 0; i < 20; ++i) {
          const bool wrong = thread == 0;
          const Status sent = (*database_)->write([&](Connection& connection) {
            return connection.send("INSERT INTO numbers VALUES (?1, 1)", wrong ? 1 : thread * 100 + i);
          });
          if (!sent.ok()) ++failed;
          EXPECT_EQ(sent.ok(), !wrong);
        }
      });
    }
  }
  EXPECT_EQ(failed, 20);
  EXPECT_EQ(value("SELECT count(*) FROM numbers"), (kThreads - 1) * 20 + 1);
}

TEST_F(PostgresDatabaseTest, AConnectionThatBreaksCostsNothing) {
  ASSERT_TRUE(insert(1).ok());
  constexpr std::string_view kBreak =
      "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() "
      "AND pid <> pg_backend_pid()";
  value(kBreak);
  EXPECT_TRUE(insert(2).ok());
  value(kBreak);
  EXPECT_EQ(value("SELECT count(*) FROM numbers"), 2);
}

TEST_F(PostgresDatabaseTest, AJobWhoseConnectionBreaksRunsAgainAndOnce) {
  std::atomic<int> runs = 0;
  const Status done = (*database_)->write([&](Connection& connection) -> Status {
    TRY(connection.execute("INSERT INTO numbers VALUES (7, 0)"));
    if (++runs == 1) TRY(connection.query("SELECT pg_terminate_backend(pg_backend_pid())"));
    return {};
  });
  EXPECT_TRUE(done.ok());
  EXPECT_EQ(runs, 2);
  EXPECT_EQ(value("SELECT count(*) FROM numbers"), 1);
}

TEST_F(PostgresDatabaseTest, ACommitThatBreaksRunsAgainOnlyWhereItWasUndone) {
  script(
      "CREATE TABLE breaks (done BIGINT);"
      "CREATE FUNCTION break() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
      "  PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$;"
      "CREATE CONSTRAINT TRIGGER breaks AFTER INSERT ON breaks DEFERRABLE INITIALLY DEFERRED "
      "FOR EACH ROW EXECUTE FUNCTION break()");
  std::atomic<int> runs = 0;
  const Status done = (*database_)->write([&](Connection& connection) -> Status {
    TRY(connection.execute("INSERT INTO numbers VALUES (7, 0)"));
    if (++runs == 1) TRY(connection.execute("INSERT INTO breaks VALUES (1)"));
    return {};
  });
  EXPECT_TRUE(done.ok());
  EXPECT_EQ(runs, 2);
  EXPECT_EQ(value("SELECT count(*) FROM numbers"), 1);
  EXPECT_EQ(value("SELECT count(*) FROM breaks"), 0);
}

// Groups of two processes change the same rows in opposite orders.
TEST_F(PostgresDatabaseTest, ProcessesThatHoldEachOthersRowsBothGoOn) {
  constexpr int kRows = 8;
  for (int row = 0; row < kRows; ++row) ASSERT_TRUE(insert(row).ok());
  const auto other = another();
  constexpr int kThreads = 8;
  constexpr int kEach = 25;
  {
    std::vector<std::jthread> threads;
    for (int thread = 0; thread < kThreads; ++thread) {
      Database& through = thread % 2 == 0 ? **database_ : *other;
      threads.emplace_back([&through, thread] {
        for (int i = 0; i < kEach; ++i) {
          const int row = thread % 2 == 0 ? (i + thread) % kRows : (kEach * kRows + thread - i) % kRows;
          const Status done = through.write([&](Connection& connection) -> Status {
            auto rows = TRY(connection.query("SELECT of FROM numbers WHERE n = ?1 /*pg FOR NO KEY UPDATE */", row));
            TRY(rows.next());
            return connection.send("UPDATE numbers SET of = ?2 WHERE n = ?1", row, rows.int64(0) + 1);
          });
          EXPECT_TRUE(done.ok()) << done.error().message();
        }
      });
    }
  }
  EXPECT_EQ(value("SELECT CAST(sum(of) AS BIGINT) FROM numbers"), kThreads * kEach);
}

TEST_F(PostgresDatabaseTest, APoolThatIsUsedUpSaysSo) {
  PoolSettings settings{.most = 1, .kept = 1, .recycle = {}, .patience = std::chrono::milliseconds(50)};
  PostgresPool pool(*postgres_conninfo(database_->uri()), settings);
  auto lent = pool.borrow();
  ASSERT_TRUE(lent.ok());
  const auto refused = pool.borrow();
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().code(), ErrorCode::kTemporarilyUnavailable);
  pool.give_back(std::move(*lent));
  EXPECT_TRUE(pool.borrow().ok());
}

TEST_F(PostgresDatabaseTest, ChangesAreHeardInOtherProcesses) {
  const auto other = another();
  std::mutex mutex;
  std::condition_variable changed;
  std::vector<std::string> heard;
  int own = 0;
  other->on_commit([&](std::span<const std::string> changes) {
    const std::lock_guard lock(mutex);
    heard.insert(heard.end(), changes.begin(), changes.end());
    changed.notify_all();
  });
  (*database_)->on_commit([&](std::span<const std::string> changes) { own += static_cast<int>(changes.size()); });
  std::unique_lock lock(mutex);
  // The other one may still be about to listen.
  for (int attempt = 0; heard.empty() && attempt < 100; ++attempt) {
    lock.unlock();
    ASSERT_TRUE((*database_)
                    ->write([&](Connection& connection) -> Status {
                      connection.announce("1 run");
                      TRY(connection.execute("INSERT INTO numbers VALUES (?1, 0)", attempt));
                      return {};
                    })
                    .ok());
    lock.lock();
    changed.wait_for(lock, std::chrono::milliseconds(100), [&] { return !heard.empty(); });
  }
  ASSERT_FALSE(heard.empty());
  EXPECT_EQ(heard.front(), "1 run");
  EXPECT_GE(own, 1);
  lock.unlock();
  other->on_commit({});
  (*database_)->on_commit({});
}

TEST_F(PostgresDatabaseTest, ManyProcessesPrepareOneSchemaAtOnce) {
  TestDatabase empty;
  std::vector<std::jthread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      const auto opened = open_database(empty.uri());
      ASSERT_TRUE(opened.ok());
      const Status prepared = prepare_schema(**opened);
      EXPECT_TRUE(prepared.ok()) << prepared.error().message();
    });
  }
}

TEST_F(PostgresDatabaseTest, AnErrorShowsTheStatementAndNoPassword) {
  const auto wrong = (*database_)->read([](Connection& connection) { return connection.query("SELECT nothing"); });
  ASSERT_FALSE(wrong.ok());
  EXPECT_NE(wrong.error().message().find("SELECT nothing"), std::string::npos);
  const auto nowhere = open_database("postgresql://u:secret@127.0.0.1:1/d");
  ASSERT_FALSE(nowhere.ok());
  EXPECT_EQ(nowhere.error().message().find("secret"), std::string::npos);
}

}  // namespace
}  // namespace cairn::db
