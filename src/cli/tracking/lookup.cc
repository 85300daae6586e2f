#include "cli/tracking/lookup.h"

#include <algorithm>
#include <fmt/format.h>

#include "cli/output/suggestion.h"
#include "cli/tracking/session.h"
#include "client/operations.h"

namespace cairn::cli {
namespace {

// The names that are alike; what goes wrong meanwhile is not worth a word.
std::string similar_name(const client::Connection& connection, const std::string& name) {
  constexpr std::size_t kMostLookedAt = 1000;
  const auto all = client::collect(connection, client::kSearchExperiments, {.max_results = kMostLookedAt},
                                   &api::SearchExperimentsResponse::experiments, kMostLookedAt);
  if (!all.ok()) return {};
  std::vector<std::string> names;
  for (const tracking::Experiment& experiment : *all) names.push_back(experiment.name);
  return did_you_mean(name, names);
}

}  // namespace

Result<tracking::Experiment> find_experiment(const client::Connection& connection, const ExperimentName& named) {
  if (named.id.empty() == named.name.empty()) {
    return wrong_usage("Must specify exactly one of --experiment-id or --experiment-name.");
  }
  if (!named.id.empty()) {
    return TRY(connection.call(client::kGetExperiment, {.experiment_id = named.id})).experiment;
  }
  auto found = connection.call(client::kGetExperimentByName, {.experiment_name = named.name});
  if (found.ok()) return std::move(found->experiment);
  if (found.error().code() != ErrorCode::kResourceDoesNotExist) return std::move(found).error();
  return does_not_exist(
      fmt::format("Experiment with name '{}' does not exist.{}", named.name, similar_name(connection, named.name)));
}

Result<tracking::ViewType> view_named(const std::string& name) {
  if (name == "active_only") return tracking::ViewType::kActiveOnly;
  if (name == "deleted_only") return tracking::ViewType::kDeletedOnly;
  if (name == "all") return tracking::ViewType::kAll;
  return invalid_parameter(
      fmt::format("Could not get valid view type corresponding to string {}. Valid view types are "
                  "['active_only', 'deleted_only', 'all']",
                  name));
}

Result<std::vector<tracking::Tag>> tags_from(const std::vector<std::string>& pairs) {
  std::vector<tracking::Tag> tags;
  for (const std::string& pair : pairs) {
    const std::size_t equals = pair.find('=');
    if (equals == std::string::npos) {
      return wrong_usage(fmt::format("Invalid tag format: '{}'. Tags must be in key=value format.", pair));
    }
    std::string key = pair.substr(0, equals);
    if (std::ranges::any_of(tags, [&key](const tracking::Tag& tag) { return tag.key == key; })) {
      return wrong_usage(fmt::format("Duplicate tag key: '{}'", key));
    }
    tags.push_back({std::move(key), pair.substr(equals + 1)});
  }
  return tags;
}

}  // namespace cairn::cli
