// A Source that reads MLflow's file store, the folder mlruns/, as every MLflow from 1.0 to 3.17 wrote it.
#pragma once

#include <filesystem>
#include <map>

#include "transfer/file_store_files.h"
#include "transfer/source.h"

namespace cairn::transfer {

class FileStoreSource final : public Source {
 public:
  // Refuses a folder in which there is no file store.
  static Result<std::unique_ptr<FileStoreSource>> open(const std::string& folder, artifacts::Locations& locations);

  [[nodiscard]] std::string name() const override { return "the folder '" + root_.string() + "'"; }
  Result<std::vector<SourceExperiment>> experiments(std::vector<Skipped>& skipped) override;
  Result<RunRecord> run(const SourceExperiment& experiment, const std::string& run_id) override;
  Result<LoggedModelRecord> logged_model(const SourceExperiment& experiment, const std::string& model_id) override;
  Result<std::vector<std::string>> registered_models(std::vector<Skipped>& skipped) override;
  Result<RegisteredModelRecord> registered_model(const std::string& name) override;
  Result<std::unique_ptr<FileTree>> run_artifacts(const SourceExperiment& experiment, const RunRow& run) override;
  Result<std::unique_ptr<FileTree>> model_artifacts(const SourceExperiment& experiment,
                                                    const LoggedModelRow& model) override;

 private:
  FileStoreSource(std::filesystem::path root, artifacts::Locations& locations)
      : root_(std::move(root)), locations_(locations) {}

  void read_experiment(const std::filesystem::path& folder, std::vector<SourceExperiment>& found,
                       std::vector<Skipped>& skipped) const;
  [[nodiscard]] std::string place_of(const std::string& uri, const std::filesystem::path& beside) const;
  Result<std::vector<DatasetUse>> read_datasets(const std::filesystem::path& experiment,
                                                std::span<const MetaFile> inputs);
  Result<std::unique_ptr<FileTree>> locate(const std::string& uri) const;

  std::filesystem::path root_;
  artifacts::Locations& locations_;
  std::map<std::string, DatasetRow> datasets_;  // by folder
};

// Whether a folder looks like a file store: for who starts a server beside one.
[[nodiscard]] bool is_file_store(const std::filesystem::path& folder);

}  // namespace cairn::transfer
