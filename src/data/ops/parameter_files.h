// Files of parameters as values, by what their names end in: YAML and JSON, TOML, Python.
#pragma once

#include <string>

#include "core/result.h"
#include "data/format/yaml.h"

namespace cairn::data {

// Errors say what is wrong with the file, without its name. A Python file's values are its constants: what stands in
// it is parsed, by the python3 of the user's PATH, and not run.
Result<YamlNode> read_parameter_file(const std::string& path);

}  // namespace cairn::data
