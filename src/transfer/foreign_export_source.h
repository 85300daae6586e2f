// A Source that reads what the package mlflow-export-import writes: export-all, export-experiments, export-experiment.
//
// Its files hold no dataset inputs, logged models, or deletion times; they have no checksums.
#pragma once

#include <filesystem>
#include <map>
#include <memory>

#include "transfer/source.h"

namespace cairn::transfer {

class ForeignExportSource final : public Source {
 public:
  static Result<std::unique_ptr<ForeignExportSource>> open(const std::string& folder);
  // Whether the folder is one of these exports.
  [[nodiscard]] static bool is_one(const std::filesystem::path& folder);

  [[nodiscard]] std::string name() const override { return "the export '" + root_.string() + "'"; }
  Result<std::vector<SourceExperiment>> experiments(std::vector<Skipped>& skipped) override;
  Result<RunRecord> run(const SourceExperiment& experiment, const std::string& run_id) override;
  Result<LoggedModelRecord> logged_model(const SourceExperiment& experiment, const std::string& model_id) override;
  Result<std::vector<std::string>> registered_models(std::vector<Skipped>& skipped) override;
  Result<RegisteredModelRecord> registered_model(const std::string& name) override;
  Result<std::unique_ptr<FileTree>> run_artifacts(const SourceExperiment& experiment, const RunRow& run) override;
  Result<std::unique_ptr<FileTree>> model_artifacts(const SourceExperiment& experiment,
                                                    const LoggedModelRow& model) override;

 private:
  explicit ForeignExportSource(std::filesystem::path root) : root_(std::move(root)) {}
  [[nodiscard]] std::vector<std::filesystem::path> experiment_folders() const;

  std::filesystem::path root_;
  std::map<std::string, std::filesystem::path> model_files_;  // by the model's name
};

}  // namespace cairn::transfer
