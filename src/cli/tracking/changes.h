// What a command changed, as --json tells it where there is no object of MLflow's that says it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "api/wire/message.h"

namespace cairn::api {

struct LoggedMetric {
  std::string run_id, key;
  double value = 0;
  std::int64_t timestamp = 0, step = 0;
};

// A parameter or a tag of a run.
struct LoggedValue {
  std::string run_id, key, value;
};

// Of a registered model or a version of it: an alias, a tag, itself.
struct ModelPart {
  std::string name;
  std::optional<std::string> version{}, alias{}, key{}, value{};
};

// What is gone, by the names that it had.
struct Deletion {
  ModelPart deleted;
};

// Where something is now.
struct Place {
  std::string path;
};

}  // namespace cairn::api
