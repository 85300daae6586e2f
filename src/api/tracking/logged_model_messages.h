// The requests and responses of the endpoints of logged models, as MLflow's protocol has them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "api/wire/message.h"
#include "search/logged_model_order.h"
#include "tracking/logged_model.h"

namespace cairn::api {

struct CreateLoggedModelRequest {
  std::string experiment_id;
  std::string name;
  std::string model_type;
  std::string source_run_id;
  std::vector<tracking::Param> params;
  std::vector<tracking::Tag> tags;
};

struct FinalizeLoggedModelRequest {
  std::string model_id;
  tracking::LoggedModelStatus status = tracking::LoggedModelStatus::kUnspecified;
};

struct LoggedModelResponse {
  tracking::LoggedModel model;
};

struct LoggedModelTagsRequest {
  std::string model_id;  // passes, and is not looked at: the path says it
  std::vector<tracking::Tag> tags;
};

struct LoggedModelParamsRequest {
  std::string model_id;  // must be there, and is not looked at: MLflow's
  std::vector<tracking::Param> params;
};

struct SearchedDataset {
  std::string dataset_name;
  std::string dataset_digest;
};

struct SearchLoggedModelsRequest {
  std::vector<std::string> experiment_ids;
  std::string filter;
  std::vector<SearchedDataset> datasets;
  std::int32_t max_results = 50;
  std::vector<search::LoggedModelOrder> order_by;
  std::string page_token;
  bool latest_metrics_only = false;  // cairn's own
};
struct SearchLoggedModelsResponse {
  std::vector<tracking::LoggedModel> models;
  std::optional<std::string> next_page_token;
};

}  // namespace cairn::api
