// A JSON value as Python's json.dumps() prints it: MLflow stores such texts, and quotes them in errors.
#pragma once

#include <simdjson.h>
#include <string>
#include <string_view>

namespace cairn::api {

struct JsonStyle {
  std::string_view comma = ", ";
  std::string_view colon = ": ";
  bool sorted_keys = false;
  std::string_view without = {};  // a member of the outermost object to leave out
};

[[nodiscard]] std::string json_dump(simdjson::dom::element element, JsonStyle style = {});

}  // namespace cairn::api
