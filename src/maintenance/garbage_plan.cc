// What is to go, and what must stay.
#include <algorithm>
#include <fmt/format.h>
#include <unordered_set>

#include "core/clock.h"
#include "maintenance/garbage.h"

namespace cairn::maintenance {
namespace {

// A run, model or experiment with what decides whether it goes.
struct Candidate {
  GarbageItem item;
  bool deleted = false;
  std::optional<std::int64_t> deleted_at;
  std::int64_t experiment_id = 0;
};

struct Query {
  GarbageKind kind;
  std::string_view sql;  // id, artifacts, stage, time of deletion, experiment
};
constexpr Query kRuns = {GarbageKind::kRun,
                         "SELECT run_uuid, artifact_uri, lifecycle_stage, deleted_time, experiment_id FROM runs"};
constexpr Query kModels = {GarbageKind::kLoggedModel,
                           "SELECT model_id, artifact_location, lifecycle_stage, last_updated_timestamp_ms, "
                           "experiment_id FROM logged_models"};
constexpr Query kExperiments = {GarbageKind::kExperiment,
                                "SELECT CAST(experiment_id AS TEXT), '', lifecycle_stage, last_update_time, "
                                "experiment_id FROM experiments"};

Result<std::vector<Candidate>> read_candidates(db::Connection& connection, const Query& query,
                                               std::string_view condition, const db::Param& value) {
  auto rows = TRY(connection.query(fmt::format("{} WHERE {}", query.sql, condition), value));
  std::vector<Candidate> found;
  while (TRY(rows.next())) {
    found.push_back(
        {{query.kind, rows.string(0), rows.string(1)}, rows.text(2) == "deleted", rows.maybe_int64(3), rows.int64(4)});
  }
  return found;
}

// What versions of registered models name: runs, logged models, and places of files.
struct InUse {
  struct Version {
    std::string name;
    std::string run_id;
    std::string source;
    std::string storage;
  };
  std::vector<Version> versions;

  [[nodiscard]] std::string user_of(const GarbageItem& item) const {
    for (const Version& version : versions) {
      const bool by_id =
          item.kind == GarbageKind::kRun ? version.run_id == item.id : version.source == "models:/" + item.id;
      if (by_id || lies_in(version.source, item.artifact_uri) || lies_in(version.storage, item.artifact_uri)) {
        return version.name;
      }
    }
    return {};
  }

  static bool lies_in(const std::string& place, const std::string& folder) {
    return !folder.empty() && place.starts_with(folder) &&
           (place.size() == folder.size() || folder.ends_with('/') || place[folder.size()] == '/');
  }
};

Result<InUse> read_in_use(db::Connection& connection) {
  auto rows = TRY(connection.query(
      "SELECT name, version, run_id, source, storage_location FROM model_versions WHERE current_stage IS NULL OR "
      "current_stage <> 'Deleted_Internal'"));
  InUse in_use;
  while (TRY(rows.next())) {
    in_use.versions.push_back({fmt::format("version {} of the model '{}'", rows.int64(1), rows.text(0)), rows.string(2),
                               rows.string(3), rows.string(4)});
  }
  return in_use;
}

class Planner {
 public:
  Planner(db::Connection& connection, const GarbageOptions& options)
      : connection_(connection), options_(options), latest_(now_ms() - options.older_than_ms.value_or(0)) {}

  Result<GarbagePlan> run() {
    in_use_ = TRY(read_in_use(connection_));
    // Ids that are named mean these alone.
    const bool named = !options_.run_ids.empty() || !options_.experiment_ids.empty() || !options_.model_ids.empty() ||
                       !options_.job_ids.empty();
    const auto experiments = TRY(choose(kExperiments, "experiment_id", options_.experiment_ids, named));
    for (const Candidate& experiment : experiments) TRY(add_contents(experiment.experiment_id));
    for (const Candidate& run : TRY(choose(kRuns, "run_uuid", options_.run_ids, named)))
      TRY(add(run, options_.run_ids));
    for (const Candidate& model : TRY(choose(kModels, "model_id", options_.model_ids, named))) {
      TRY(add(model, options_.model_ids));
    }
    for (const Candidate& experiment : experiments) add_experiment(experiment);
    if (options_.jobs || !options_.job_ids.empty()) TRY(add_jobs());
    return std::move(plan_);
  }

