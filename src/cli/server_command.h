// cairn server
#pragma once

#include "cli/command.h"

namespace cairn::cli {

Command server_command();

}  // namespace cairn::cli
