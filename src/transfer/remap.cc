#include "transfer/remap.h"

#include <fmt/format.h>

#include "core/sha256.h"

namespace cairn::transfer {
namespace {

constexpr std::string_view kParentRunTag = "mlflow.parentRunId";
constexpr std::string_view kModelScheme = "models:/";
constexpr std::string_view kModelIdPrefix = "m-";

}  // namespace

void Remap::move_artifacts(std::string from, std::string to) {
  while (from.ends_with('/')) from.pop_back();
  if (!from.empty() && from != to) places_[std::move(from)] = std::move(to);
}

std::string Remap::id(const std::string& from) const {
  const auto found = ids_.find(from);
  return found == ids_.end() ? from : found->second;
}

// The longest known place above it wins.
std::string Remap::uri(const std::string& from) const {
  if (from.starts_with(kModelScheme)) {
    const std::string name = from.substr(kModelScheme.size());
    return std::string(kModelScheme) + id(name);
  }
  for (std::size_t end = from.size(); end != std::string::npos && end > 0; end = from.rfind('/', end - 1)) {
    const auto found = places_.find(from.substr(0, end));
    if (found != places_.end()) return found->second + from.substr(end);
  }
  return from;
}

void Remap::apply(std::optional<std::string>& uri_member) const {
  if (uri_member) uri_member = uri(*uri_member);
}

void Remap::apply(RunRecord& record) const {
  record.run.run_uuid = id(record.run.run_uuid);
  apply(record.run.artifact_uri);
  for (Tag& tag : record.tags) {
    if (tag.key == kParentRunTag) tag.value = id(tag.value);
  }
  for (ModelUse& use : record.model_inputs) use.model_id = id(use.model_id);
  for (ModelUse& use : record.model_outputs) use.model_id = id(use.model_id);
}

void Remap::apply(LoggedModelRecord& record) const {
  record.model.model_id = id(record.model.model_id);
  record.model.artifact_location = uri(record.model.artifact_location);
  if (record.model.source_run_id) record.model.source_run_id = id(*record.model.source_run_id);
  for (LoggedModelMetricRow& metric : record.metrics) metric.run_id = id(metric.run_id);
}

void Remap::apply(RegisteredModelRecord& record) const {
  for (VersionRecord& version : record.versions) {
    if (version.version.run_id) version.version.run_id = id(*version.version.run_id);
    apply(version.version.source);
    apply(version.version.storage_location);
  }
}

std::string renewed_id(const std::string& id, std::int64_t experiment_id) {
  const std::string digest = sha256_hex(fmt::format("{} in {}", id, experiment_id)).substr(0, 32);
  return id.starts_with(kModelIdPrefix) ? std::string(kModelIdPrefix) + digest : digest;
}

}  // namespace cairn::transfer
