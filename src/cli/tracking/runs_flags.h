// The flags of `cairn runs ...`, and its commands by what they are about.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/tracking/lookup.h"
#include "cli/tracking/session.h"

namespace cairn::cli {

struct RunsFlags : CommonFlags {
  ExperimentName experiment;
  std::string run_id, run_name, description, parent_run_id, key, value, filter;
  std::string view = "active_only";
  std::string status = "FINISHED";
  std::vector<std::string> run_ids, tags, order_by, metrics;
  std::optional<std::int64_t> max_results, timestamp, width, height;
  double number = 0;
  std::int64_t step = 0;
  std::int64_t interval = 2;
  bool once = false;
  bool differing = false;
};
using SharedRunsFlags = std::shared_ptr<RunsFlags>;

// Flags that several of the commands have.
Flag run_id_flag(RunsFlags& flags);
Flag run_ids_flag(RunsFlags& flags);
std::vector<Flag> experiment_flags(RunsFlags& flags);

std::vector<Command> runs_read_commands(const SharedRunsFlags& flags);
std::vector<Command> runs_write_commands(const SharedRunsFlags& flags);
std::vector<Command> runs_chart_commands(const SharedRunsFlags& flags);

// The ids of the experiment that is named, or of all where none is.
Result<std::vector<std::string>> experiment_ids(const client::Connection& connection, const RunsFlags& flags);

}  // namespace cairn::cli
