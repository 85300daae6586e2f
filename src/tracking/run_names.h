#pragma once

#include <string>

namespace cairn::tracking {

// A name for a run that was given none: adjective-noun-number, at most 20 characters.
std::string random_run_name();

}  // namespace cairn::tracking
