// A Source that reads the folder of an export. Every file's checksum is looked at before anything is read.
#pragma once

#include <filesystem>
#include <memory>

#include "transfer/export_format.h"
#include "transfer/source.h"

namespace cairn::transfer {

// The run of a folder experiments/<id>/runs/<run id>.
Result<RunRecord> read_exported_run(const std::filesystem::path& folder);
Result<ExportManifest> read_manifest(const ExportPaths& paths);
// Whether it is the folder of an export, whole or not.
[[nodiscard]] bool is_export(const std::filesystem::path& folder);

class ExportSource final : public Source {
 public:
  static Result<std::unique_ptr<ExportSource>> open(const std::string& folder);

  [[nodiscard]] const ExportManifest& manifest() const { return manifest_; }

  [[nodiscard]] std::string name() const override { return "the export '" + paths_.root().string() + "'"; }
  Result<std::vector<SourceExperiment>> experiments(std::vector<Skipped>& skipped) override;
  Result<RunRecord> run(const SourceExperiment& experiment, const std::string& run_id) override;
  Result<LoggedModelRecord> logged_model(const SourceExperiment& experiment, const std::string& model_id) override;
  Result<std::vector<std::string>> registered_models(std::vector<Skipped>& skipped) override;
  Result<RegisteredModelRecord> registered_model(const std::string& name) override;
  Result<std::unique_ptr<FileTree>> run_artifacts(const SourceExperiment& experiment, const RunRow& run) override;
  Result<std::unique_ptr<FileTree>> model_artifacts(const SourceExperiment& experiment,
                                                    const LoggedModelRow& model) override;

 private:
  ExportSource(ExportPaths paths, ExportManifest manifest) : paths_(std::move(paths)), manifest_(std::move(manifest)) {}
  Result<std::unique_ptr<FileTree>> artifacts_in(const std::filesystem::path& folder) const;

  ExportPaths paths_;
  ExportManifest manifest_;
};

}  // namespace cairn::transfer
