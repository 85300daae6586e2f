// Finding what the user named: an experiment by id or name, a view by its word.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "client/connection.h"
#include "core/result.h"
#include "tracking/types.h"

namespace cairn::cli {

struct ExperimentName {
  std::string id;
  std::string name;
};

// Exactly one of the two must be given.
Result<tracking::Experiment> find_experiment(const client::Connection& connection, const ExperimentName& named);

// "active_only", "deleted_only", "all".
Result<tracking::ViewType> view_named(const std::string& name);

// "key=value" as a tag.
Result<std::vector<tracking::Tag>> tags_from(const std::vector<std::string>& pairs);

}  // namespace cairn::cli
