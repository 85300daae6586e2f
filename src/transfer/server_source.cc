#include "transfer/server_source.h"

#include <charconv>
#include <fmt/format.h>

#include "api/wire/message.h"
#include "client/operations.h"
#include "core/clock.h"
#include "core/ids.h"
#include "transfer/server_left_out.h"

namespace cairn::transfer {
namespace {

constexpr std::int32_t kPage = 1000;
constexpr std::int32_t kPointsPerPage = 25'000;
// Searches leave prompts out unless they ask for them.
constexpr std::string_view kPrompts = "tags.`mlflow.prompt.is_prompt` = 'true'";

std::int64_t number(const std::string& text) {
  std::int64_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

template <class Enum>
std::string name_of(Enum value) {
  for (const api::EnumValue& known : api::enum_table<Enum>()) {
    if (known.number == static_cast<std::int32_t>(value)) return std::string(known.name);
  }
  return {};
}

ExperimentRecord to_record(tracking::Experiment experiment) {
  return {{number(experiment.experiment_id), std::move(experiment.name), std::move(experiment.artifact_location),
           std::move(experiment.lifecycle_stage), experiment.creation_time, experiment.last_update_time},
          std::move(experiment.tags)};
}

RunRow to_row(const tracking::RunInfo& info, std::int64_t now) {
  RunRow row;
  row.run_uuid = info.run_id;
  row.name = info.run_name;
  // What MLflow's server stores of every run.
  row.source_type = "UNKNOWN";
  row.source_name = "";
  row.entry_point_name = "";
  row.source_version = "";
  row.user_id = info.user_id;
  row.status = name_of(info.status);
  row.start_time = info.start_time;
  row.end_time = info.end_time;
  row.lifecycle_stage = info.lifecycle_stage;
  row.artifact_uri = info.artifact_uri;
  row.experiment_id = number(info.experiment_id);
  if (info.lifecycle_stage == "deleted") row.deleted_time = now;
  return row;
}

DatasetUse to_use(tracking::DatasetInput input) {
  tracking::Dataset& dataset = input.dataset;
  return {{new_hex_id(), std::move(dataset.name), std::move(dataset.digest), std::move(dataset.source_type),
           std::move(dataset.source), std::move(dataset.schema), std::move(dataset.profile)},
          std::move(input.tags)};
}

RunRecord to_record(tracking::Run run, std::int64_t now) {
  RunRecord record;
  record.run = to_row(run.info, now);
  record.params = std::move(run.data.params);
  record.tags = std::move(run.data.tags);
  for (auto& input : run.inputs.dataset_inputs) record.datasets.push_back(to_use(std::move(input)));
  for (const auto& input : run.inputs.model_inputs) record.model_inputs.push_back({input.model_id, 0});
  if (run.outputs) {
    for (const auto& output : run.outputs->model_outputs) {
      record.model_outputs.push_back({output.model_id, output.step});
    }
  }
  return record;
}

LoggedModelRecord to_record(tracking::LoggedModel model) {
  tracking::LoggedModelInfo& info = model.info;
  LoggedModelRecord record;
  record.model = {info.model_id,
                  number(info.experiment_id),
                  info.name,
                  info.artifact_uri,
                  info.creation_timestamp_ms,
                  info.last_updated_timestamp_ms,
                  static_cast<std::int64_t>(info.status),
                  "active",
                  info.model_type,
                  info.source_run_id,
                  info.status_message};
  record.params = std::move(model.data.params);
  record.tags = std::move(info.tags);
  for (auto& metric : model.data.metrics) {
    record.metrics.push_back({metric.key, metric.timestamp, metric.step, metric.value, metric.run_id, std::nullopt,
                              metric.dataset_name, metric.dataset_digest});
  }
  return record;
}

VersionRecord to_record(registry::ModelVersion version) {
  VersionRecord record;
  VersionRow& row = record.version;
  row.version = number(version.version);
  row.creation_time = version.creation_timestamp;
  row.last_updated_time = version.last_updated_timestamp;
  row.description = version.description;
  row.user_id = version.user_id;
  row.current_stage = version.current_stage;
  row.source = version.source;
  row.storage_location = version.source;
  row.run_id = version.run_id;
  if (version.status) row.status = name_of(*version.status);
  row.status_message = version.status_message;
  row.run_link = version.run_link;
  record.tags = std::move(version.tags);
  return record;
}

Result<std::vector<Point>> fetch_history(const client::Connection& connection, const std::string& run_id,
                                         const std::string& key) {
  api::GetMetricHistoryRequest request;
  request.run_id = run_id;
  request.metric_key = key;
  request.max_results = kPointsPerPage;
  std::vector<Point> points;
  for (const auto& metric :
       TRY(client::collect(connection, client::kGetMetricHistory, request, &api::GetMetricHistoryResponse::metrics))) {
    points.push_back(tracking::logged_point(metric.step, metric.timestamp, metric.value));
  }
  return points;
}

}  // namespace

ServerSource::ServerSource(client::Connection connection) : connection_(std::move(connection)), started_(now_ms()) {}

Result<std::unique_ptr<ServerSource>> ServerSource::open(client::Connection connection) {
  api::SearchExperimentsRequest one;
  one.max_results = 1;
  TRY(connection.call(client::kSearchExperiments, one));
  return std::unique_ptr<ServerSource>(new ServerSource(std::move(connection)));
}

Result<std::vector<SourceExperiment>> ServerSource::experiments(std::vector<Skipped>& skipped) {
  std::vector<SourceExperiment> found;
  std::vector<std::string> ids;
  api::SearchExperimentsRequest all;
  all.max_results = kPage;
  all.view_type = tracking::ViewType::kAll;
  for (auto& experiment : TRY(client::collect(connection_, client::kSearchExperiments, all,
                                              &api::SearchExperimentsResponse::experiments))) {
    const std::string id = experiment.experiment_id;
    ids.push_back(id);
    SourceExperiment& one = found.emplace_back();
    one.record = to_record(std::move(experiment));
    api::SearchRunsRequest runs;
    runs.experiment_ids = {id};
    runs.run_view_type = tracking::ViewType::kAll;
    runs.max_results = kPage;
    for (const auto& run :
         TRY(client::collect(connection_, client::kSearchRuns, runs, &api::SearchRunsResponse::runs))) {
      one.run_ids.push_back(run.info.run_id);
    }
    api::SearchLoggedModelsRequest models;
    models.experiment_ids = {id};
    for (auto& model : TRY(client::collect(connection_, client::kSearchLoggedModels, models,
                                           &api::SearchLoggedModelsResponse::models))) {
      one.model_ids.push_back(model.info.model_id);
      const std::string model_id = model.info.model_id;
      logged_models_[model_id] = to_record(std::move(model));
    }
  }
  note_left_out(connection_, ids, skipped);
  return found;
}

Result<RunRecord> ServerSource::run(const SourceExperiment& /*experiment*/, const std::string& run_id) {
  api::RunIdRequest request;
  request.run_id = run_id;
  auto response = TRY(connection_.call(client::kGetRun, request));
  std::vector<History> histories;
  for (const auto& metric : response.run.data.metrics) {
    histories.push_back({metric.key, TRY(fetch_history(connection_, run_id, metric.key))});
  }
  RunRecord record = to_record(std::move(response.run), started_);
  record.histories = std::move(histories);
  return record;
}

Result<LoggedModelRecord> ServerSource::logged_model(const SourceExperiment& /*experiment*/,
                                                     const std::string& model_id) {
  const auto found = logged_models_.find(model_id);
  if (found != logged_models_.end()) return found->second;
  return does_not_exist(fmt::format("There is no logged model '{}'.", model_id));
}

Result<std::vector<std::string>> ServerSource::registered_models(std::vector<Skipped>& /*skipped*/) {
  std::vector<std::string> names;
  for (const bool prompts : {false, true}) {
    api::SearchRegisteredModelsRequest request;
    request.max_results = kPage;
    if (prompts) request.filter = kPrompts;
    for (const auto& model : TRY(client::collect(connection_, client::kSearchRegisteredModels, request,
                                                 &api::SearchRegisteredModelsResponse::registered_models))) {
      if (is_prompt_.emplace(model.name, prompts).second) names.push_back(model.name);
    }
  }
  return names;
}

Result<RegisteredModelRecord> ServerSource::registered_model(const std::string& name) {
  api::RegisteredModelRequest request;
  request.name = name;
  auto response = TRY(connection_.call(client::kGetRegisteredModel, request));
  registry::RegisteredModel& model = response.registered_model;
  RegisteredModelRecord record;
  record.model = {model.name, model.creation_timestamp, model.last_updated_timestamp, model.description};
  record.tags = std::move(model.tags);
  for (const auto& alias : model.aliases) record.aliases.push_back({alias.alias, number(alias.version)});

  // A name may hold either quote, and a filter can only escape one by being in the other.
  const char quote = name.find('\'') == std::string::npos ? '\'' : '"';
  api::SearchModelVersionsRequest versions;
  versions.filter = fmt::format("name = {0}{1}{0}", quote, name);
  if (is_prompt_[name]) versions.filter += fmt::format(" AND {}", kPrompts);
  versions.max_results = kPage;
  for (auto& version : TRY(client::collect(connection_, client::kSearchModelVersions, versions,
                                           &api::ModelVersionsResponse::model_versions))) {
    record.versions.push_back(to_record(std::move(version)));
  }
  normalise(record);
  return record;
}

Result<std::unique_ptr<FileTree>> ServerSource::files(const std::string& uri) const {
  if (uri.empty()) return std::unique_ptr<FileTree>();
  return files_in(TRY(client::open_artifact_store(connection_, uri)));
}

Result<std::unique_ptr<FileTree>> ServerSource::run_artifacts(const SourceExperiment& /*experiment*/,
                                                              const RunRow& run) {
  return files(run.artifact_uri.value_or(""));
}

Result<std::unique_ptr<FileTree>> ServerSource::model_artifacts(const SourceExperiment& /*experiment*/,
                                                                const LoggedModelRow& model) {
  return files(model.artifact_location);
}

}  // namespace cairn::transfer
