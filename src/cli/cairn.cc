#include "cli/cairn.h"

#include <algorithm>
#include <span>
#include <string_view>

#include "cli/command.h"
#include "cli/data_main.h"
#include "cli/db_command.h"
#include "cli/server_command.h"
#include "cli/transfer_command.h"
#include "cli/verify/verify_command.h"

namespace cairn::cli {
namespace {

// By the name `dvc` the program is DVC; by its own, DVC's commands stand beside the others.
bool is_about_data(int argc, char** argv) {
  if (is_called_dvc(argv[0])) return true;
  const std::span words(argv + 1, argv + argc);
  const auto command = std::ranges::find_if(words, [](std::string_view word) { return !word.starts_with('-'); });
  if (command == words.end()) return false;
  // `import` is DVC's, but for what is imported from MLflow.
  const bool from_mlflow =
      std::string_view(*command) == "import" && command + 1 != words.end() && std::string_view(command[1]) == "mlflow";
  return is_data_command(*command) && !from_mlflow;
}

}  // namespace

int run(int argc, char** argv) {
  if (is_about_data(argc, argv)) return data_main(argc, argv);
  Command root;
  root.name = "cairn";
  root.help =
      "Experiment tracking, data versioning and model serving in one program.\n\n"
      "Commands for data are DVC's: init, add, status, checkout, push, pull, ... `cairn add --help` tells about one.";
  Command experiments;
  experiments.name = "experiments";
  experiments.help = "Export and import experiments";
  experiments.commands = {experiments_export_command(), experiments_import_command()};
  root.commands = {server_command(), db_command(), std::move(experiments), import_command(), verify_command()};
  return run_command_line(root, argc, argv);
}

}  // namespace cairn::cli
