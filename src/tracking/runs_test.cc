#include "tracking/runs.h"

#include <gtest/gtest.h>
#include <thread>

#include "tracking/experiments.h"
#include "tracking/run_changes.h"
#include "tracking/run_log.h"
#include "tracking/testing.h"
#include "tracking/validation.h"

namespace cairn::tracking {
namespace {

class RunsTest : public testing::Test {
 protected:
  void SetUp() override { experiment_ = *experiments_.create({"e", "", {}}); }

  std::string new_run() { return runs_.create({experiment_, "u", "", 1, {}})->info.run_id; }
  std::string tag(const std::string& run_id, std::string_view key) {
    const auto run = runs_.get(run_id);
    for (const Tag& each : run->data.tags) {
      if (each.key == key) return each.value;
    }
    return "";
  }

  ScratchDatabase scratch_;
  Experiments experiments_{*scratch_, "/artifacts"};
  Runs runs_{*scratch_};
  RunLog log_{*scratch_, MetricHistory()};
  std::string experiment_;
};

TEST_F(RunsTest, ANameIsAColumnAndATag) {
  const std::string id = new_run();
  EXPECT_EQ(runs_.get(id)->info.run_name, tag(id, kRunNameTag));
  ASSERT_TRUE(runs_.update(id, {{}, {}, "renamed"}).ok());
  EXPECT_EQ(tag(id, kRunNameTag), "renamed");
  ASSERT_TRUE(log_.set_tag(id, {std::string(kRunNameTag), "again"}).ok());
  EXPECT_EQ(runs_.get(id)->info.run_name, "again");
  EXPECT_FALSE(runs_.create({experiment_, "", "a", 1, {{std::string(kRunNameTag), "b"}}}).ok());
}

TEST_F(RunsTest, ParametersNeverChangeAndABatchIsAllOrNothing) {
  const std::string id = new_run();
  ASSERT_TRUE(log_.log_param(id, {"p", "1"}).ok());
  EXPECT_TRUE(log_.log_param(id, {"p", "1"}).ok());
  EXPECT_FALSE(log_.log_param(id, {"p", "2"}).ok());
  const Status batch = log_.log_batch({id, {{{"m", 1, 1, 0}, {}, {}, {}}}, {{"q", "1"}, {"p", "3"}}, {{"t", "v"}}});
  ASSERT_FALSE(batch.ok());
  EXPECT_NE(batch.error().message().find("{'key': 'p', 'old_value': '1', 'new_value': '3'}"), std::string::npos);
  const auto run = runs_.get(id);
  EXPECT_EQ(run->data.params.size(), 1u);
  EXPECT_TRUE(run->data.metrics.empty());
  EXPECT_EQ(tag(id, "t"), "");
}

TEST_F(RunsTest, WhatManyClientsWriteAtOnceFailsAlone) {
  constexpr int kClients = 9;
  constexpr int kEach = 15;
  const std::string deleted_run = new_run();
  ASSERT_TRUE(runs_.remove(deleted_run).ok());
  const std::string deleted_experiment = *experiments_.create({"deleted", "", {}});
  ASSERT_TRUE(experiments_.remove(deleted_experiment).ok());
  const std::string shared = new_run();
  {
    std::vector<std::jthread> clients;
    for (int client = 0; client < kClients; ++client) {
      clients.emplace_back([&, client] {
        for (int i = 0; i < kEach; ++i) {
          const std::string key = std::to_string(client);
          const std::string& run = client % 3 == 0 ? shared : client % 3 == 1 ? deleted_run : "missing";
          const Status logged = log_.log_batch({run, {{{key, 1, 1, i}, {}, {}, {}}}, {}, {{"t" + key, "v"}}});
          EXPECT_EQ(logged.ok(), client % 3 == 0);
          const auto made = runs_.create({client % 3 == 1 ? deleted_experiment : experiment_, "", key, 1, {}});
          EXPECT_EQ(made.ok(), client % 3 != 1);
        }
      });
    }
  }
  const auto run = runs_.get(shared);
  ASSERT_EQ(run->data.metrics.size(), 3U);
  for (const Metric& metric : run->data.metrics) {
    EXPECT_EQ(metric.step, kEach - 1);
    const auto history = (*scratch_).read(
        [&](db::Connection& connection) { return MetricHistory().read(connection, {shared, metric.key}); });
    EXPECT_EQ(history->points.size(), static_cast<std::size_t>(kEach));
    EXPECT_EQ(tag(shared, "t" + metric.key), "v");
  }
}

// The experiment keeps its stage until a run that is made in it is there.
TEST_F(RunsTest, ADeletedExperimentHasNoActiveRun) {
  const auto other_process = std::move(*db::open_database(scratch_.uri()));
  Experiments theirs{*other_process, "/artifacts"};
  for (int round = 0; round < 10; ++round) {
    const std::string experiment = *experiments_.create({"e" + std::to_string(round), "", {}});
    std::jthread remover([&] { EXPECT_TRUE(theirs.remove(experiment).ok()); });
    std::vector<std::string> made;
    while (true) {
      const auto run = runs_.create({experiment, "", "", 1, {}});
      if (!run.ok()) break;
      made.push_back(run->info.run_id);
    }
    remover.join();
    for (const std::string& run : made) EXPECT_EQ(runs_.get(run)->info.lifecycle_stage, "deleted");
  }
}

TEST_F(RunsTest, EveryWriteSaysWhichRunItChanged) {
  std::vector<std::string> heard;
  (*scratch_).on_commit([&](std::span<const std::string> changes) {
    for (const std::string& change : changes) {
      const auto run = run_change(change);
      ASSERT_TRUE(run);
      EXPECT_EQ(run->experiment_id, experiment_);
      heard.emplace_back(run->run_id);
    }
  });
  const std::string id = new_run();
  ASSERT_TRUE(log_.log_metric(id, {{"m", 1, 1, 0}, {}, {}, {}}).ok());
  ASSERT_TRUE(log_.log_batch({id, {}, {{"p", "1"}}, {}}).ok());
  ASSERT_FALSE(log_.log_param(id, {"p", "2"}).ok());
  ASSERT_TRUE(runs_.update(id, {{}, {}, "renamed"}).ok());
  ASSERT_TRUE(runs_.remove(id).ok());
  ASSERT_TRUE(runs_.restore(id).ok());
  EXPECT_EQ(heard, std::vector<std::string>(6, id));
  EXPECT_FALSE(run_change("model 1 2"));
}

TEST_F(RunsTest, DeletedRunsAreReadButNotWritten) {
  const std::string id = new_run();
  ASSERT_TRUE(runs_.remove(id).ok());
  EXPECT_EQ(runs_.get(id)->info.lifecycle_stage, "deleted");
  EXPECT_FALSE(log_.log_param(id, {"p", "1"}).ok());
  EXPECT_FALSE(runs_.update(id, {RunStatus::kFinished, {}, {}}).ok());
  ASSERT_TRUE(runs_.restore(id).ok());
  EXPECT_TRUE(log_.log_param(id, {"p", "1"}).ok());
}

TEST_F(RunsTest, AnExperimentTakesItsRunsWithIt) {
  const std::string id = new_run();
  ASSERT_TRUE(experiments_.remove(experiment_).ok());
  EXPECT_EQ(runs_.get(id)->info.lifecycle_stage, "deleted");
  EXPECT_FALSE(experiments_.remove(experiment_).ok());
  EXPECT_FALSE(runs_.create({experiment_, "", "", 1, {}}).ok());
  EXPECT_FALSE(experiments_.create({"e", "", {}}).ok());  // the name stays taken
  ASSERT_TRUE(experiments_.restore(experiment_).ok());
  EXPECT_EQ(runs_.get(id)->info.lifecycle_stage, "active");
}

TEST_F(RunsTest, ConcurrentBatchesLoseNothing) {
  const std::string id = new_run();
  constexpr int kThreads = 8;
  constexpr int kEach = 30;
  {
    std::vector<std::jthread> threads;
    for (int t = 0; t < kThreads; ++t) {
      threads.emplace_back([&, t] {
        for (int i = 0; i < kEach; ++i) {
          EXPECT_TRUE(log_.log_batch({id, {{{"m", 1.0 * i, i, t * kEach + i}, {}, {}, {}}}, {}, {}}).ok());
        }
      });
    }
  }
  const auto history =
      (*scratch_).read([&](db::Connection& connection) { return MetricHistory().read(connection, {id, "m"}); });
  ASSERT_TRUE(history.ok());
  EXPECT_EQ(history->points.size(), static_cast<std::size_t>(kThreads * kEach));
  EXPECT_EQ(runs_.get(id)->data.metrics.at(0).step, kThreads * kEach - 1);
}

TEST(Validation, NamesAreWordsDotsDashesBlanksColonsAndSlashes) {
  for (const char* good : {"a", "loss/train", "a.b-c d:e_f", "\xC3\xA9"})
    EXPECT_TRUE(validate_name(good, "key").ok()) << good;
  for (const char* bad :
       {"...", "a?", "a\"", "/a", "a/", "a//b", "..", ".", "a/../b", "a\\b", "\xFF", "\xE2\x98\x83"}) {
    EXPECT_FALSE(validate_name(bad, "key").ok()) << bad;
  }
}

TEST(Validation, LongValuesAreCutByCharacters) {
  Param param{"p", ""};
  for (int i = 0; i < 6001; ++i) param.value += "\xC3\xA9";
  ASSERT_TRUE(validate_param(param, {}).ok());
  EXPECT_EQ(param.value.size(), 12000u);
}

}  // namespace
}  // namespace cairn::tracking
