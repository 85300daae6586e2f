// A Target that is the folder of an export.
//
// Everything goes into a folder beside it, ".NAME.partial", which takes its name at close(): an export is there whole
// or not at all.
#pragma once

#include <memory>

#include "transfer/export_format.h"
#include "transfer/target.h"

namespace cairn::transfer {

class ExportTarget final : public Target {
 public:
  // Refuses a folder that is there and not empty.
  static Result<std::unique_ptr<ExportTarget>> create(const std::string& folder, std::string source,
                                                      bool has_artifacts);
  ~ExportTarget() override;

  Result<TargetExperiment> begin(const ExperimentRecord& record, Ids ids) override;
  Result<std::unordered_set<std::string>> present_runs(std::span<const std::string>) override;
  Result<std::unordered_set<std::string>> present_models(std::span<const std::string>) override;
  Status put_runs(const TargetExperiment& experiment, std::span<const RunRecord> runs) override;
  Status put_logged_model(const TargetExperiment& experiment, const LoggedModelRecord& model) override;
  Result<bool> put_registered_model(const RegisteredModelRecord& model) override;
  Status finish(const TargetExperiment& experiment, const ExperimentRecord& record) override;
  Status close() override;
  Result<Counts> count(std::span<const std::string> run_ids) override;
  Result<ArtifactPlace> run_artifacts(const TargetExperiment& experiment, const std::string& run_id) override;
  Result<ArtifactPlace> model_artifacts(const TargetExperiment& experiment, const std::string& model_id) override;

 private:
  ExportTarget(std::filesystem::path folder, ExportPaths partial, ExportManifest manifest)
      : folder_(std::move(folder)), paths_(std::move(partial)), manifest_(std::move(manifest)) {}

  std::filesystem::path folder_;
  ExportPaths paths_;
  ExportManifest manifest_;
  std::vector<std::int64_t> experiments_;
};

}  // namespace cairn::transfer
