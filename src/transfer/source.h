// Where things are moved from: an MLflow server, a database, an mlruns/ folder, an export.
//
// One thread at a time; beside it, another may ask where artifacts are.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/result.h"
#include "transfer/file_tree.h"
#include "transfer/record.h"

namespace cairn::transfer {

// What was left out, and why.
struct Skipped {
  std::string what;
  std::string why;
};

struct SourceExperiment {
  ExperimentRecord record;
  std::vector<std::string> run_ids;
  std::vector<std::string> model_ids;
  std::string place;  // where the source has it, if its id does not say
};

class Source {
 public:
  virtual ~Source() = default;

  // For messages: "the folder 'mlruns'".
  [[nodiscard]] virtual std::string name() const = 0;
  // All of them, deleted ones too, with the ids of what is in them. What cannot be read is skipped.
  virtual Result<std::vector<SourceExperiment>> experiments(std::vector<Skipped>& skipped) = 0;
  virtual Result<RunRecord> run(const SourceExperiment& experiment, const std::string& run_id) = 0;
  virtual Result<LoggedModelRecord> logged_model(const SourceExperiment& experiment, const std::string& model_id) = 0;
  virtual Result<std::vector<std::string>> registered_models(std::vector<Skipped>& skipped) = 0;
  virtual Result<RegisteredModelRecord> registered_model(const std::string& name) = 0;

  // The files of a run or a logged model; null where they cannot be found.
  virtual Result<std::unique_ptr<FileTree>> run_artifacts(const SourceExperiment& experiment, const RunRow& run) = 0;
  virtual Result<std::unique_ptr<FileTree>> model_artifacts(const SourceExperiment& experiment,
                                                            const LoggedModelRow& model) = 0;
};

}  // namespace cairn::transfer
