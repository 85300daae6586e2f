// `cairn doctor ...`
#pragma once

#include "cli/command.h"

namespace cairn::cli {

Command doctor_command();

}  // namespace cairn::cli
