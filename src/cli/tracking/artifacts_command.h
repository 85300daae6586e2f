// `cairn artifacts ...`
#pragma once

#include "cli/command.h"

namespace cairn::cli {

Command artifacts_command();

}  // namespace cairn::cli
