#include "transfer/export_target.h"

#include <fmt/format.h>

#include "api/wire/json_writer.h"
#include "artifacts/repositories.h"
#include "core/clock.h"
#include "core/ids.h"
#include "transfer/export_source.h"
#include "transfer/sync.h"

namespace cairn::transfer {
namespace {

namespace fs = std::filesystem;

Status make_folder(const fs::path& folder) {
  std::error_code failed;
  fs::create_directories(folder, failed);
  if (!failed) return {};
  return Error(ErrorCode::kPermissionDenied,
               fmt::format("Cannot make the folder '{}': {}.", folder.string(), failed.message()));
}

template <class Record>
Status write_record(const fs::path& folder, const char* name, const Record& record) {
  TRY(make_folder(folder));
  return write_file(folder / name, api::to_json(record));
}

Result<ArtifactPlace> place(const fs::path& folder) {
  const fs::path artifacts = folder / ExportPaths::kArtifactsFolder;
  return ArtifactPlace{{TRY(artifacts::open_repository(artifacts)), {}}, {}};
}

}  // namespace

Result<std::unique_ptr<ExportTarget>> ExportTarget::create(const std::string& folder, std::string source,
                                                           bool has_artifacts) {
  std::error_code missing;
  fs::path whole = fs::absolute(folder).lexically_normal();
  if (!whole.has_filename()) whole = whole.parent_path();
  if (fs::exists(whole, missing) && !fs::is_empty(whole, missing)) {
    return already_exists(fmt::format("'{}' is there and not empty. Name another folder.", folder));
  }
  const fs::path partial = whole.parent_path() / fmt::format(".{}.partial", whole.filename().string());
  fs::remove_all(partial, missing);
  TRY(make_folder(partial));
  ExportManifest manifest;
  manifest.format = kExportFormat;
  manifest.version = kExportVersion;
  manifest.id = new_hex_id();
  manifest.created_by = "cairn " CAIRN_VERSION;
  manifest.creation_time = now_ms();
  manifest.source = std::move(source);
  manifest.has_artifacts = has_artifacts;
  return std::unique_ptr<ExportTarget>(new ExportTarget(std::move(whole), ExportPaths(partial), std::move(manifest)));
}

ExportTarget::~ExportTarget() {
  std::error_code ignored;
  if (paths_.root() != folder_) fs::remove_all(paths_.root(), ignored);
}

Result<TargetExperiment> ExportTarget::begin(const ExperimentRecord& record, Ids /*ids*/) {
  const std::int64_t id = record.experiment.experiment_id;
  TRY(make_folder(paths_.experiment(id)));
  experiments_.push_back(id);
  ++manifest_.counts.experiments;
  return TargetExperiment{id, record.experiment.name, record.experiment.artifact_location.value_or(""), false};
}

Result<std::unordered_set<std::string>> ExportTarget::present_runs(std::span<const std::string> /*run_ids*/) {
  return std::unordered_set<std::string>();
}

Result<std::unordered_set<std::string>> ExportTarget::present_models(std::span<const std::string> /*model_ids*/) {
  return std::unordered_set<std::string>();
}

Status ExportTarget::put_runs(const TargetExperiment& experiment, std::span<const RunRecord> runs) {
  for (const RunRecord& run : runs) {
    const fs::path folder = paths_.runs(experiment.id) / run.run.run_uuid;
    TRY(write_record(folder, ExportPaths::kRunFile, run));
    TRY(write_file(folder / ExportPaths::kMetricsFile, write_metrics_csv(run.histories)));
    manifest_.counts.add(run);
  }
  return {};
}

Status ExportTarget::put_logged_model(const TargetExperiment& experiment, const LoggedModelRecord& model) {
  ++manifest_.counts.logged_models;
  return write_record(paths_.models(experiment.id) / model.model.model_id, ExportPaths::kModelFile, model);
}

Result<bool> ExportTarget::put_registered_model(const RegisteredModelRecord& model) {
  const std::string name = fmt::format("{:04}.json", ++manifest_.counts.registered_models);
  manifest_.counts.versions += std::ssize(model.versions);
  TRY(write_record(paths_.registered_models(), name.c_str(), model));
  return true;
}

Status ExportTarget::finish(const TargetExperiment& experiment, const ExperimentRecord& record) {
  return write_record(paths_.experiment(experiment.id), ExportPaths::kExperimentFile, record);
}

Status ExportTarget::close() {
  TRY(write_checksums(paths_));
  TRY(write_file(paths_.manifest(), api::to_json(manifest_)));
  TRY(sync_file_system(paths_.root()));
  std::error_code failed;
  fs::remove(folder_, failed);  // an empty one
  fs::rename(paths_.root(), folder_, failed);
  if (failed) {
    return Error(ErrorCode::kPermissionDenied,
                 fmt::format("Cannot make the folder '{}': {}.", folder_.string(), failed.message()));
  }
  paths_ = ExportPaths(folder_);
  return {};
}

Result<Counts> ExportTarget::count(std::span<const std::string> run_ids) {
  Counts counts;
  for (const std::int64_t experiment : experiments_) {
    for (const std::string& id : run_ids) {
      std::error_code missing;
      const fs::path folder = paths_.runs(experiment) / id;
      if (!fs::exists(folder, missing)) continue;
      counts.add(TRY(read_exported_run(folder)));
    }
  }
  return counts;
}

Result<ArtifactPlace> ExportTarget::run_artifacts(const TargetExperiment& experiment, const std::string& run_id) {
  return place(paths_.runs(experiment.id) / run_id);
}

Result<ArtifactPlace> ExportTarget::model_artifacts(const TargetExperiment& experiment, const std::string& model_id) {
  return place(paths_.models(experiment.id) / model_id);
}

}  // namespace cairn::transfer
