// YAML values as Python's json.dumps writes them.
#pragma once

#include <cstdint>
#include <string>

#include "data/format/yaml.h"

namespace cairn::data {

// Sorted, hashes of stages are made of such text.
enum class JsonKeys : std::uint8_t { kSorted, kAsTheyAre };
[[nodiscard]] std::string python_json(const YamlNode& node, JsonKeys keys = JsonKeys::kSorted);

}  // namespace cairn::data
