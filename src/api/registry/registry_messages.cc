#include "api/registry/registry_messages.h"

#include "api/wire/message_fields.h"

namespace cairn::api {

namespace r = registry;

template <>
EnumTable enum_table<r::VersionStatus>() {
  static constexpr EnumValue kValues[] = {{1, "PENDING_REGISTRATION"}, {2, "FAILED_REGISTRATION"}, {3, "READY"}};
  return kValues;
}

CAIRN_MESSAGE(r::ModelVersion, F(name), F(version), F(creation_timestamp), F(last_updated_timestamp), F(user_id),
              F(current_stage), F(description), F(source), F(run_id), F(status), F(status_message), F(tags),
              F(run_link), F(aliases))
CAIRN_MESSAGE(r::Alias, F(alias), F(version))
CAIRN_MESSAGE(r::RegisteredModel, F(name), F(creation_timestamp), F(last_updated_timestamp), F(description),
              F(latest_versions), F(tags), F(aliases))

CAIRN_MESSAGE(CreateRegisteredModelRequest, F(name), F(tags), F(description))
CAIRN_MESSAGE(RegisteredModelResponse, F(registered_model))
CAIRN_MESSAGE(RegisteredModelRequest, F(name))
CAIRN_MESSAGE(RenameRegisteredModelRequest, F(name), F(new_name))
CAIRN_MESSAGE(UpdateRegisteredModelRequest, F(name), F(description))
CAIRN_MESSAGE(SearchRegisteredModelsRequest, F(filter), F(max_results), F(order_by), F(page_token))
CAIRN_MESSAGE(SearchRegisteredModelsResponse, F(registered_models), F(next_page_token))
CAIRN_MESSAGE(GetLatestVersionsRequest, F(name), F(stages))
CAIRN_MESSAGE(ModelVersionsResponse, F(model_versions), F(next_page_token))
CAIRN_MESSAGE(RegisteredModelTagRequest, F(name), F(key), F(value))
CAIRN_MESSAGE(RegisteredModelAliasRequest, F(name), F(alias), F(version))

CAIRN_MESSAGE(CreateModelVersionRequest, F(name), F(source), F(run_id), F(tags), F(run_link), F(description),
              F(model_id))
CAIRN_MESSAGE(ModelVersionResponse, F(model_version))
CAIRN_MESSAGE(ModelVersionRequest, F(name), F(version))
CAIRN_MESSAGE(UpdateModelVersionRequest, F(name), F(version), F(description))
CAIRN_MESSAGE(TransitionStageRequest, F(name), F(version), F(stage), F(archive_existing_versions))
CAIRN_MESSAGE(SearchModelVersionsRequest, F(filter), F(max_results), F(order_by), F(page_token))
CAIRN_MESSAGE(DownloadUriResponse, F(artifact_uri))
CAIRN_MESSAGE(ModelVersionTagRequest, F(name), F(version), F(key), F(value))

}  // namespace cairn::api
