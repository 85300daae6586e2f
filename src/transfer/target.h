// Where things are moved to: a database, a server, or the folder of an export.
//
// What a target is given becomes visible whole or not at all. An experiment that is not there yet stays hidden until
// finish(). One thread at a time.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <unordered_set>

#include "artifacts/locations.h"
#include "core/result.h"
#include "transfer/counts.h"
#include "transfer/record.h"

namespace cairn::transfer {

struct TargetExperiment {
  std::int64_t id = 0;
  std::string name;
  std::string artifact_location;
  bool existed = false;  // before this import, and the last one that was interrupted, began
};

// Where a run's or a model's files go, and the URI by which they are found there.
struct ArtifactPlace {
  artifacts::Location location;
  std::string uri;
};

enum class Ids : std::uint8_t { kKeep, kRenew };

class Target {
 public:
  virtual ~Target() = default;

  // Makes the experiment, or finds the one of this name, or goes on with the one that was begun.
  virtual Result<TargetExperiment> begin(const ExperimentRecord& record, Ids ids) = 0;
  // Those of the runs and logged models that are there already.
  virtual Result<std::unordered_set<std::string>> present_runs(std::span<const std::string> run_ids) = 0;
  virtual Result<std::unordered_set<std::string>> present_models(std::span<const std::string> model_ids) = 0;

  virtual Status put_runs(const TargetExperiment& experiment, std::span<const RunRecord> runs) = 0;
  virtual Status put_logged_model(const TargetExperiment& experiment, const LoggedModelRecord& model) = 0;
  // False: a model of this name is there and is left as it is.
  virtual Result<bool> put_registered_model(const RegisteredModelRecord& model) = 0;
  virtual Status finish(const TargetExperiment& experiment, const ExperimentRecord& record) = 0;
  // After everything.
  virtual Status close() { return {}; }
  // What is there of these runs, counted anew.
  virtual Result<Counts> count(std::span<const std::string> run_ids) = 0;

  virtual Result<ArtifactPlace> run_artifacts(const TargetExperiment& experiment, const std::string& run_id) = 0;
  virtual Result<ArtifactPlace> model_artifacts(const TargetExperiment& experiment, const std::string& model_id) = 0;
};

}  // namespace cairn::transfer
