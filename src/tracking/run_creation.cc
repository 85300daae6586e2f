#include "tracking/run_creation.h"

#include <algorithm>
#include <fmt/format.h>

#include "core/uri.h"
#include "tracking/experiments.h"
#include "tracking/run_changes.h"
#include "tracking/run_names.h"
#include "tracking/validation.h"

namespace cairn::tracking {
namespace {

constexpr db::RowStatement kInsertRuns = {
    "/*each row*/ INSERT INTO runs (run_uuid, name, user_id, start_time, artifact_uri, experiment_id, status, "
    "lifecycle_stage, source_type, source_name, entry_point_name, source_version) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
    "tttititttttt"};
constexpr db::RowStatement kInsertTags = {"/*each row*/ INSERT INTO tags (key, value, run_uuid) VALUES (?1, ?2, ?3)",
                                          "ttt"};

const std::string* tag_value(const std::vector<Tag>& tags, std::string_view key) {
  const auto found = std::ranges::find(tags, key, &Tag::key);
  return found == tags.end() ? nullptr : &found->value;
}

// Settles the name between the argument, the tag and chance, and makes sure that the tag is there.
Status settle_name(NewRun& request) {
  const std::string* value = tag_value(request.tags, kRunNameTag);
  const std::string tagged = value ? *value : "";
  if (!request.run_name.empty() && !tagged.empty() && request.run_name != tagged) {
    return invalid_parameter(
        fmt::format("Both 'run_name' argument and 'mlflow.runName' tag are specified, but with different values "
                    "(run_name='{}', mlflow.runName='{}').",
                    request.run_name, tagged));
  }
  if (request.run_name.empty()) request.run_name = tagged.empty() ? random_run_name() : tagged;
  if (tagged.empty()) request.tags.push_back({std::string(kRunNameTag), request.run_name});
  return {};
}

Status check_unique_tags(const std::vector<Tag>& tags) {
  for (std::size_t i = 0; i < tags.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (tags[i].key == tags[j].key) {
        return bad_request(fmt::format("The tag '{}' is given twice. A run has one value for each tag.", tags[i].key));
      }
    }
  }
  return {};
}

// What the run is to be, from what is asked for.
Status settle(RunCreation::Item& item, const HeldExperiments& experiments) {
  NewRun& request = item.request;
  Run& run = item.run;
  const Experiment& experiment = *TRY(experiments.get(request.experiment_id));
  TRY(check_active(experiment));
  if (request.experiment_id.empty()) {
    return bad_request("No experiment_id is given. A run belongs to an experiment: '0' is the default one.");
  }
  TRY(settle_name(request));
  TRY(check_unique_tags(request.tags));
  run.info.run_name = request.run_name;
  run.info.experiment_id = experiment.experiment_id;
  run.info.user_id = request.user_id;
  run.info.start_time = request.start_time;
  run.info.artifact_uri =
      append_to_uri_path(append_to_uri_path(experiment.artifact_location, run.info.run_id), "artifacts");
  run.info.lifecycle_stage = "active";
  run.data.tags = request.tags;
  return {};
}

struct NewRows {
  std::vector<db::Param> runs;
  std::vector<db::Param> tags;

  // Borrows the run's texts.
  void add(const Run& run, std::int64_t experiment_id) {
    const RunInfo& info = run.info;
    const std::string_view nothing;
    runs.insert(runs.end(), {info.run_id, info.run_name, info.user_id, info.start_time, info.artifact_uri,
                             experiment_id, "RUNNING", "active", "UNKNOWN", nothing, nothing, nothing});
    for (const Tag& tag : run.data.tags) tags.insert(tags.end(), {tag.key, tag.value, info.run_id});
  }
};

}  // namespace

Status RunCreation::apply(db::Connection& connection, std::span<db::GroupWrite::Item* const> items) const {
  HeldExperiments experiments;
  for (const db::GroupWrite::Item* each : items) {
    experiments.add(static_cast<const Item*>(each)->request.experiment_id);
  }
  TRY(experiments.hold(connection));
  NewRows rows;
  for (db::GroupWrite::Item* each : items) {
    Item& item = *static_cast<Item*>(each);
    item.outcome = settle(item, experiments);
    if (!item.outcome.ok()) continue;
    const std::int64_t experiment_id = TRY(parse_experiment_id(item.run.info.experiment_id));
    rows.add(item.run, experiment_id);
    announce_run(connection, experiment_id, item.run.info.run_id);
  }
  TRY(connection.submit_rows(kInsertRuns, rows.runs));
  return connection.submit_rows(kInsertTags, rows.tags);
}

}  // namespace cairn::tracking
