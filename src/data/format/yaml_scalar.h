// Scalars of YAML: what a plain one means, and how a string is written.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "data/format/yaml.h"

namespace cairn::data {

// Lines are folded at this column.
inline constexpr std::size_t kYamlWidth = 80;

// The type of an unquoted scalar by YAML 1.2's rules as ruamel.yaml has them: 1_000 is an int, yes a string, 014 an
// int, 2020-01-02 a time; "<<" and "=" are strings to the reader but never written without quotes.
[[nodiscard]] YamlType plain_type(std::string_view text);

// Where a string goes: how far text has come on the line, and what its continuation lines are indented by.
struct YamlPlace {
  std::size_t column = 0;
  std::size_t indent = 0;
  bool is_key = false;   // never broken over lines
  bool in_flow = false;  // inside [] or {}
};

// Appends a string with the quotes that it needs, broken at 80 columns; moves place.column to its end. A plain string
// too long for the line may begin with a line break.
void write_yaml_string(std::string_view value, YamlPlace& place, std::string& out);

// True if a key can stand before its colon on one line.
[[nodiscard]] bool is_simple_key(std::string_view key);

}  // namespace cairn::data
