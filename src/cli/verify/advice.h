// What somebody who installs a server does about a check that failed.
#pragma once

#include <string>
#include <string_view>

#include "core/error.h"

namespace cairn::cli {

[[nodiscard]] std::string advice_for(std::string_view check, const Error& error);

}  // namespace cairn::cli
