// cairn db: what is done to a database while nobody serves it, and some of it while somebody does.
#pragma once

#include "cli/command.h"

namespace cairn::cli {

Command db_command();

}  // namespace cairn::cli
