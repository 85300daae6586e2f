// What the model registry keeps, in MLflow's words.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tracking/types.h"

namespace cairn::registry {

using tracking::Page;
using tracking::Tag;

enum class VersionStatus : std::int32_t { kPendingRegistration = 1, kFailedRegistration = 2, kReady = 3 };

// Absent members are NULL in the database and absent on the wire.
struct ModelVersion {
  std::string name;
  std::string version;  // a number that travels as text
  std::int64_t creation_timestamp = 0;
  std::optional<std::int64_t> last_updated_timestamp;
  std::optional<std::string> user_id;
  std::optional<std::string> current_stage;
  std::optional<std::string> description;
  std::optional<std::string> source;
  std::optional<std::string> run_id;
  std::optional<VersionStatus> status;
  std::optional<std::string> status_message;
  std::vector<Tag> tags;
  std::optional<std::string> run_link;
  std::vector<std::string> aliases;
};

struct Alias {
  std::string alias;
  std::string version;
};

struct RegisteredModel {
  std::string name;
  std::int64_t creation_timestamp = 0;
  std::optional<std::int64_t> last_updated_timestamp;
  std::optional<std::string> description;
  std::vector<ModelVersion> latest_versions;  // the highest of each stage
  std::vector<Tag> tags;
  std::vector<Alias> aliases;
};

}  // namespace cairn::registry
