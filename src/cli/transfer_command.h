// Moving in and out: cairn import mlflow, experiments export, experiments import. docs/moving.md is for users.
#pragma once

#include "cli/command.h"

namespace cairn::cli {

Command import_command();
Command experiments_export_command();
Command experiments_import_command();

}  // namespace cairn::cli
