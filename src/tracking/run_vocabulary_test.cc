#include "tracking/run_vocabulary.h"

#include <gtest/gtest.h>

#include "tracking/experiments.h"
#include "tracking/run_log.h"
#include "tracking/runs.h"
#include "tracking/testing.h"

namespace cairn::tracking {
namespace {

using search::Entity;

class RunVocabularyTest : public testing::Test {
 protected:
  void SetUp() override {
    Experiments experiments(*scratch_, "/artifacts");
    ours_ = *experiments.create({"ours", "", {}});
    other_ = *experiments.create({"other", "", {}});
    log(ours_, "first", {{"optimizer", "adam"}, {"depth", "3"}}, "val/loss");
    log(ours_, "second", {{"optimizer", "Adamax"}}, "val/auc");
    log(ours_, "third", {{"optimizer", "adam"}}, "val/auc");
    deleted_ = log(ours_, "fourth", {{"optimizer", "gone"}, {"forgotten", "1"}}, "old");
    log(other_, "fifth", {{"optimizer", "sgd"}, {"elsewhere", "1"}}, "rmse");
    EXPECT_TRUE(runs_.remove(deleted_).ok());
  }

  std::string log(const std::string& experiment, const char* name, std::vector<Param> params, const char* metric) {
    const std::string id = runs_.create({experiment, "ada", name, 1, {{"team", "growth"}}})->info.run_id;
    Batch batch{id, {}, std::move(params), {}};
    batch.metrics.push_back({{metric, 1, 1, 0}, {}, {}, {}});
    EXPECT_TRUE(RunLog(*scratch_, MetricHistory()).log_batch(batch).ok());
    return id;
  }

  std::vector<std::string> values(Entity entity, const char* key, std::string contains = "", std::int64_t most = 10) {
    std::vector<std::string> texts;
    const auto found = run_values(*scratch_, {{ours_}, std::move(contains), most}, entity, key);
    EXPECT_TRUE(found.ok());
    for (const RunValue& each : *found) texts.push_back(each.value + " " + std::to_string(each.runs));
    return texts;
  }

  ScratchDatabase scratch_;
  Runs runs_{*scratch_};
  std::string ours_, other_, deleted_;
};

using Texts = std::vector<std::string>;

TEST_F(RunVocabularyTest, KeysAreThoseOfTheExperimentsRuns) {
  const auto keys = run_keys(*scratch_, {{ours_}, "", 10});
  ASSERT_TRUE(keys.ok());
  EXPECT_EQ(keys->metrics, (Texts{"val/auc", "val/loss"}));
  EXPECT_EQ(keys->params, (Texts{"depth", "optimizer"}));
  EXPECT_EQ(keys->tags, (Texts{"team"}));
  EXPECT_EQ(run_keys(*scratch_, {{ours_, other_}, "", 10})->metrics, (Texts{"rmse", "val/auc", "val/loss"}));
}

TEST_F(RunVocabularyTest, KeysAreFoundByAPartAndNoMoreThanAskedFor) {
  EXPECT_EQ(run_keys(*scratch_, {{ours_}, "LOSS", 10})->metrics, (Texts{"val/loss"}));
  EXPECT_TRUE(run_keys(*scratch_, {{ours_}, "LOSS", 10})->params.empty());
  EXPECT_EQ(run_keys(*scratch_, {{ours_}, "", 1})->metrics, (Texts{"val/auc"}));
}

// Beyond the newest runs of the experiments and the first runs that have the key.
TEST_F(RunVocabularyTest, AKeyOfOneRunAmongManyIsFound) {
  log(ours_, "rare", {{"rare", "1"}}, "val/auc");
  const auto many = [&](db::Connection& connection) -> Status {
    const std::string numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20600) ";
    TRY(connection.script("INSERT INTO runs (run_uuid, experiment_id, lifecycle_stage, start_time) " + numbers +
                          "SELECT 'o' || i, " + other_ + ", 'active', 5 FROM n"));
    TRY(connection.script("INSERT INTO params (key, value, run_uuid) " + numbers +
                          "SELECT 'rare', '1', 'o' || i FROM n"));
    return connection.script("INSERT INTO runs (run_uuid, experiment_id, lifecycle_stage, start_time) " + numbers +
                             "SELECT 'z' || i, " + ours_ + ", 'active', 5 FROM n WHERE i <= 600");
  };
  ASSERT_TRUE(scratch_->write(many).ok());
  EXPECT_EQ(run_keys(*scratch_, {{ours_}, "rare", 10})->params, (Texts{"rare"}));
  EXPECT_TRUE(run_keys(*scratch_, {{ours_}, "elsewhere", 10})->params.empty());
}

TEST_F(RunVocabularyTest, ValuesComeMostFrequentFirst) {
  EXPECT_EQ(values(Entity::kParam, "optimizer"), (Texts{"adam 2", "Adamax 1"}));
  EXPECT_EQ(values(Entity::kParam, "optimizer", "MAX"), (Texts{"Adamax 1"}));
  EXPECT_EQ(values(Entity::kParam, "optimizer", "", 1), (Texts{"adam 2"}));
  EXPECT_EQ(values(Entity::kTag, "team"), (Texts{"growth 3"}));
  EXPECT_EQ(values(Entity::kAttribute, "user_id"), (Texts{"ada 3"}));
  EXPECT_EQ(values(Entity::kAttribute, "run_name", "ir"), (Texts{"first 1", "third 1"}));
}

TEST_F(RunVocabularyTest, DatasetsHaveNamesDigestsAndContexts) {
  const std::string run = runs_.create({ours_, "", "", 1, {}})->info.run_id;
  DatasetInput input;
  input.dataset = {"iris", "f00d", "local", "{}", {}, {}};
  input.tags = {{"mlflow.data.context", "training"}};
  ASSERT_TRUE(RunLog(*scratch_, MetricHistory()).log_inputs(run, {input}, {}).ok());
  EXPECT_EQ(values(Entity::kDataset, "name"), (Texts{"iris 1"}));
  EXPECT_EQ(values(Entity::kDataset, "digest"), (Texts{"f00d 1"}));
  EXPECT_EQ(values(Entity::kDataset, "context"), (Texts{"training 1"}));
}

TEST_F(RunVocabularyTest, WhatHasNoTextsHasNoValues) {
  EXPECT_TRUE(values(Entity::kMetric, "val/auc").empty());
  EXPECT_TRUE(values(Entity::kAttribute, "start_time").empty());
  EXPECT_TRUE(values(Entity::kAttribute, "nonsense").empty());
  EXPECT_TRUE(values(Entity::kDataset, "source; DROP TABLE runs").empty());
  EXPECT_FALSE(run_keys(*scratch_, {{"x"}, "", 10}).ok());
}

}  // namespace
}  // namespace cairn::tracking
