#include "cli/cairn.h"

#include "cli/command.h"
#include "cli/db_command.h"
#include "cli/server_command.h"

namespace cairn::cli {

int run(int argc, char** argv) {
  Command root;
  root.name = "cairn";
  root.help = "Experiment tracking, data versioning and model serving in one program.";
  root.commands = {server_command(), db_command()};
  return run_command_line(root, argc, argv);
}

}  // namespace cairn::cli
