// A Target that writes MLflow's tables, with cairn's metric history.
//
// A run with all that belongs to it is written in one transaction. An experiment is in the stage "deleted" and carries
// the tag kUnfinishedTag until finish(); by that tag an interrupted import finds it again.
#pragma once

#include "db/database.h"
#include "tracking/metric_history.h"
#include "transfer/target.h"

namespace cairn::transfer {

inline constexpr std::string_view kUnfinishedTag = "cairn.import.unfinished";

struct DatabaseTargetOptions {
  std::string artifact_root;  // of new experiments: a URI
  // Of what is imported: a second import of the same finds by it what the first one left unfinished.
  std::string origin;
  tracking::MetricHistory history = tracking::MetricHistory();
};

class DatabaseTarget final : public Target {
 public:
  DatabaseTarget(db::Database& database, artifacts::Locations& locations, DatabaseTargetOptions options)
      : database_(database), locations_(locations), options_(std::move(options)) {}

  Result<TargetExperiment> begin(const ExperimentRecord& record, Ids ids) override;
  Result<std::unordered_set<std::string>> present_runs(std::span<const std::string> run_ids) override;
  Result<std::unordered_set<std::string>> present_models(std::span<const std::string> model_ids) override;
  Status put_runs(const TargetExperiment& experiment, std::span<const RunRecord> runs) override;
  Status put_logged_model(const TargetExperiment& experiment, const LoggedModelRecord& model) override;
  Result<bool> put_registered_model(const RegisteredModelRecord& model) override;
  Status finish(const TargetExperiment& experiment, const ExperimentRecord& record) override;
  Result<Counts> count(std::span<const std::string> run_ids) override;
  Result<ArtifactPlace> run_artifacts(const TargetExperiment& experiment, const std::string& run_id) override;
  Result<ArtifactPlace> model_artifacts(const TargetExperiment& experiment, const std::string& model_id) override;

 private:
  Result<TargetExperiment> begin_in(db::Connection& connection, const ExperimentRecord& record, Ids ids) const;
  Result<ArtifactPlace> place_of(const std::string& uri) const;

  db::Database& database_;
  artifacts::Locations& locations_;
  DatabaseTargetOptions options_;
};

}  // namespace cairn::transfer
