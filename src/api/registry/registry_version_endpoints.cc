#include "api/registry/registry_endpoints.h"
#include "api/registry/registry_messages.h"
#include "api/tracking/tracking_messages.h"
#include "registry/version_search.h"

namespace cairn::api {
namespace {

using enum Check;
using http::Method;

Result<ModelVersionResponse> create(Services& services, CreateModelVersionRequest& request) {
  return ModelVersionResponse{TRY(services.model_versions.create(
      {std::move(request.name), std::move(request.source), std::move(request.run_id), std::move(request.model_id),
       std::move(request.tags), std::move(request.run_link), std::move(request.description)}))};
}

Result<ModelVersionResponse> update(Services& services, UpdateModelVersionRequest& request) {
  return ModelVersionResponse{
      TRY(services.model_versions.describe(request.name, request.version, request.description))};
}

Result<ModelVersionResponse> transition_stage(Services& services, TransitionStageRequest& request) {
  const auto others =
      request.archive_existing_versions ? registry::OthersInStage::kAreArchived : registry::OthersInStage::kStay;
  return ModelVersionResponse{
      TRY(services.model_versions.move_to_stage(request.name, request.version, request.stage, others))};
}

Result<Empty> remove(Services& services, ModelVersionRequest& request) {
  TRY(services.model_versions.remove(request.name, request.version));
  return Empty{};
}

Result<ModelVersionResponse> get(Services& services, ModelVersionRequest& request) {
  return ModelVersionResponse{TRY(services.model_versions.get(request.name, request.version))};
}

Result<ModelVersionsResponse> search(Services& services, SearchModelVersionsRequest& request) {
  auto page = TRY(registry::search_model_versions(
      services.database, {request.filter, request.max_results, request.order_by, request.page_token}));
  ModelVersionsResponse response{std::move(page.items), {}};
  if (!page.next_token.empty()) response.next_page_token = std::move(page.next_token);
  return response;
}

Result<DownloadUriResponse> get_download_uri(Services& services, ModelVersionRequest& request) {
  return DownloadUriResponse{TRY(services.model_versions.download_uri(request.name, request.version))};
}

Result<Empty> set_tag(Services& services, ModelVersionTagRequest& request) {
  TRY(services.model_versions.set_tag(request.name, request.version,
                                      {std::move(request.key), std::move(request.value)}));
  return Empty{};
}

Result<Empty> delete_tag(Services& services, ModelVersionTagRequest& request) {
  TRY(services.model_versions.delete_tag(request.name, request.version, request.key));
  return Empty{};
}

}  // namespace

std::vector<Endpoint> model_version_endpoints() {
  constexpr std::int64_t kMostVersions = 200'000;
  const Rule name = rule("name", {kString, kRequired});
  const Rule version = rule("version", {kString, kRequired});
  const Rule key = rule("key", {kString, kRequired});
  const auto row = [](Method method, auto... rest) { return endpoint(method, Mount::kMlflow2, rest...); };
  using Rules = std::vector<Rule>;
  return {
      row(Method::kPost, "/model-versions/create",
          Rules{name, rule("source", {kString, kRequired}), rule("run_id", {kString}), rule("tags", {kArray}),
                rule("run_link", {kString}), rule("description", {kString}), rule("model_id", {kString})},
          create),
      row(Method::kPatch, "/model-versions/update", Rules{name, version, rule("description", {kString})}, update),
      row(Method::kPost, "/model-versions/transition-stage", Rules{name, version, rule("stage", {kString, kRequired})},
          transition_stage),
      row(Method::kDelete, "/model-versions/delete", Rules{name, version}, remove),
      row(Method::kGet, "/model-versions/get", Rules{name, version}, get),
      row(Method::kGet, "/model-versions/search",
          Rules{rule("filter", {kString}), rule("max_results", {kIntLike, kWithin}, INT64_MIN, kMostVersions),
                rule("order_by", {kArray, kStringItems}), rule("page_token", {kString})},
          search),
      row(Method::kGet, "/model-versions/get-download-uri", Rules{}, get_download_uri),
      row(Method::kPost, "/model-versions/set-tag", Rules{name, version, key, rule("value", {kString})}, set_tag),
      row(Method::kDelete, "/model-versions/delete-tag", Rules{name, version, key}, delete_tag),
  };
}

}  // namespace cairn::api
