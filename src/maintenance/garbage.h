// `cairn db gc`, `mlflow gc`: deletes for good what was deleted, with its artifacts.
//
// What a registered model's version still uses stays, and so does its experiment. Artifacts go before the rows that
// name them: stopped at any moment, it is finished by running it again. Where others would wait for it, rows go in
// batches that let them write in between; several processes on one PostgreSQL share the work.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "artifacts/locations.h"
#include "core/result.h"
#include "db/database.h"

namespace cairn::maintenance {

struct GarbageOptions {
  std::optional<std::int64_t> older_than_ms;
  // None: all that are deleted. Ones that are not deleted, too young or in use are an error.
  std::vector<std::string> run_ids;
  std::vector<std::string> experiment_ids;
  std::vector<std::string> model_ids;
  bool jobs = false;
  std::vector<std::string> job_ids;
};

enum class GarbageKind : std::uint8_t { kRun, kLoggedModel, kExperiment, kJob };

struct GarbageItem {
  GarbageKind kind = GarbageKind::kRun;
  std::string id;
  std::string artifact_uri;
};

struct KeptItem {
  GarbageItem item;
  std::string why;
};

struct GarbagePlan {
  std::vector<GarbageItem> items;  // in the order in which they go
  std::vector<KeptItem> kept;
};

Result<GarbagePlan> plan_garbage(db::Database& database, const GarbageOptions& options);

struct GarbageReport {
  std::vector<GarbageItem> deleted;
  std::vector<std::string> remarks;  // artifacts that could not be deleted, for one
};

using GarbageProgress = std::function<void(std::uint64_t done, std::uint64_t total)>;

Result<GarbageReport> collect_garbage(db::Database& database, artifacts::Locations& locations, const GarbagePlan& plan,
                                      const GarbageProgress& progress);

[[nodiscard]] std::string_view noun(GarbageKind kind);

}  // namespace cairn::maintenance
