// A Source that asks a tracking server, MLflow's or cairn's, over REST.
//
// What the API does not show stays behind: when a run was deleted (it counts as deleted when it is imported), deleted
// logged models, and the numbers of deleted model versions.
#pragma once

#include <memory>
#include <unordered_map>

#include "client/connection.h"
#include "transfer/source.h"

namespace cairn::transfer {

class ServerSource final : public Source {
 public:
  // Asks for a little, to see that somebody answers.
  static Result<std::unique_ptr<ServerSource>> open(client::Connection connection);

  [[nodiscard]] std::string name() const override { return "the server " + connection_.name(); }
  Result<std::vector<SourceExperiment>> experiments(std::vector<Skipped>& skipped) override;
  Result<RunRecord> run(const SourceExperiment& experiment, const std::string& run_id) override;
  Result<LoggedModelRecord> logged_model(const SourceExperiment& experiment, const std::string& model_id) override;
  Result<std::vector<std::string>> registered_models(std::vector<Skipped>& skipped) override;
  Result<RegisteredModelRecord> registered_model(const std::string& name) override;
  Result<std::unique_ptr<FileTree>> run_artifacts(const SourceExperiment& experiment, const RunRow& run) override;
  Result<std::unique_ptr<FileTree>> model_artifacts(const SourceExperiment& experiment,
                                                    const LoggedModelRow& model) override;

 private:
  explicit ServerSource(client::Connection connection);
  Result<std::unique_ptr<FileTree>> files(const std::string& uri) const;

  client::Connection connection_;
  const std::int64_t started_;
  std::unordered_map<std::string, LoggedModelRecord> logged_models_;  // a search tells all of them
  std::unordered_map<std::string, bool> is_prompt_;                   // of registered models
};

}  // namespace cairn::transfer
