// Which options a config file may hold, and what values they take.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "data/repo/config_values.h"

namespace cairn::data {

// The sections in the order in which an empty config lists them.
[[nodiscard]] const std::vector<std::string_view>& config_sections();

// Checks what several levels hold together. The error is worded as DVC's: "extra keys not allowed @ data['core']['x']".
Status check_config(const ConfigValues& values);

// Options for a URL that is no remote's.
Status check_url_options(const ConfigSection& options);

// The part of a URL before "://", if what follows names a host; "" for a local path.
[[nodiscard]] std::string remote_scheme(std::string_view url);

}  // namespace cairn::data
