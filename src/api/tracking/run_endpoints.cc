#include "api/tracking/model_history.h"
#include "api/tracking/tracking_endpoints.h"
#include "api/tracking/tracking_messages.h"
#include "tracking/run_search.h"

namespace cairn::api {
namespace {

using enum Check;
using http::Method;

std::optional<std::string> unless_empty(std::string text) {
  if (text.empty()) return std::nullopt;
  return text;
}

const std::string& run_id_of(const auto& request) { return request.run_id.empty() ? request.run_uuid : request.run_id; }

Result<RunResponse> create(Services& services, CreateRunRequest& request) {
  return RunResponse{
      TRY(services.runs.create({std::move(request.experiment_id), std::move(request.user_id),
                                std::move(request.run_name), request.start_time, std::move(request.tags)}))};
}

Result<RunResponse> get(Services& services, RunIdRequest& request) {
  return RunResponse{TRY(services.runs.get(run_id_of(request)))};
}

Result<UpdateRunResponse> update(Services& services, UpdateRunRequest& request) {
  return UpdateRunResponse{
      TRY(services.runs.update(run_id_of(request), {request.status, request.end_time, request.run_name}))};
}

Result<Empty> remove(Services& services, RunIdRequest& request) {
  TRY(services.runs.remove(request.run_id));
  return Empty{};
}

Result<Empty> restore(Services& services, RunIdRequest& request) {
  TRY(services.runs.restore(request.run_id));
  return Empty{};
}

Result<SearchRunsResponse> search(Services& services, SearchRunsRequest& request) {
  auto page =
      TRY(tracking::search_runs(services.database, {request.experiment_ids, request.filter, request.run_view_type,
                                                    request.max_results, request.order_by, request.page_token}));
  SearchRunsResponse response{std::move(page.items), {}};
  if (!page.next_token.empty()) response.next_page_token = std::move(page.next_token);
  return response;
}

Result<Empty> log_metric(Services& services, LogMetricRequest& request) {
  const tracking::MetricEntry metric{{request.key, request.value, request.timestamp, request.step},
                                     unless_empty(request.model_id),
                                     unless_empty(request.dataset_name),
                                     unless_empty(request.dataset_digest)};
  TRY(services.run_log.log_metric(run_id_of(request), metric));
  return Empty{};
}

Result<Empty> log_parameter(Services& services, KeyValueRequest& request) {
  TRY(services.run_log.log_param(run_id_of(request), {std::move(request.key), std::move(request.value)}));
  return Empty{};
}

Result<Empty> set_tag(Services& services, KeyValueRequest& request) {
  TRY(services.run_log.set_tag(run_id_of(request), {std::move(request.key), std::move(request.value)}));
  return Empty{};
}

Result<Empty> delete_tag(Services& services, KeyValueRequest& request) {
  TRY(services.run_log.delete_tag(request.run_id, request.key));
  return Empty{};
}

Result<Empty> log_batch(Services& services, LogBatchRequest& request) {
  tracking::Batch batch{std::move(request.run_id), {}, {}, {}};
  batch.metrics.reserve(request.metrics.size());
  for (BatchMetric& metric : request.metrics) {
    batch.metrics.push_back({{std::move(metric.key), metric.value, metric.timestamp, metric.step},
                             unless_empty(std::move(metric.model_id)),
                             unless_empty(std::move(metric.dataset_name)),
                             unless_empty(std::move(metric.dataset_digest))});
  }
  for (BatchEntry& param : request.params) batch.params.push_back({std::move(param.key), std::move(param.value)});
  for (BatchEntry& tag : request.tags) batch.tags.push_back({std::move(tag.key), std::move(tag.value)});
  TRY(services.run_log.log_batch(std::move(batch)));
  return Empty{};
}

Result<Empty> log_model(Services& services, LogModelRequest& request) {
  TRY(services.run_log.log_model(request.run_id, TRY(model_history_entry(request.model_json))));
  return Empty{};
}

Result<Empty> log_inputs(Services& services, LogInputsRequest& request) {
  TRY(services.run_log.log_inputs(request.run_id, request.datasets, request.models));
  return Empty{};
}

Result<Empty> log_outputs(Services& services, LogOutputsRequest& request) {
  TRY(services.run_log.log_outputs(request.run_id, request.models));
  return Empty{};
}

}  // namespace

std::vector<Endpoint> run_endpoints() {
  constexpr std::int64_t kMostRuns = 50000;
  const Rule id = rule("run_id", {kRequired, kString});
  const Rule batch_id = rule("run_id", {kString, kRequired});
  const Rule key = rule("key", {kRequired, kString});
  const Rule value = rule("value", {kString});
  const auto post = [](auto... row) { return endpoint(Method::kPost, Mount::kMlflow2, row...); };
  using Rules = std::vector<Rule>;
  return {
      post("/runs/create",
           Rules{rule("experiment_id", {kString}), rule("start_time", {kIntLike}), rule("run_name", {kString})},
           create),
      endpoint(Method::kGet, Mount::kMlflow2, "/runs/get", {id}, get),
      post("/runs/update",
           Rules{id, rule("end_time", {kIntLike}), rule("status", {kString}), rule("run_name", {kString})}, update),
      post("/runs/delete", Rules{id}, remove),
      post("/runs/restore", Rules{id}, restore),
      post("/runs/search",
           Rules{rule("experiment_ids", {kArray}), rule("filter", {kString}),
                 rule("max_results", {kIntLike, kWithin}, INT64_MIN, kMostRuns),
                 rule("order_by", {kArray, kStringItems})},
           search),
      post("/runs/log-metric",
           Rules{id, key, rule("value", {kRequired, kFloatLike}), rule("timestamp", {kIntLike, kRequired}),
                 rule("step", {kIntLike}), rule("model_id", {kString}), rule("dataset_name", {kString}),
                 rule("dataset_digest", {kString})},
           log_metric),
      post("/runs/log-parameter", Rules{id, key, value}, log_parameter),
      post("/runs/set-tag", Rules{id, key, value}, set_tag),
      post("/runs/delete-tag", Rules{id, key}, delete_tag),
      post("/runs/log-batch",
           Rules{batch_id, rule("metrics", {kArray, kItemsRequired}), rule("params", {kArray, kItemsRequired}),
                 rule("tags", {kArray, kItemsRequired})},
           log_batch),
      post("/runs/log-model", Rules{batch_id, rule("model_json", {kString, kRequired})}, log_model),
      post("/runs/log-inputs", Rules{id, rule("datasets", {kArray}), rule("models", {kArray})}, log_inputs),
      post("/runs/outputs", Rules{id, rule("models", {kRequired, kArray})}, log_outputs),
  };
}

}  // namespace cairn::api
