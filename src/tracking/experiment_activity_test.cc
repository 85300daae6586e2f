#include "tracking/experiment_activity.h"

#include <gtest/gtest.h>

#include "tracking/experiments.h"
#include "tracking/runs.h"
#include "tracking/testing.h"

namespace cairn::tracking {
namespace {

TEST(ExperimentActivityTest, CountsWhatIsNotDeleted) {
  ScratchDatabase scratch;
  Experiments experiments(*scratch, "/artifacts");
  Runs runs(*scratch);
  const std::string busy = *experiments.create({"busy", "", {}});
  const std::string empty = *experiments.create({"empty", "", {}});
  const std::string first = runs.create({busy, "", "", 1000, {}})->info.run_id;
  const std::string deleted = runs.create({busy, "", "", 9000, {}})->info.run_id;
  ASSERT_TRUE(runs.create({busy, "", "", 3000, {}}).ok());
  ASSERT_TRUE(runs.update(first, {RunStatus::kFinished, 5000, {}}).ok());
  ASSERT_TRUE(runs.remove(deleted).ok());

  const auto found = experiment_activity(*scratch, std::vector{empty, busy});
  ASSERT_TRUE(found.ok());
  ASSERT_EQ(found->size(), 2u);
  EXPECT_EQ((*found)[0].runs, 0);
  EXPECT_EQ((*found)[0].running, 0);
  EXPECT_FALSE((*found)[0].last_activity);
  EXPECT_EQ((*found)[1].experiment_id, busy);
  EXPECT_EQ((*found)[1].runs, 2);
  EXPECT_EQ((*found)[1].running, 1);
  EXPECT_EQ((*found)[1].last_activity, 5000);

  EXPECT_FALSE(experiment_activity(*scratch, std::vector<std::string>{"none"}).ok());
}

}  // namespace
}  // namespace cairn::tracking
