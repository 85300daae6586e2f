#include "api/tracking/logged_model_messages.h"

#include "api/wire/message_fields.h"

namespace cairn::api {

namespace t = tracking;

template <>
EnumTable enum_table<t::LoggedModelStatus>() {
  static constexpr EnumValue kValues[] = {{0, "LOGGED_MODEL_STATUS_UNSPECIFIED"},
                                          {1, "LOGGED_MODEL_PENDING"},
                                          {2, "LOGGED_MODEL_READY"},
                                          {3, "LOGGED_MODEL_UPLOAD_FAILED"}};
  return kValues;
}

CAIRN_MESSAGE(t::LoggedModelMetric, F(key), F(value), F(timestamp), F(step), F(dataset_name), F(dataset_digest),
              F(model_id), F(run_id))
CAIRN_MESSAGE(t::LoggedModelInfo, F(model_id), F(experiment_id), F(name), F(creation_timestamp_ms),
              F(last_updated_timestamp_ms), F(artifact_uri), F(status), F(model_type), F(source_run_id),
              F(status_message), F(tags))
CAIRN_MESSAGE(t::LoggedModelData, F(params), F(metrics))
CAIRN_MESSAGE(t::LoggedModel, F(info), F(data))

CAIRN_MESSAGE(CreateLoggedModelRequest, F(experiment_id), F(name), F(model_type), F(source_run_id), F(params), F(tags))
CAIRN_MESSAGE(FinalizeLoggedModelRequest, F(model_id), F(status))
CAIRN_MESSAGE(LoggedModelResponse, F(model))
CAIRN_MESSAGE(LoggedModelTagsRequest, F(model_id), F(tags))
CAIRN_MESSAGE(LoggedModelParamsRequest, F(model_id), F(params))
CAIRN_MESSAGE(SearchedDataset, F(dataset_name), F(dataset_digest))
CAIRN_MESSAGE(search::LoggedModelOrder, F(field_name), F(ascending), F(dataset_name), F(dataset_digest))
CAIRN_MESSAGE(SearchLoggedModelsRequest, F(experiment_ids), F(filter), F(datasets), F(max_results), F(order_by),
              F(page_token), F(latest_metrics_only))
CAIRN_MESSAGE(SearchLoggedModelsResponse, F(models), F(next_page_token))

}  // namespace cairn::api
