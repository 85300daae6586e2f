// Where a new model version comes from: a run, a logged model, another version, or a place of its own.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/result.h"
#include "db/connection.h"
#include "registry/types.h"

namespace cairn::registry {

struct NewVersion {
  std::string name;
  std::string source;
  // Absent and empty differ: the copy of a version has its run unless the request names one.
  std::optional<std::string> run_id;
  std::optional<std::string> model_id;
  std::vector<Tag> tags;
  std::string run_link;
  std::string description;
};

struct Origin {
  std::string source;                        // models:/name/Production became the version that it was
  std::optional<std::string> run_id;         // of the request or of the copied version
  std::optional<std::string> stored_run_id;  // that, or the logged model's where that is empty
  std::string model_id;                      // empty: of no logged model
  std::string storage_location;              // where the files are
};

// Looks up what the request refers to, and refuses a source that it may not have (source_rules.h).
Result<Origin> resolve_origin(db::Connection& connection, const NewVersion& request);

}  // namespace cairn::registry
