// YAML values as Python's json.dumps(value, sort_keys=True) writes them: hashes of stages are made of such text.
#pragma once

#include <string>

#include "data/format/yaml.h"

namespace cairn::data {

[[nodiscard]] std::string python_json(const YamlNode& node);

}  // namespace cairn::data
