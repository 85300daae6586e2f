// Experiments: create, look up, rename, delete, restore, tag.
//
// Any thread may call; each call is one read or one write of the database.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "db/database.h"
#include "tracking/types.h"

namespace cairn::tracking {

struct NewExperiment {
  std::string name;
  std::string artifact_location;  // empty: under the server's default root
  std::vector<Tag> tags;
};

class Experiments {
 public:
  // `artifact_root`: where experiments without a location of their own keep their artifacts.
  Experiments(db::Database& database, std::string artifact_root)
      : database_(database), artifact_root_(std::move(artifact_root)) {}

  // Experiment 0, "Default", where it is missing.
  Status ensure_default();

  Result<std::string> create(NewExperiment request);
  Result<Experiment> get(std::string_view experiment_id) const;
  Result<Experiment> get_by_name(std::string_view name) const;
  Status rename(std::string_view experiment_id, std::string_view new_name);
  // With all of its runs, in both directions.
  Status remove(std::string_view experiment_id);
  Status restore(std::string_view experiment_id);
  Status set_tag(std::string_view experiment_id, const Tag& tag);
  Status delete_tag(std::string_view experiment_id, std::string_view key);

 private:
  db::Database& database_;
  std::string artifact_root_;
};

// For others within a transaction of their own: the experiment, deleted or not, or the error that it does not exist.
// An empty id stands for the default experiment.
Result<Experiment> read_experiment(db::Connection& connection, std::string_view experiment_id);
// For a change: until its transaction ends, nobody else changes the experiment.
Result<Experiment> read_experiment_to_change(db::Connection& connection, std::string_view experiment_id);
Status check_active(const Experiment& experiment);

// Experiments in which something is created: they stay as they are until the transaction ends. One statement, whatever
// their number.
class HeldExperiments {
 public:
  void add(std::string_view experiment_id);
  Status hold(db::Connection& connection);
  // As read_experiment().
  [[nodiscard]] Result<const Experiment*> get(std::string_view experiment_id) const;

 private:
  std::map<std::int64_t, std::optional<Experiment>> by_id_;
};

// The columns that read_experiment_row expects, in order.
inline constexpr std::string_view kExperimentColumns =
    "experiment_id, name, artifact_location, lifecycle_stage, last_update_time, creation_time, workspace";
Experiment read_experiment_row(const db::Rows& row);
// One statement, whatever the number of experiments.
Status read_experiment_tags(db::Connection& connection, std::span<Experiment> experiments);

}  // namespace cairn::tracking
