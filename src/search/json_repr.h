// JSON as Python's json module reads and writes it and repr() prints it, for page tokens and what is said about them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cairn::search {

struct Json {
  enum class Type { kNull, kBool, kInteger, kFloat, kString, kArray, kObject } type;
  std::string text;                                        // a string's value, other scalars as Python prints them
  std::vector<std::pair<std::string, Json>> members = {};  // an object's, or an array's with empty names

  // Whether Python takes it for true.
  [[nodiscard]] bool truthy() const;
  // The last member of that name, or null.
  [[nodiscard]] const Json* find(std::string_view name) const;
};

[[nodiscard]] std::optional<Json> read_json(std::string_view text);
[[nodiscard]] std::string repr(const Json& value);
// json.dumps(value)
[[nodiscard]] std::string dump(const Json& value);
// int(value), or nothing where Python fails or 64 bits do not suffice.
[[nodiscard]] std::optional<std::int64_t> as_integer(const Json& value);

}  // namespace cairn::search
