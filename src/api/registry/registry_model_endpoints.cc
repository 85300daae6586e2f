#include "api/registry/registry_endpoints.h"
#include "api/registry/registry_messages.h"
#include "api/tracking/tracking_messages.h"
#include "registry/model_search.h"

namespace cairn::api {
namespace {

using enum Check;
using http::Method;

Result<RegisteredModelResponse> create(Services& services, CreateRegisteredModelRequest& request) {
  return RegisteredModelResponse{TRY(services.registered_models.create(
      {std::move(request.name), std::move(request.tags), std::move(request.description)}))};
}

Result<RegisteredModelResponse> rename(Services& services, RenameRegisteredModelRequest& request) {
  return RegisteredModelResponse{TRY(services.registered_models.rename(request.name, request.new_name))};
}

Result<RegisteredModelResponse> update(Services& services, UpdateRegisteredModelRequest& request) {
  return RegisteredModelResponse{TRY(services.registered_models.describe(request.name, request.description))};
}

Result<Empty> remove(Services& services, RegisteredModelRequest& request) {
  TRY(services.registered_models.remove(request.name));
  return Empty{};
}

Result<RegisteredModelResponse> get(Services& services, RegisteredModelRequest& request) {
  return RegisteredModelResponse{TRY(services.registered_models.get(request.name))};
}

Result<SearchRegisteredModelsResponse> search(Services& services, SearchRegisteredModelsRequest& request) {
  auto page = TRY(registry::search_registered_models(
      services.database, {request.filter, request.max_results, request.order_by, request.page_token}));
  SearchRegisteredModelsResponse response{std::move(page.items), {}};
  if (!page.next_token.empty()) response.next_page_token = std::move(page.next_token);
  return response;
}

Result<ModelVersionsResponse> get_latest_versions(Services& services, GetLatestVersionsRequest& request) {
  return ModelVersionsResponse{TRY(services.model_versions.latest(request.name, request.stages)), {}};
}

Result<Empty> set_tag(Services& services, RegisteredModelTagRequest& request) {
  TRY(services.registered_models.set_tag(request.name, {std::move(request.key), std::move(request.value)}));
  return Empty{};
}

Result<Empty> delete_tag(Services& services, RegisteredModelTagRequest& request) {
  TRY(services.registered_models.delete_tag(request.name, request.key));
  return Empty{};
}

Result<Empty> set_alias(Services& services, RegisteredModelAliasRequest& request) {
  TRY(services.registered_models.set_alias(request.name, request.alias, request.version));
  return Empty{};
}

Result<Empty> delete_alias(Services& services, RegisteredModelAliasRequest& request) {
  TRY(services.registered_models.delete_alias(request.name, request.alias));
  return Empty{};
}

Result<ModelVersionResponse> get_by_alias(Services& services, RegisteredModelAliasRequest& request) {
  return ModelVersionResponse{TRY(services.model_versions.get_by_alias(request.name, request.alias))};
}

}  // namespace

std::vector<Endpoint> registered_model_endpoints() {
  constexpr std::int64_t kMostModels = 1000;
  const Rule name = rule("name", {kString, kRequired});
  const Rule key = rule("key", {kString, kRequired});
  const Rule alias = rule("alias", {kString, kRequired});
  const std::vector<Rule> latest_rules = {name, rule("stages", {kArray, kStringItems})};
  const auto row = [](Method method, auto... rest) { return endpoint(method, Mount::kMlflow2, rest...); };
  using Rules = std::vector<Rule>;
  return {
      row(Method::kPost, "/registered-models/create",
          Rules{name, rule("tags", {kArray}), rule("description", {kString})}, create),
      row(Method::kPost, "/registered-models/rename", Rules{name, rule("new_name", {kString, kRequired})}, rename),
      row(Method::kPatch, "/registered-models/update", Rules{name, rule("description", {kString})}, update),
      row(Method::kDelete, "/registered-models/delete", Rules{name}, remove),
      row(Method::kGet, "/registered-models/get", Rules{name}, get),
      row(Method::kGet, "/registered-models/search",
          Rules{rule("filter", {kString}), rule("max_results", {kIntLike, kWithin}, INT64_MIN, kMostModels),
                rule("order_by", {kArray, kStringItems}), rule("page_token", {kString})},
          search),
      row(Method::kPost, "/registered-models/get-latest-versions", latest_rules, get_latest_versions),
      row(Method::kGet, "/registered-models/get-latest-versions", latest_rules, get_latest_versions),
      row(Method::kPost, "/registered-models/set-tag", Rules{name, key, rule("value", {kString})}, set_tag),
      row(Method::kDelete, "/registered-models/delete-tag", Rules{name, key}, delete_tag),
      row(Method::kPost, "/registered-models/alias", Rules{name, alias, rule("version", {kString, kRequired})},
          set_alias),
      row(Method::kDelete, "/registered-models/alias", Rules{name, alias}, delete_alias),
      row(Method::kGet, "/registered-models/alias", Rules{name, alias}, get_by_alias),
  };
}

}  // namespace cairn::api