 private:
  Result<std::vector<Candidate>> choose(const Query& query, std::string_view column,
                                        const std::vector<std::string>& ids, bool named) {
    std::vector<Candidate> chosen;
    if (ids.empty() && named) return chosen;
    if (ids.empty()) {
      for (Candidate& one : TRY(read_candidates(connection_, query, "lifecycle_stage = ?1", "deleted"))) {
        if (is_old_enough(one)) chosen.push_back(std::move(one));
      }
      return chosen;
    }
    for (const std::string& id : ids) {
      auto found =
          TRY(read_candidates(connection_, query, fmt::format("CAST({} AS TEXT) = ?1", column), std::string_view(id)));
      const std::string_view what = noun(query.kind);
      if (found.empty()) return does_not_exist(fmt::format("There is no {} with the id '{}'.", what, id));
      if (!found.front().deleted) {
        return invalid_parameter(
            fmt::format("The {} '{}' is not deleted. Only what is deleted can be deleted for good.", what, id));
      }
      if (!is_old_enough(found.front())) {
        return invalid_parameter(fmt::format("The {} '{}' was deleted too recently for --older-than.", what, id));
      }
      chosen.push_back(std::move(found.front()));
    }
    return chosen;
  }

  [[nodiscard]] bool is_old_enough(const Candidate& one) const {
    if (!one.deleted_at) return !options_.older_than_ms;
    return *one.deleted_at <= latest_;
  }

  // All of an experiment goes with it, whenever it was deleted.
  Status add_contents(std::int64_t experiment_id) {
    for (const Query* query : {&kRuns, &kModels}) {
      for (const Candidate& one : TRY(read_candidates(connection_, *query, "experiment_id = ?1", experiment_id))) {
        TRY(add(one, {}));
      }
    }
    return {};
  }

  Status add(const Candidate& one, const std::vector<std::string>& named) {
    if (!seen_.insert(one.item.id).second) return {};
    const std::string user = in_use_.user_of(one.item);
    if (user.empty()) {
      plan_.items.push_back(one.item);
      return {};
    }
    const std::string why = fmt::format("{} uses it", user);
    if (!named.empty()) {
      return invalid_state(
          fmt::format("The {} '{}' stays: {}. Delete that version first.", noun(one.item.kind), one.item.id, why));
    }
    plan_.kept.push_back({one.item, why});
    occupied_.insert(one.experiment_id);
    return {};
  }

  void add_experiment(const Candidate& experiment) {
    if (occupied_.contains(experiment.experiment_id))
      plan_.kept.push_back({experiment.item, "something in it is in use"});
    else
      plan_.items.push_back(experiment.item);
  }

  // Those that have ended: succeeded, failed, timed out, cancelled.
  Status add_jobs() {
    auto rows = TRY(connection_.query("SELECT id, creation_time FROM jobs WHERE status BETWEEN 2 AND 5 ORDER BY id"));
    while (TRY(rows.next())) {
      const std::string id = rows.string(0);
      const bool wanted = options_.job_ids.empty() || std::ranges::find(options_.job_ids, id) != options_.job_ids.end();
      if (wanted && (!options_.older_than_ms || rows.int64(1) < latest_)) {
        plan_.items.push_back({GarbageKind::kJob, id, {}});
      }
    }
    return {};
  }

  db::Connection& connection_;
  const GarbageOptions& options_;
  const std::int64_t latest_;
  InUse in_use_;
  GarbagePlan plan_;
  std::unordered_set<std::string> seen_;
  std::unordered_set<std::int64_t> occupied_;
};

}  // namespace

std::string_view noun(GarbageKind kind) {
  switch (kind) {
    case GarbageKind::kRun:
      return "run";
    case GarbageKind::kLoggedModel:
      return "logged model";
    case GarbageKind::kExperiment:
      return "experiment";
    case GarbageKind::kJob:
      return "job";
  }
  return {};
}

Result<GarbagePlan> plan_garbage(db::Database& database, const GarbageOptions& options) {
  return database.read([&](db::Connection& connection) { return Planner(connection, options).run(); });
}

}  // namespace cairn::maintenance
