#include "tracking/artifact_roots.h"

#include <gtest/gtest.h>

#include "tracking/experiments.h"
#include "tracking/logged_models.h"
#include "tracking/runs.h"
#include "tracking/testing.h"

namespace cairn::tracking {
namespace {

TEST(ArtifactRoots, AreThoseThatRunsAndModelsSay) {
  ScratchDatabase scratch;
  Experiments experiments(*scratch, "/artifacts");
  Runs runs(*scratch);
  LoggedModels models(*scratch);
  const ArtifactRoots roots(*scratch);
  const std::string experiment = *experiments.create({"e", "s3://bucket/e", {}});
  const RunInfo run = runs.create({experiment, "", "", 1, {}})->info;
  const LoggedModelInfo model = models.create({experiment, "m", "", "", {}, {}})->info;
  EXPECT_EQ(*roots.of_run(run.run_id), run.artifact_uri);
  EXPECT_EQ(*roots.of_logged_model(model.model_id), model.artifact_uri);

  ASSERT_TRUE(runs.remove(run.run_id).ok());
  EXPECT_EQ(*roots.of_run(run.run_id), run.artifact_uri);
  ASSERT_TRUE(models.remove(model.model_id).ok());
  EXPECT_EQ(roots.of_logged_model(model.model_id).error().message(),
            "Logged model with ID '" + model.model_id + "' not found.");
  EXPECT_EQ(roots.of_run("nope").error().message(), "Run with id=nope not found");
}

}  // namespace
}  // namespace cairn::tracking
