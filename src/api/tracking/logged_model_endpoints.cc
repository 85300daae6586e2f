#include "api/tracking/logged_model_endpoints.h"

#include <algorithm>

#include "api/tracking/logged_model_messages.h"
#include "api/tracking/tracking_messages.h"
#include "http/query.h"
#include "tracking/logged_model_search.h"

namespace cairn::api {
namespace {

using enum Check;
using http::Method;

Result<LoggedModelResponse> create(Services& services, CreateLoggedModelRequest& request) {
  return LoggedModelResponse{TRY(services.logged_models.create(
      {std::move(request.experiment_id), std::move(request.name), std::move(request.model_type),
       std::move(request.source_run_id), std::move(request.params), std::move(request.tags)}))};
}

// MLflow's handler reads the query by hand: what is neither true nor false is false.
tracking::DeletedModels deleted_models(const http::Request& request) {
  for (auto& [name, value] : http::parse_query(request.query())) {
    if (name != "allow_deleted") continue;
    std::transform(value.begin(), value.end(), value.begin(), [](unsigned char c) { return std::tolower(c); });
    return value == "true" ? tracking::DeletedModels::kShow : tracking::DeletedModels::kHide;
  }
  return tracking::DeletedModels::kHide;
}

http::Response get(Services& services, http::Request& request) {
  const auto names = path_names(request);
  if (!names) return no_such_page(false);
  auto model = services.logged_models.get(names->front(), deleted_models(request));
  return model.ok() ? json_response(to_json(LoggedModelResponse{std::move(*model)})) : error_response(model.error());
}

Result<LoggedModelResponse> finalize(Services& services, const PathNames&, FinalizeLoggedModelRequest& request) {
  return LoggedModelResponse{TRY(services.logged_models.finalize(request.model_id, request.status))};
}

Result<Empty> remove(Services& services, const PathNames& path) {
  TRY(services.logged_models.remove(path[0]));
  return Empty{};
}

Result<Empty> set_tags(Services& services, const PathNames& path, LoggedModelTagsRequest& request) {
  TRY(services.logged_models.set_tags(path[0], request.tags));
  return Empty{};
}

Result<Empty> delete_tag(Services& services, const PathNames& path) {
  TRY(services.logged_models.delete_tag(path[0], path[1]));
  return Empty{};
}

Result<Empty> log_params(Services& services, const PathNames& path, LoggedModelParamsRequest& request) {
  TRY(services.logged_models.log_params(path[0], request.params));
  return Empty{};
}

Result<SearchLoggedModelsResponse> search_models(Services& services, SearchLoggedModelsRequest& request) {
  tracking::LoggedModelQuery query{
      {std::move(request.experiment_ids), std::move(request.filter), std::move(request.order_by)},
      {},
      request.max_results,
      std::move(request.page_token),
      request.latest_metrics_only ? tracking::ModelMetrics::kLatest : tracking::ModelMetrics::kAll};
  for (SearchedDataset& dataset : request.datasets) {
    query.datasets.push_back({std::move(dataset.dataset_name), std::move(dataset.dataset_digest)});
  }
  auto page = TRY(tracking::search_logged_models(services.database, query));
  SearchLoggedModelsResponse response{std::move(page.items), {}};
  if (!page.next_token.empty()) response.next_page_token = std::move(page.next_token);
  return response;
}

}  // namespace

std::vector<Endpoint> logged_model_endpoints() {
  constexpr Mount kMount = Mount::kMlflow2;
  const Rule model_id = rule("model_id", {kString, kRequired});
  return {
      endpoint(Method::kPost, kMount, "/logged-models",
               {rule("experiment_id", {kString, kRequired}), rule("name", {kString}), rule("model_type", {kString}),
                rule("source_run_id", {kString}), rule("params", {kArray}), rule("tags", {kArray})},
               create),
      {Method::kGet, kMount, "/logged-models/{model_id}", get},
      endpoint(Method::kPatch, kMount, "/logged-models/{model_id}", {model_id, rule("status", {kIntLike, kRequired})},
               finalize),
      endpoint(Method::kDelete, kMount, "/logged-models/{model_id}", remove),
      endpoint(Method::kPost, kMount, "/logged-models/search",
               {rule("experiment_ids", {kArray, kStringItems, kRequired}), rule("filter", {kString}),
                rule("datasets", {kArray}), rule("max_results", {kIntLike}), rule("order_by", {kArray}),
                rule("page_token", {kString})},
               search_models),
      endpoint(Method::kPatch, kMount, "/logged-models/{model_id}/tags", {rule("tags", {kArray})}, set_tags),
      endpoint(Method::kDelete, kMount, "/logged-models/{model_id}/tags/{tag_key}", delete_tag),
      endpoint(Method::kPost, kMount, "/logged-models/{model_id}/params", {model_id, rule("params", {kArray})},
               log_params),
  };
}

}  // namespace cairn::api
