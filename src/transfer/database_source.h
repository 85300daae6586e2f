// A Source that reads MLflow's tables: a database of MLflow's or cairn's, at the head of the schema.
#pragma once

#include <memory>

#include "db/database.h"
#include "transfer/source.h"

namespace cairn::transfer {

// Whether the database has cairn's metric history, or MLflow's rows alone.
enum class Chunks : std::uint8_t { kNone, kSome };

// The run with all that belongs to it, or the error that it does not exist.
Result<RunRecord> read_run(db::Connection& connection, std::string_view run_id, Chunks chunks);
Result<LoggedModelRecord> read_logged_model(db::Connection& connection, std::string_view model_id);
Result<RegisteredModelRecord> read_registered_model(db::Connection& connection, std::string_view name);

class DatabaseSource final : public Source {
 public:
  // `locations` finds the artifacts that URIs of the database name. Nothing is written to the database.
  static Result<std::unique_ptr<DatabaseSource>> open(db::Database& database, artifacts::Locations& locations,
                                                      std::string name);

  [[nodiscard]] std::string name() const override { return name_; }
  Result<std::vector<SourceExperiment>> experiments(std::vector<Skipped>& skipped) override;
  Result<RunRecord> run(const SourceExperiment& experiment, const std::string& run_id) override;
  Result<LoggedModelRecord> logged_model(const SourceExperiment& experiment, const std::string& model_id) override;
  Result<std::vector<std::string>> registered_models(std::vector<Skipped>& skipped) override;
  Result<RegisteredModelRecord> registered_model(const std::string& name) override;
  Result<std::unique_ptr<FileTree>> run_artifacts(const SourceExperiment& experiment, const RunRow& run) override;
  Result<std::unique_ptr<FileTree>> model_artifacts(const SourceExperiment& experiment,
                                                    const LoggedModelRow& model) override;

 private:
  DatabaseSource(db::Database& database, artifacts::Locations& locations, std::string name, Chunks chunks)
      : database_(database), locations_(locations), name_(std::move(name)), chunks_(chunks) {}

  db::Database& database_;
  artifacts::Locations& locations_;
  std::string name_;
  Chunks chunks_;
};

}  // namespace cairn::transfer
