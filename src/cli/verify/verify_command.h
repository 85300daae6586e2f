// `cairn verify`: proves an installation in one command.
#pragma once

#include "cli/command.h"

namespace cairn::cli {

Command verify_command();

}  // namespace cairn::cli
