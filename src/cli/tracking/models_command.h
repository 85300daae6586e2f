// `cairn models ...`
#pragma once

#include "cli/command.h"

namespace cairn::cli {

Command models_command();

}  // namespace cairn::cli
