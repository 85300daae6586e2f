#include <fmt/format.h>

#include "api/tracking/tracking_endpoints.h"
#include "api/tracking/tracking_messages.h"
#include "tracking/datasets.h"
#include "tracking/experiment_search.h"

namespace cairn::api {
namespace {

using enum Check;
using http::Method;

Result<CreateExperimentResponse> create(Services& services, CreateExperimentRequest& request) {
  return CreateExperimentResponse{TRY(services.experiments.create(
      {std::move(request.name), std::move(request.artifact_location), std::move(request.tags)}))};
}

Result<ExperimentResponse> get(Services& services, ExperimentIdRequest& request) {
  return ExperimentResponse{TRY(services.experiments.get(request.experiment_id))};
}

Result<ExperimentResponse> get_by_name(Services& services, GetExperimentByNameRequest& request) {
  return ExperimentResponse{TRY(services.experiments.get_by_name(request.experiment_name))};
}

Result<SearchExperimentsResponse> search(Services& services, SearchExperimentsRequest& request) {
  auto page =
      TRY(tracking::search_experiments(services.database, {request.view_type, request.max_results, request.filter,
                                                           request.order_by, request.page_token}));
  SearchExperimentsResponse response{std::move(page.items), {}};
  if (!page.next_token.empty()) response.next_page_token = std::move(page.next_token);
  return response;
}

Result<Empty> update(Services& services, UpdateExperimentRequest& request) {
  TRY(services.experiments.rename(request.experiment_id, request.new_name));
  return Empty{};
}

Result<Empty> remove(Services& services, ExperimentIdRequest& request) {
  TRY(services.experiments.remove(request.experiment_id));
  return Empty{};
}

Result<Empty> restore(Services& services, ExperimentIdRequest& request) {
  TRY(services.experiments.restore(request.experiment_id));
  return Empty{};
}

Result<Empty> set_tag(Services& services, ExperimentTagRequest& request) {
  TRY(services.experiments.set_tag(request.experiment_id, {std::move(request.key), std::move(request.value)}));
  return Empty{};
}

Result<Empty> delete_tag(Services& services, ExperimentTagRequest& request) {
  TRY(services.experiments.delete_tag(request.experiment_id, request.key));
  return Empty{};
}

Result<SearchDatasetsResponse> search_datasets(Services& services, SearchDatasetsRequest& request) {
  constexpr std::size_t kMostExperiments = 20;
  const std::size_t count = request.experiment_ids.size();
  if (count == 0) return invalid_parameter("SearchDatasets request must specify at least one experiment_id.");
  if (count > kMostExperiments) {
    return invalid_parameter(
        fmt::format("SearchDatasets request cannot specify more than {} experiment_ids. Received {} experiment_ids.",
                    kMostExperiments, count));
  }
  return SearchDatasetsResponse{TRY(tracking::summarise_datasets(services.database, request.experiment_ids))};
}

}  // namespace

std::vector<Endpoint> experiment_endpoints() {
  const Rule id = rule("experiment_id", {kRequired, kString});
  const Rule key = rule("key", {kRequired, kString});
  const std::vector<Rule> search_rules = {
      rule("view_type", {kIntLike}), rule("max_results", {kIntLike}), rule("order_by", {kArray}),
      rule("filter", {kString}),     rule("page_token", {kString}),
  };
  return {
      endpoint(Method::kPost, Mount::kMlflow2, "/experiments/create",
               {rule("name", {kRequired, kString}), rule("artifact_location", {kString}), rule("tags", {kArray})},
               create),
      endpoint(Method::kGet, Mount::kMlflow2, "/experiments/get", {id}, get),
      endpoint(Method::kGet, Mount::kMlflow2, "/experiments/get-by-name",
               {rule("experiment_name", {kRequired, kString})}, get_by_name),
      endpoint(Method::kPost, Mount::kMlflow2, "/experiments/search", search_rules, search),
      endpoint(Method::kGet, Mount::kMlflow2, "/experiments/search", search_rules, search),
      endpoint(Method::kPost, Mount::kMlflow2, "/experiments/update", {id, rule("new_name", {kString, kRequired})},
               update),
      endpoint(Method::kPost, Mount::kMlflow2, "/experiments/delete", {id}, remove),
      endpoint(Method::kPost, Mount::kMlflow2, "/experiments/restore", {id}, restore),
      endpoint(Method::kPost, Mount::kMlflow2, "/experiments/set-experiment-tag", {id, key, rule("value", {kString})},
               set_tag),
      endpoint(Method::kPost, Mount::kMlflow2, "/experiments/delete-experiment-tag", {id, key}, delete_tag),
      endpoint(Method::kPost, Mount::kAjax2, "/experiments/search-datasets", {}, search_datasets),
  };
}

}  // namespace cairn::api
