#include "search/logged_model_attributes.h"

#include <algorithm>
#include <iterator>

namespace cairn::search {
namespace {

constexpr std::string_view kCreated = "creation_timestamp_ms";
constexpr std::string_view kUpdated = "last_updated_timestamp_ms";

constexpr LoggedModelAttribute kAttributes[] = {
    {"model_id", "model_id"},
    {"experiment_id", "experiment_id"},
    {"name", "name"},
    {"artifact_location", "artifact_location"},
    {"status", "status"},
    {"lifecycle_stage", "lifecycle_stage"},
    {"model_type", "model_type"},
    {"source_run_id", "source_run_id"},
    {"status_message", "status_message"},
    {kCreated, kCreated, true},
    {kUpdated, kUpdated, true},
    {"creation_time", kCreated, true},
    {"creation_timestamp", kCreated, true},
    {"last_updated_timestamp", kUpdated, true},
};

}  // namespace

const LoggedModelAttribute* find_logged_model_attribute(std::string_view name) {
  const auto* attribute = std::ranges::find(kAttributes, name, &LoggedModelAttribute::name);
  return attribute == std::end(kAttributes) ? nullptr : attribute;
}

}  // namespace cairn::search
