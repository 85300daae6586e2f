// cairn db check, stats, backup, restore and gc: the keeping of a database.
#pragma once

#include <vector>

#include "cli/command.h"

namespace cairn::cli {

std::vector<Command> maintenance_commands();
// `cairn db gc`, and `mlflow gc` under that name.
Command gc_command();

}  // namespace cairn::cli
