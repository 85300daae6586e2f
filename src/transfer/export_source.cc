#include "transfer/export_source.h"

#include <fmt/format.h>

#include "api/wire/json_reader.h"
#include "artifacts/repositories.h"
#include "transfer/file_store_files.h"

namespace cairn::transfer {
namespace {

namespace fs = std::filesystem;

template <class Record>
Result<Record> read_record(const fs::path& file) {
  std::string text = TRY(read_text(file));
  Record record;
  TRY(api::read_json(text, *api::message_type<Record>(), &record, {}));
  return record;
}

Error not_of(const fs::path& file, std::string_view id) {
  return Error(ErrorCode::kDataLoss, fmt::format("The export is damaged: '{}' is not of '{}'.", file.string(), id));
}

}  // namespace

bool is_export(const fs::path& folder) {
  std::error_code missing;
  return fs::exists(ExportPaths(folder).manifest(), missing);
}

Result<ExportManifest> read_manifest(const ExportPaths& paths) {
  auto manifest = TRY(read_record<ExportManifest>(paths.manifest()));
  if (manifest.format != kExportFormat) {
    return invalid_parameter(fmt::format("'{}' is not the manifest of an export.", paths.manifest().string()));
  }
  if (manifest.version != kExportVersion) {
    return invalid_parameter(fmt::format("The export '{}' is of version {}; this cairn reads version {}.",
                                         paths.root().string(), manifest.version, kExportVersion));
  }
  return manifest;
}

Result<RunRecord> read_exported_run(const fs::path& folder) {
  auto record = TRY(read_record<RunRecord>(folder / ExportPaths::kRunFile));
  if (record.run.run_uuid != folder.filename())
    return not_of(folder / ExportPaths::kRunFile, folder.filename().string());
  const fs::path metrics = folder / ExportPaths::kMetricsFile;
  auto histories = read_metrics_csv(TRY(read_text(metrics)));
  if (!histories.ok()) {
    return Error(ErrorCode::kDataLoss,
                 fmt::format("The export is damaged: in '{}', {}.", metrics.string(), histories.error().message()));
  }
  record.histories = std::move(*histories);
  return record;
}

Result<std::unique_ptr<ExportSource>> ExportSource::open(const std::string& folder) {
  std::error_code failed;
  const fs::path root = fs::canonical(folder, failed);
  if (failed || !is_export(root)) {
    return does_not_exist(fmt::format("'{}' is not the folder of an export: it has no cairn-export.json.", folder));
  }
  ExportPaths paths(root);
  auto manifest = TRY(read_manifest(paths));
  TRY(check_checksums(paths));
  return std::unique_ptr<ExportSource>(new ExportSource(std::move(paths), std::move(manifest)));
}

Result<std::vector<SourceExperiment>> ExportSource::experiments(std::vector<Skipped>& /*skipped*/) {
  std::vector<SourceExperiment> found;
  for (const std::string& name : folders_in(paths_.experiments())) {
    const fs::path file = paths_.experiments() / name / ExportPaths::kExperimentFile;
    SourceExperiment experiment;
    experiment.record = TRY(read_record<ExperimentRecord>(file));
    const std::int64_t id = experiment.record.experiment.experiment_id;
    if (std::to_string(id) != name) return not_of(file, name);
    experiment.run_ids = folders_in(paths_.runs(id));
    experiment.model_ids = folders_in(paths_.models(id));
    found.push_back(std::move(experiment));
  }
  return found;
}

Result<RunRecord> ExportSource::run(const SourceExperiment& experiment, const std::string& run_id) {
  return read_exported_run(paths_.runs(experiment.record.experiment.experiment_id) / run_id);
}

Result<LoggedModelRecord> ExportSource::logged_model(const SourceExperiment& experiment, const std::string& model_id) {
  const fs::path file = paths_.models(experiment.record.experiment.experiment_id) / model_id / ExportPaths::kModelFile;
  auto record = TRY(read_record<LoggedModelRecord>(file));
  if (record.model.model_id != model_id) return not_of(file, model_id);
  return record;
}

Result<std::vector<std::string>> ExportSource::registered_models(std::vector<Skipped>& /*skipped*/) {
  return keys_in(paths_.registered_models());
}

// By the name of its file, or by its own.
Result<RegisteredModelRecord> ExportSource::registered_model(const std::string& name) {
  for (const std::string& file : keys_in(paths_.registered_models())) {
    auto record = TRY(read_record<RegisteredModelRecord>(paths_.registered_models() / file));
    if (record.model.name.empty()) return not_of(file, "a model");
    if (file == name || record.model.name == name) return record;
  }
  return does_not_exist(fmt::format("There is no registered model '{}' in {}.", name, this->name()));
}

Result<std::unique_ptr<FileTree>> ExportSource::artifacts_in(const fs::path& folder) const {
  if (!manifest_.has_artifacts) return std::unique_ptr<FileTree>();
  return files_in(artifacts::Location{TRY(artifacts::open_repository(folder / ExportPaths::kArtifactsFolder)), {}});
}

Result<std::unique_ptr<FileTree>> ExportSource::run_artifacts(const SourceExperiment& experiment, const RunRow& run) {
  return artifacts_in(paths_.runs(experiment.record.experiment.experiment_id) / run.run_uuid);
}

Result<std::unique_ptr<FileTree>> ExportSource::model_artifacts(const SourceExperiment& experiment,
                                                                const LoggedModelRow& model) {
  return artifacts_in(paths_.models(experiment.record.experiment.experiment_id) / model.model_id);
}

}  // namespace cairn::transfer
