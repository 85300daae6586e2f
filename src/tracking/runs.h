// Runs: create, read, update, delete, restore, and all that is logged to them but metric history.
//
// Any thread may call; each call is one read or one write of the database.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "db/database.h"
#include "tracking/types.h"

namespace cairn::tracking {

struct NewRun {
  std::string experiment_id;
  std::string user_id;
  std::string run_name;
  std::int64_t start_time = 0;
  std::vector<Tag> tags;
};

struct RunUpdate {
  std::optional<RunStatus> status;
  std::optional<std::int64_t> end_time;
  std::optional<std::string> run_name;
};

class RunCreation;

class Runs {
 public:
  explicit Runs(db::Database& database);

  Result<Run> create(NewRun request);
  // With its metrics' latest values, parameters, tags, inputs and outputs.
  Result<Run> get(std::string_view run_id) const;
  Result<RunInfo> update(std::string_view run_id, const RunUpdate& update);
  Status remove(std::string_view run_id);
  Status restore(std::string_view run_id);

 private:
  db::Database& database_;
  std::shared_ptr<const RunCreation> creation_;
};

inline constexpr std::string_view kRunNameTag = "mlflow.runName";

// For others within a transaction of their own.
struct RunState {
  std::int64_t experiment_id = 0;
  std::string lifecycle_stage;
};
// For a change: until its transaction ends, nobody else changes the run.
Result<RunState> read_run_state(db::Connection& connection, std::string_view run_id);
// For those who are about to change a run: its experiment, or the error that it does not exist or is deleted. Announces
// the change.
Result<std::int64_t> begin_run_change(db::Connection& connection, std::string_view run_id);
// The same for many runs, and together with other reads.
class RunLocks {
 public:
  // Borrows the id.
  void add(std::string_view run_id) { states_.try_emplace(run_id); }
  // Valid as long as this is.
  db::Statement statement();
  Status read(db::Rows rows);
  [[nodiscard]] Result<std::int64_t> begin_change(db::Connection& connection, std::string_view run_id) const;

 private:
  std::map<std::string_view, std::optional<RunState>> states_;  // sorted: two processes lock in the same order
  std::string ids_;
};

// The name is a column and a tag; both change together. An empty name changes nothing.
Status rename_run(db::Connection& connection, std::string_view run_id, std::string_view name);
Status write_run_tag(db::Connection& connection, std::string_view run_id, const Tag& tag);
// A tag as a client sets it: that of the name renames the run.
Status write_tag(db::Connection& connection, std::string_view run_id, const Tag& tag);

std::string_view name(RunStatus status);
RunStatus run_status(std::string_view name);

}  // namespace cairn::tracking
