// For tests of logged models: a database with an experiment in it, and short ways to fill it.
#pragma once

#include <gtest/gtest.h>
#include <optional>
#include <string>

#include "tracking/experiments.h"
#include "tracking/logged_models.h"
#include "tracking/run_log.h"
#include "tracking/runs.h"
#include "tracking/testing.h"

namespace cairn::tracking {

class LoggedModelFixture : public testing::Test {
 protected:
  void SetUp() override { experiment_ = *experiments_.create({"e", "", {}}); }

  std::string new_run() { return runs_.create({experiment_, "u", "", 1, {}})->info.run_id; }
  std::string new_model(std::string name) {
    return models_.create({experiment_, std::move(name), "", "", {}, {}})->info.model_id;
  }
  LoggedModel get(std::string_view model_id) { return *models_.get(model_id, DeletedModels::kHide); }
  Status log(std::string_view run_id, std::string_view model_id, Metric metric,
             std::optional<std::string> dataset = std::nullopt) {
    const std::optional<std::string> digest = dataset ? std::optional("1") : std::nullopt;
    return log_.log_metric(run_id, {std::move(metric), std::string(model_id), std::move(dataset), digest});
  }

  ScratchDatabase scratch_;
  Experiments experiments_{*scratch_, "/artifacts"};
  Runs runs_{*scratch_};
  RunLog log_{*scratch_, MetricHistory()};
  LoggedModels models_{*scratch_};
  std::string experiment_;
};

}  // namespace cairn::tracking
