// `cairn experiments ...`
#pragma once

#include "cli/command.h"

namespace cairn::cli {

Command experiments_command();

}  // namespace cairn::cli
