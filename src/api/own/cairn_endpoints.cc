#include "api/own/cairn_endpoints.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "api/artifacts/artifact_archive.h"
#include "api/artifacts/artifact_messages.h"
#include "api/artifacts/artifact_owner.h"
#include "api/artifacts/artifact_path.h"
#include "api/artifacts/artifact_transfer.h"
#include "api/artifacts/cairn_artifact_view.h"
#include "api/own/cairn_messages.h"
#include "tracking/metric_summary.h"
#include "tracking/run_vocabulary.h"

namespace cairn::api {
namespace {

using enum Check;
using http::Method;

constexpr std::int64_t kMostExperiments = 1000;
constexpr std::int64_t kMostRuns = 1000;
constexpr std::int64_t kMostKeys = 100;
constexpr std::int64_t kMostWords = 1000;

Result<ExperimentActivityResponse> experiment_activity(Services& services, ExperimentActivityRequest& request) {
  return ExperimentActivityResponse{TRY(tracking::experiment_activity(services.database, request.experiment_ids))};
}

Result<MetricSummaryEntry> summarize(db::Connection& connection, const tracking::MetricHistory& history,
                                     tracking::HistoryId id, std::optional<std::int64_t> step) {
  const tracking::MetricSummary found = TRY(tracking::summarize_metric(connection, history, id));
  MetricSummaryEntry entry{std::string(id.run_id),
                           std::string(id.key),
                           found.count,
                           found.nan_count,
                           found.min,
                           found.max,
                           found.mean,
                           {},
                           {}};
  if (!step || found.count == 0) return entry;
  if (const auto point = TRY(tracking::point_at_step(connection, id, *step))) {
    entry.value_at_step = point->is_nan ? std::numeric_limits<double>::quiet_NaN() : point->value;
    entry.step = point->step;
  }
  return entry;
}

Result<MetricSummariesResponse> metric_summaries(Services& services, MetricSummariesRequest& request) {
  return services.database.read([&](db::Connection& connection) -> Result<MetricSummariesResponse> {
    MetricSummariesResponse response;
    for (const std::string& run_id : request.run_ids) {
      for (const std::string& key : request.metric_keys) {
        auto entry = TRY(summarize(connection, services.history, {run_id, key}, request.step));
        if (entry.count > 0) response.summaries.push_back(std::move(entry));
      }
    }
    return response;
  });
}

Result<ListArtifactsResponse> list_owned(Services& services, const http::Request& request) {
  const OwnedPath asked = read_owned_path(request);
  const std::string path = TRY(safe_artifact_path(asked.path));
  std::string root = TRY(artifact_root(services, asked.owner));
  const artifacts::Location location = TRY(services.artifacts->locate(root));
  return ListArtifactsResponse{std::move(root), TRY(list_artifacts(location, path, path)), std::nullopt};
}

http::Response list_owned_artifacts(Services& services, http::Request& request) {
  return response_of(list_owned(services, request));
}

Result<tracking::RunKeys> run_keys(Services& services, RunKeysRequest& request) {
  return tracking::run_keys(services.database,
                            {std::move(request.experiment_ids), std::move(request.contains), request.max_results});
}

struct EntityName {
  std::string_view name;
  search::Entity entity;
};
constexpr EntityName kEntitiesWithValues[] = {{"attributes", search::Entity::kAttribute},
                                              {"params", search::Entity::kParam},
                                              {"tags", search::Entity::kTag},
                                              {"datasets", search::Entity::kDataset}};

Result<RunValuesResponse> run_values(Services& services, RunValuesRequest& request) {
  const auto* named = std::ranges::find(kEntitiesWithValues, std::string_view(request.entity), &EntityName::name);
  if (named == std::end(kEntitiesWithValues)) {
    return invalid_parameter("entity must be 'attributes', 'params', 'tags' or 'datasets'.");
  }
  return RunValuesResponse{TRY(tracking::run_values(
      services.database, {std::move(request.experiment_ids), std::move(request.contains), request.max_results},
      named->entity, request.key))};
}

Endpoint events_endpoint(std::shared_ptr<http::EventFeed> events) {
  return {Method::kGet, Mount::kCairn, "/events", [events = std::move(events)](Services&, http::Request&) {
            auto response = http::Response::of(200, "text/event-stream", "");
            response.headers.set("Cache-Control", "no-store");
            response.headers.set("X-Accel-Buffering", "no");  // a proxy that collects would keep the news to itself
            response.body = events;
            return response;
          }};
}

}  // namespace

std::vector<Endpoint> cairn_endpoints(std::shared_ptr<http::EventFeed> events) {
  const Rule searched = rule("experiment_ids", {kRequired, kArray, kStringItems, kWithin}, 0, kMostExperiments,
                             "experiment_ids must be at most 1000; {} were given.");
  const Rule contains = rule("contains", {kString});
  const Rule most_words =
      rule("max_results", {kIntLike, kWithin}, 1, kMostWords, "max_results must be 1 to 1000, not {}.");
  return {
      endpoint(Method::kPost, Mount::kCairn, "/experiments/activity", {searched}, experiment_activity),
      endpoint(Method::kPost, Mount::kCairn, "/metrics/summaries",
               {rule("run_ids", {kRequired, kArray, kStringItems, kWithin}, 0, kMostRuns,
                     "run_ids must be at most 1000; {} were given."),
                rule("metric_keys", {kRequired, kArray, kStringItems, kWithin}, 0, kMostKeys,
                     "metric_keys must be at most 100; {} were given."),
                rule("step", {kIntLike})},
               metric_summaries),
      endpoint(Method::kPost, Mount::kCairn, "/runs/keys", {searched, contains, most_words}, run_keys),
      endpoint(
          Method::kPost, Mount::kCairn, "/runs/values",
          {searched, rule("entity", {kRequired, kString}), rule("key", {kRequired, kString}), contains, most_words},
          run_values),
      events_endpoint(std::move(events)),
      {Method::kGet, Mount::kCairn, "/artifacts/list", list_owned_artifacts, http::Lane::kStorage},
      {Method::kGet, Mount::kCairn, "/artifacts/view", view_artifact, http::Lane::kStorage},
      {Method::kGet, Mount::kCairn, "/artifacts/archive", archive_artifacts, http::Lane::kStorage},
  };
}

}  // namespace cairn::api
