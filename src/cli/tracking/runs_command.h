// `cairn runs ...`
#pragma once

#include "cli/command.h"

namespace cairn::cli {

Command runs_command();

}  // namespace cairn::cli
