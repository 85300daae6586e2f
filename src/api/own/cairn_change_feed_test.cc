#include "api/own/cairn_change_feed.h"

#include <filesystem>
#include <gtest/gtest.h>
#include <unistd.h>

#include "core/testing.h"
#include "db/sqlite_database.h"
#include "tracking/run_changes.h"

namespace cairn::api {
namespace {

using namespace std::chrono_literals;

class Listener : public http::EventFeed::Follower {
 public:
  void deliver(std::shared_ptr<const std::string> bytes) override {
    const std::lock_guard lock(mutex_);
    heard_ += *bytes;
    ++events_;
    changed_.notify_all();
  }
  // All that was heard, as soon as `part` is in it.
  std::string wait_for(std::string_view part) {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, 20s, [&] { return heard_.find(part) != std::string::npos; });
    return heard_;
  }
  int events() {
    const std::lock_guard lock(mutex_);
    return events_;
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::string heard_;
  int events_ = 0;
};

class ChangeFeedTest : public testing::Test {
 protected:
  void SetUp() override { database_ = std::move(*db::SqliteDatabase::open(folder_ / "test.db")); }
  void change(std::int64_t experiment, std::string_view run) {
    EXPECT_TRUE(database_
                    ->write([&](db::Connection& c) -> Status {
                      tracking::announce_run(c, experiment, run);
                      return {};
                    })
                    .ok());
  }

  const TemporaryFolder folder_;
  std::unique_ptr<db::SqliteDatabase> database_;
};

TEST_F(ChangeFeedTest, SaysWhichRunsOfWhichExperimentsChanged) {
  ChangeFeed feed(*database_, 1ms);
  const auto listener = std::make_shared<Listener>();
  feed.events()->follow(listener);
  change(7, "a");
  EXPECT_EQ(listener->wait_for("\n\n"),
            "event: runs\ndata: {\"experiments\":[{\"experiment_id\":\"7\",\"run_ids\":[\"a\"]}]}\n\n");
}

TEST_F(ChangeFeedTest, GathersWhatComesCloseTogether) {
  ChangeFeed feed(*database_, 200ms);
  const auto listener = std::make_shared<Listener>();
  feed.events()->follow(listener);
  change(1, "first");
  listener->wait_for("first");
  for (int i = 0; i < 50; ++i) change(1 + i % 2, "again");
  change(1, "last");
  listener->wait_for("last");
  EXPECT_LE(listener->events(), 4);
}

TEST_F(ChangeFeedTest, NamesNoRunsWhereTheyAreMany) {
  std::map<std::string, std::set<std::string>, std::less<>> changes;
  for (int i = 0; i < 300; ++i) changes["5"].insert(std::to_string(i));
  EXPECT_EQ(changes_json(changes), R"({"experiments":[{"experiment_id":"5"}]})");
}

TEST_F(ChangeFeedTest, KeepsNothingForWhoComesLater) {
  ChangeFeed feed(*database_, 1ms);
  change(1, "unheard");
  const auto listener = std::make_shared<Listener>();
  feed.events()->follow(listener);
  change(1, "heard");
  EXPECT_EQ(listener->wait_for("heard\"").find("unheard"), std::string::npos);
}

}  // namespace
}  // namespace cairn::api
