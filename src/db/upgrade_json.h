// JSON as Python's json.loads reads it, for what MLflow's migrations do with JSON texts.
//
// A strict parser would not do: Python takes NaN, Infinity and whole numbers of any size, and the last of two members
// with the same name, and the rows that a migration writes depend on what it could read.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cairn::db {

struct Json {
  enum class Kind : std::uint8_t { kNull, kTrue, kFalse, kInteger, kReal, kString, kArray, kObject };

  // The last member of that name, or null. (An object's members are kept; an array's are only checked.)
  [[nodiscard]] const Json* member(std::string_view wanted) const;

  Kind kind = Kind::kNull;
  std::string text;  // a number as it was written, a string unescaped
  std::string name;  // where this is a member
  std::vector<Json> members;
};

// Nothing where Python would raise.
std::optional<Json> parse_json(std::string_view text);

}  // namespace cairn::db
