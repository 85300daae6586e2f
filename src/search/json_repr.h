// JSON as Python's json.loads() reads it and repr() prints it, for the page tokens' error texts.
#pragma once

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

}  // namespace cairn::search
