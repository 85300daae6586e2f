// The folder of an export, version 1: docs/formats/export.md describes it.
#pragma once

#include <filesystem>
#include <span>
#include <string>

#include "core/result.h"
#include "transfer/counts.h"
#include "transfer/record.h"

namespace cairn::transfer {

inline constexpr std::string_view kExportFormat = "cairn-export";
inline constexpr std::int64_t kExportVersion = 1;

struct ExportManifest {
  std::string format;
  std::int64_t version = 0;
  std::string id;  // of this export alone
  std::string created_by;
  std::int64_t creation_time = 0;
  std::string source;
  bool has_artifacts = false;
  Counts counts;
};

// Where things are in the folder.
class ExportPaths {
 public:
  explicit ExportPaths(std::filesystem::path root) : root_(std::move(root)) {}

  [[nodiscard]] const std::filesystem::path& root() const { return root_; }
  [[nodiscard]] std::filesystem::path manifest() const { return root_ / "cairn-export.json"; }
  [[nodiscard]] std::filesystem::path checksums() const { return root_ / "checksums.sha256"; }
  [[nodiscard]] std::filesystem::path experiments() const { return root_ / "experiments"; }
  [[nodiscard]] std::filesystem::path registered_models() const { return root_ / "registered_models"; }
  [[nodiscard]] std::filesystem::path experiment(std::int64_t id) const { return experiments() / std::to_string(id); }
  [[nodiscard]] std::filesystem::path runs(std::int64_t experiment_id) const {
    return experiment(experiment_id) / "runs";
  }
  [[nodiscard]] std::filesystem::path models(std::int64_t experiment_id) const {
    return experiment(experiment_id) / "logged_models";
  }

  static constexpr const char* kExperimentFile = "experiment.json";
  static constexpr const char* kRunFile = "run.json";
  static constexpr const char* kMetricsFile = "metrics.csv";
  static constexpr const char* kModelFile = "logged_model.json";
  static constexpr const char* kArtifactsFolder = "artifacts";

 private:
  std::filesystem::path root_;
};

// "key,step,timestamp,value" and a line for each point.
std::string write_metrics_csv(std::span<const History> histories);
Result<std::vector<History>> read_metrics_csv(std::string_view text);

Status write_file(const std::filesystem::path& file, std::string_view text);

// "<sha256>  <relative path>" a line for every file below the folder but this list itself and the manifest: what
// sha256sum -c reads.
Status write_checksums(const ExportPaths& paths);
// Refuses a folder of which a file is missing or is not what it was.
Status check_checksums(const ExportPaths& paths);

}  // namespace cairn::transfer
