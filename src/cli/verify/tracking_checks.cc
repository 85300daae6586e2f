#include "cli/verify/tracking_checks.h"

#include <fmt/format.h>
#include <utility>
#include <vector>

#include "cli/verify/expect.h"
#include "client/operations.h"
#include "core/clock.h"

namespace cairn::cli {
namespace {

// What the search looks for is what the checks before it have logged.
const tracking::Param kParam{"learning_rate", "0.01"};
const tracking::Tag kTag{"verify.purpose", "proving that this server works"};
constexpr std::string_view kLoss = "loss";
constexpr double kLastLoss = 0.125;
constexpr int kBatch = 500;

Result<tracking::Run> read_run(Probe& probe) {
  return TRY(probe.server.call(client::kGetRun, {.run_id = probe.run.run_id, .run_uuid = {}})).run;
}

Result<std::vector<tracking::Metric>> history(Probe& probe, std::string_view key) {
  api::GetMetricHistoryRequest request;
  request.run_id = probe.run.run_id;
  request.metric_key = key;
  return client::collect(probe.server, client::kGetMetricHistory, std::move(request),
                         &api::GetMetricHistoryResponse::metrics);
}

// The server may answer points in any order.
Status expect_points(std::string_view key, std::vector<tracking::Metric> answered,
                     const std::vector<tracking::Metric>& written) {
  TRY(expect_same(fmt::format("the number of points of '{}'", key), answered.size(), written.size()));
  std::ranges::sort(answered, {}, &tracking::Metric::step);
  for (std::size_t i = 0; i < written.size(); ++i) {
    const std::string point = fmt::format("point {} of '{}'", i, key);
    TRY(expect_same("the step of " + point, answered[i].step, written[i].step));
    TRY(expect_same("the value of " + point, answered[i].value, written[i].value));
    TRY(expect_same("the time of " + point, answered[i].timestamp, written[i].timestamp));
  }
  return {};
}

// A run shows of each metric the point with the highest step.
Status expect_latest(const tracking::Run& run, const tracking::Metric& written) {
  const auto found = std::ranges::find(run.data.metrics, written.key, &tracking::Metric::key);
  if (found == run.data.metrics.end()) {
    return Error(ErrorCode::kDataLoss, fmt::format("metric '{}' was written and the run has none", written.key));
  }
  return expect_same(fmt::format("the latest value of '{}'", written.key), found->value, written.value);
}

Result<std::vector<tracking::Run>> search(Probe& probe, std::string filter) {
  api::SearchRunsRequest request;
  request.experiment_ids = {probe.experiment_id};
  request.filter = std::move(filter);
  return TRY(probe.server.call(client::kSearchRuns, request)).runs;
}

}  // namespace

Result<std::string> check_experiment(Probe& probe) {
  probe.experiment_id =
      TRY(probe.server.call(client::kCreateExperiment, {.name = probe.name, .artifact_location = {}, .tags = {}}))
          .experiment_id;
  const auto by_id = TRY(probe.server.call(client::kGetExperiment, {.experiment_id = probe.experiment_id}));
  TRY(expect_same("the experiment's name", by_id.experiment.name, probe.name));
  const auto by_name = TRY(probe.server.call(client::kGetExperimentByName, {.experiment_name = probe.name}));
  TRY(expect_same("the id of the experiment with that name", by_name.experiment.experiment_id, probe.experiment_id));
  return fmt::format("created, found by id and by name: {}", probe.experiment_id);
}

Result<std::string> check_run(Probe& probe) {
  const std::int64_t start = now_ms();
  probe.run = TRY(probe.server.call(client::kCreateRun, {.experiment_id = probe.experiment_id,
                                                         .user_id = {},
                                                         .run_name = probe.name,
                                                         .start_time = start,
                                                         .tags = {}}))
                  .run.info;
  TRY(probe.server.call(client::kUpdateRun, {.run_id = probe.run.run_id,
                                             .run_uuid = {},
                                             .status = tracking::RunStatus::kFinished,
                                             .end_time = start + 1,
                                             .run_name = {}}));
  const tracking::RunInfo read = TRY(read_run(probe)).info;
  TRY(expect_same("the run's name", read.run_name, probe.name));
  TRY(expect_same("the run's start", read.start_time, start));
  TRY(expect_same("the run's end", read.end_time.value_or(0), start + 1));
  TRY(expect_same("the run's status", static_cast<int>(read.status), static_cast<int>(tracking::RunStatus::kFinished)));
  return fmt::format("created, ended, read back: {}", probe.run.run_id);
}

Result<std::string> check_params(Probe& probe) {
  TRY(probe.server.call(client::kLogParam,
                        {.run_id = probe.run.run_id, .run_uuid = {}, .key = kParam.key, .value = kParam.value}));
  TRY(expect_entry("param", TRY(read_run(probe)).data.params, kParam));
  return std::string("logged and read back");
}

Result<std::string> check_metrics(Probe& probe) {
  const std::int64_t start = now_ms();
  std::vector<tracking::Metric> points;
  for (const double value : {2.0, 1.0 / 3.0, kLastLoss}) {
    const auto step = static_cast<std::int64_t>(points.size());
    points.push_back({std::string(kLoss), value, start + step, step});
    TRY(probe.server.call(client::kLogMetric, {.run_id = probe.run.run_id,
                                               .run_uuid = {},
                                               .key = points.back().key,
                                               .value = value,
                                               .timestamp = points.back().timestamp,
                                               .step = step,
                                               .model_id = {},
                                               .dataset_name = {},
                                               .dataset_digest = {}}));
  }
  TRY(expect_points(kLoss, TRY(history(probe, kLoss)), points));
  TRY(expect_latest(TRY(read_run(probe)), points.back()));
  return fmt::format("{} points logged one by one, history and latest value read back", points.size());
}

Result<std::string> check_batch(Probe& probe) {
  const tracking::Param param{"text", "größer als 1, \"quoted\", 日本"};
  const tracking::Tag tag{"verify.batch", "line 1\nline 2"};
  api::LogBatchRequest request{.run_id = probe.run.run_id,
                               .run_uuid = {},
                               .metrics = {},
                               .params = {{param.key, param.value}},
                               .tags = {{tag.key, tag.value}}};
  const std::int64_t start = now_ms();
  std::vector<tracking::Metric> points;
  for (int step = 0; step < kBatch; ++step) {
    points.push_back({"batch", step / 7.0, start + step, step});
    request.metrics.push_back({points.back().key, points.back().value, points.back().timestamp, step, {}, {}, {}});
  }
  TRY(probe.server.call(client::kLogBatch, request));
  TRY(expect_points("batch", TRY(history(probe, "batch")), points));
  const tracking::Run run = TRY(read_run(probe));
  TRY(expect_latest(run, points.back()));
  TRY(expect_entry("param", run.data.params, param));
  TRY(expect_entry("tag", run.data.tags, tag));
  return fmt::format("{} points, a param and a tag in one request, read back", points.size());
}

Result<std::string> check_tags(Probe& probe) {
  const auto set = [&](const std::string& key, const std::string& value) {
    return probe.server.call(client::kSetTag, {.run_id = probe.run.run_id, .run_uuid = {}, .key = key, .value = value});
  };
  const std::string passing = "verify.passing";
  TRY(set(kTag.key, "to be overwritten"));
  TRY(set(kTag.key, kTag.value));
  TRY(set(passing, "to be deleted"));
  TRY(probe.server.call(client::kDeleteTag, {.run_id = probe.run.run_id, .run_uuid = {}, .key = passing, .value = {}}));
  const auto tags = TRY(read_run(probe)).data.tags;
  TRY(expect_entry("tag", tags, kTag));
  if (std::ranges::find(tags, passing, &tracking::Tag::key) != tags.end()) {
    return Error(ErrorCode::kDataLoss, fmt::format("tag '{}' was deleted and is still there", passing));
  }
  return std::string("set, overwritten, deleted");
}

Result<std::string> check_search(Probe& probe) {
  const auto filter = [](std::string_view comparison) {
    return fmt::format("params.{} = '{}' and tags.`{}` = '{}' and metrics.{} {} {}", kParam.key, kParam.value, kTag.key,
                       kTag.value, kLoss, comparison, kLastLoss);
  };
  const auto found = TRY(search(probe, filter("<=")));
  TRY(expect_same("the number of runs that the filter fits", found.size(), std::size_t{1}));
  TRY(expect_same("the run that the filter fits", found.front().info.run_id, probe.run.run_id));
  const auto others = TRY(search(probe, filter(">")));
  TRY(expect_same("the number of runs that the opposite filter fits", others.size(), std::size_t{0}));
  return std::string("the run is found by param, tag and metric, and not by the opposite");
}

Status remove_run(Probe& probe) {
  if (probe.run.run_id.empty()) return {};
  TRY(probe.server.call(client::kDeleteRun, {.run_id = probe.run.run_id, .run_uuid = {}}));
  return expect_same<std::string>("the lifecycle stage of the deleted run", TRY(read_run(probe)).info.lifecycle_stage,
                                  "deleted");
}

Status remove_experiment(Probe& probe) {
  // An answer may have been lost after the experiment was made.
  const auto found = probe.server.call(client::kGetExperimentByName, {.experiment_name = probe.name});
  if (!found.ok() && found.error().code() == ErrorCode::kResourceDoesNotExist) return {};
  const std::string id = TRY(found).experiment.experiment_id;
  TRY(probe.server.call(client::kDeleteExperiment, {.experiment_id = id}));
  const auto left = TRY(probe.server.call(client::kGetExperiment, {.experiment_id = id}));
  return expect_same<std::string>("the lifecycle stage of the deleted experiment", left.experiment.lifecycle_stage,
                                  "deleted");
}

}  // namespace cairn::cli
