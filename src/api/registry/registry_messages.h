// The requests and responses of the registry's endpoints, as MLflow's protocol has them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "api/wire/message.h"
#include "registry/types.h"

namespace cairn::api {

struct CreateRegisteredModelRequest {
  std::string name;
  std::vector<registry::Tag> tags;
  std::string description;
};
struct RegisteredModelResponse {
  registry::RegisteredModel registered_model;
};
struct RegisteredModelRequest {
  std::string name;
};
struct RenameRegisteredModelRequest {
  std::string name;
  std::string new_name;
};
struct UpdateRegisteredModelRequest {
  std::string name;
  std::string description;
};

struct SearchRegisteredModelsRequest {
  std::string filter;
  std::int64_t max_results = 100;
  std::vector<std::string> order_by;
  std::string page_token;
};
struct SearchRegisteredModelsResponse {
  std::vector<registry::RegisteredModel> registered_models;
  std::optional<std::string> next_page_token;
};

struct GetLatestVersionsRequest {
  std::string name;
  std::vector<std::string> stages;
};
struct ModelVersionsResponse {
  std::vector<registry::ModelVersion> model_versions;
  std::optional<std::string> next_page_token;
};

struct RegisteredModelTagRequest {
  std::string name;
  std::string key;
  std::string value;
};
struct RegisteredModelAliasRequest {
  std::string name;
  std::string alias;
  std::string version;
};

struct CreateModelVersionRequest {
  std::string name;
  std::string source;
  std::optional<std::string> run_id;
  std::vector<registry::Tag> tags;
  std::string run_link;
  std::string description;
  std::optional<std::string> model_id;
};
struct ModelVersionResponse {
  registry::ModelVersion model_version;
};
struct ModelVersionRequest {
  std::string name;
  std::string version;
};
struct UpdateModelVersionRequest {
  std::string name;
  std::string version;
  std::optional<std::string> description;
};
struct TransitionStageRequest {
  std::string name;
  std::string version;
  std::string stage;
  bool archive_existing_versions = false;
};

struct SearchModelVersionsRequest {
  std::string filter;
  std::int64_t max_results = 200'000;
  std::vector<std::string> order_by;
  std::string page_token;
};
struct DownloadUriResponse {
  std::string artifact_uri;
};
struct ModelVersionTagRequest {
  std::string name;
  std::string version;
  std::string key;
  std::string value;
};

}  // namespace cairn::api
