#include "tracking/logged_models.h"

#include <cmath>
#include <thread>

#include "tracking/logged_model_testing.h"

namespace cairn::tracking {
namespace {

using LoggedModelsTest = LoggedModelFixture;

TEST_F(LoggedModelsTest, AreReadAsTheyWereMade) {
  const auto made = models_.create({experiment_, "net", "agent", "some run", {{"lr", "0.1"}}, {{"team", "red"}}});
  ASSERT_TRUE(made.ok()) << made.error().message();
  const LoggedModel model = get(made->info.model_id);
  EXPECT_EQ(model.info.name, "net");
  EXPECT_EQ(model.info.experiment_id, experiment_);
  EXPECT_EQ(model.info.model_type, "agent");
  EXPECT_EQ(model.info.source_run_id, "some run");
  EXPECT_EQ(model.info.status, LoggedModelStatus::kPending);
  EXPECT_EQ(model.info.artifact_uri, "/artifacts/" + experiment_ + "/models/" + model.info.model_id + "/artifacts");
  ASSERT_EQ(model.data.params.size(), 1u);
  EXPECT_EQ(model.data.params[0].value, "0.1");
  ASSERT_EQ(model.info.tags.size(), 1u);
  EXPECT_EQ(model.info.tags[0].key, "team");
  EXPECT_FALSE(get(new_model("")).info.name.empty());
}

TEST_F(LoggedModelsTest, ANewOneIsWholeOrIsNot) {
  EXPECT_FALSE(models_.create({experiment_, "a", "", "", {{"p", "1"}, {"p", "2"}}, {}}).ok());
  EXPECT_FALSE(models_.create({experiment_, "a", "", "", {{"p", "1"}}, {{"t", "1"}, {"t", "1"}}}).ok());
  EXPECT_FALSE(models_.create({experiment_, "a/b", "", "", {}, {}}).ok());
  EXPECT_FALSE(models_.create({"999", "a", "", "", {}, {}}).ok());
  const auto left = (*scratch_).read([](db::Connection& connection) -> Result<std::int64_t> {
    auto rows = TRY(
        connection.query("SELECT (SELECT count(*) FROM logged_models) + (SELECT count(*) FROM logged_model_params)"));
    TRY(rows.next());
    return rows.int64(0);
  });
  EXPECT_EQ(*left, 0);
}

TEST_F(LoggedModelsTest, DeletedOnesAreHiddenButCanBeChanged) {
  const std::string id = new_model("a");
  ASSERT_TRUE(models_.remove(id).ok());
  EXPECT_EQ(models_.get(id, DeletedModels::kHide).error().message(), "Logged model with ID '" + id + "' not found.");
  EXPECT_TRUE(models_.remove(id).ok());
  ASSERT_TRUE(models_.finalize(id, LoggedModelStatus::kReady).ok());
  ASSERT_TRUE(models_.set_tags(id, {{"t", "1"}, {"t", "2"}}).ok());
  const auto model = models_.get(id, DeletedModels::kShow);
  ASSERT_TRUE(model.ok());
  EXPECT_EQ(model->info.status, LoggedModelStatus::kReady);
  ASSERT_EQ(model->info.tags.size(), 1u);
  EXPECT_EQ(model->info.tags[0].value, "2");
}

TEST_F(LoggedModelsTest, ParametersAreWrittenOnce) {
  const std::string id = new_model("a");
  ASSERT_TRUE(models_.log_params(id, {{"p", "1"}}).ok());
  EXPECT_FALSE(models_.log_params(id, {{"q", "1"}, {"p", "1"}}).ok());
  EXPECT_EQ(get(id).data.params.size(), 1u);
}

TEST_F(LoggedModelsTest, ARunsMetricGoesToItsModelToo) {
  const std::string run = new_run();
  const std::string model = new_model("a");
  ASSERT_TRUE(log(run, model, {"m", 0.5, 7, 3}, "train").ok());
  ASSERT_TRUE(log_.log_metric(run, {{"other", 1, 1, 0}, {}, {}, {}}).ok());
  const LoggedModel read = get(model);
  ASSERT_EQ(read.data.metrics.size(), 1u);
  const LoggedModelMetric& metric = read.data.metrics[0];
  EXPECT_EQ(metric.key, "m");
  EXPECT_EQ(metric.value, 0.5);
  EXPECT_EQ(metric.timestamp, 7);
  EXPECT_EQ(metric.step, 3);
  EXPECT_EQ(metric.dataset_name, "train");
  EXPECT_EQ(metric.dataset_digest, "1");
  EXPECT_EQ(metric.run_id, run);
  EXPECT_EQ(metric.model_id, model);
  EXPECT_EQ(runs_.get(run)->data.metrics.size(), 2u);
}

TEST_F(LoggedModelsTest, APointIsOneAndDoesNotChange) {
  const std::string run = new_run();
  const std::string model = new_model("a");
  ASSERT_TRUE(log(run, model, {"m", std::nan(""), 1, 0}).ok());
  EXPECT_TRUE(log(run, model, {"m", std::nan(""), 1, 0}).ok());
  EXPECT_FALSE(log(run, model, {"m", 1, 1, 0}).ok());
  EXPECT_FALSE(log(run, model, {"m", std::nan(""), 1, 0}, "train").ok());
  EXPECT_TRUE(log(new_run(), model, {"m", 1, 1, 0}).ok());
  EXPECT_EQ(get(model).data.metrics.size(), 2u);
  EXPECT_TRUE(std::isnan(runs_.get(run)->data.metrics[0].value)) << "nothing of a refused point may be kept";
}

TEST_F(LoggedModelsTest, APointOfAnUnknownModelIsRefusedWithItsBatch) {
  const std::string run = new_run();
  const Status batch = log_.log_batch({run, {{{"m", 1, 1, 0}, {}, {}, {}}, {{"m", 1, 2, 0}, "m-x", {}, {}}}, {}, {}});
  ASSERT_FALSE(batch.ok());
  EXPECT_EQ(batch.error().code(), ErrorCode::kBadRequest);
  EXPECT_TRUE(runs_.get(run)->data.metrics.empty());
}

TEST_F(LoggedModelsTest, ManyClientsCanLogToOne) {
  const std::string model = new_model("a");
  constexpr int kThreads = 8;
  constexpr int kEach = 20;
  {
    std::vector<std::jthread> threads;
    for (int t = 0; t < kThreads; ++t) {
      threads.emplace_back([&] {
        const std::string run = new_run();
        for (int i = 0; i < kEach; ++i) EXPECT_TRUE(log(run, model, {"m", 1.0 * i, i, i}).ok());
      });
    }
  }
  EXPECT_EQ(get(model).data.metrics.size(), static_cast<std::size_t>(kThreads * kEach));
}

}  // namespace
}  // namespace cairn::tracking
