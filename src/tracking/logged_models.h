// Logged models: create, read, finalize, delete, tag. Their metrics come from runs: see logged_model_metrics.h.
//
// Any thread may call; each call is one read or one write of the database.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "db/database.h"
#include "tracking/logged_model.h"

namespace cairn::tracking {

struct NewLoggedModel {
  std::string experiment_id;
  std::string name;  // empty: a random one
  std::string model_type;
  std::string source_run_id;
  std::vector<Param> params;
  std::vector<Tag> tags;
};

enum class DeletedModels { kHide, kShow };

class LoggedModels {
 public:
  explicit LoggedModels(db::Database& database) : database_(database) {}

  Result<LoggedModel> create(NewLoggedModel request);
  // With its tags, parameters and all its metrics.
  Result<LoggedModel> get(std::string_view model_id, DeletedModels deleted) const;
  // What follows changes deleted models too, as in MLflow.
  Result<LoggedModel> finalize(std::string_view model_id, LoggedModelStatus status);
  Status remove(std::string_view model_id);
  // Of several values for one key the last stays.
  Status set_tags(std::string_view model_id, const std::vector<Tag>& tags);
  Status delete_tag(std::string_view model_id, std::string_view key);
  // A parameter is written once.
  Status log_params(std::string_view model_id, const std::vector<Param>& params);

 private:
  db::Database& database_;
};

}  // namespace cairn::tracking
