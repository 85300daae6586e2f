#include "cli/tracking/runs_command.h"

#include <cstdlib>

#include "cli/tracking/runs_flags.h"
#include "client/operations.h"

namespace cairn::cli {

Flag run_id_flag(RunsFlags& flags) {
  return {.names = "--run-id,-r", .target = &flags.run_id, .help = "The run's id.", .required = true, .value = "ID"};
}

Flag run_ids_flag(RunsFlags& flags) {
  return {.names = "run_ids", .target = &flags.run_ids, .help = "Ids of runs.", .required = true};
}

std::vector<Flag> experiment_flags(RunsFlags& flags) {
  return {
      {.names = "--experiment-id,-x",
       .target = &flags.experiment.id,
       .help = "The experiment's id; otherwise MLFLOW_EXPERIMENT_ID.",
       .value = "ID"},
      {.names = "--experiment-name,-n",
       .target = &flags.experiment.name,
       .help = "Its name, instead of its id; otherwise MLFLOW_EXPERIMENT_NAME.",
       .value = "NAME"},
  };
}

Result<std::vector<std::string>> experiment_ids(const client::Connection& connection, const RunsFlags& flags) {
  if (!flags.experiment.name.empty() || !flags.experiment.id.empty()) {
    if (flags.experiment.name.empty()) return std::vector<std::string>{flags.experiment.id};
    return std::vector<std::string>{TRY(find_experiment(connection, flags.experiment)).experiment_id};
  }
  constexpr std::int64_t kPage = 1000;
  std::vector<std::string> ids;
  for (const auto& experiment : TRY(client::collect(connection, client::kSearchExperiments, {.max_results = kPage},
                                                    &api::SearchExperimentsResponse::experiments))) {
    ids.push_back(experiment.experiment_id);
  }
  return ids;
}

Command runs_command() {
  const auto flags = std::make_shared<RunsFlags>();
  Command command;
  command.name = "runs";
  command.help = "Manage runs.";
  command.example = "cairn runs list --experiment-name iris";
  for (auto* group : {&runs_read_commands, &runs_chart_commands, &runs_write_commands}) {
    for (Command& one : group(flags)) command.commands.push_back(std::move(one));
  }
  return command;
}

}  // namespace cairn::cli
