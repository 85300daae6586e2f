#include "api/tracking/model_history.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <simdjson.h>

#include "api/wire/json_dump.h"
#include "core/json_text.h"
#include "core/python_text.h"

namespace cairn::api {
namespace {

namespace dom = simdjson::dom;

Status check_mandatory(dom::object model) {
  std::string missing;
  for (const std::string_view name : {"artifact_path", "flavors", "run_id", "utc_time_created"}) {
    if (model.at_key(name).error() == simdjson::SUCCESS) continue;
    missing += fmt::format("{}{}", missing.empty() ? "" : ", ", python_repr(name));
  }
  if (missing.empty()) return {};
  return invalid_parameter(fmt::format("Model json is missing mandatory fields: {{{}}}", missing));
}

}  // namespace

Result<std::string> model_history_entry(std::string_view model_json) {
  dom::parser parser;
  dom::element root;
  if (parser.parse(model_json.data(), model_json.size()).get(root)) {
    return invalid_parameter(fmt::format("Malformed model info. \n {} \n is not a valid JSON.", model_json));
  }
  dom::object model;
  if (root.get(model)) return invalid_parameter("The model's description must be a JSON object.");
  TRY(check_mandatory(model));

  std::string entry = "{";
  for (const std::string_view name : {"run_id", "artifact_path", "utc_time_created", "model_uuid"}) {
    dom::element value;
    const bool present = model.at_key(name).get(value) == simdjson::SUCCESS;
    if (!present && name != "model_uuid") continue;
    entry += fmt::format("{}: {}, ", ascii_json_string(name), present ? json_dump(value) : "null");
  }
  entry += "\"flavors\": {";
  dom::object flavors;
  if (model.at_key("flavors").get(flavors)) return invalid_parameter("The model's flavors must be a JSON object.");
  bool first = true;
  for (const auto [name, config] : flavors) {
    entry +=
        fmt::format("{}{}: {}", first ? "" : ", ", ascii_json_string(name), json_dump(config, {.without = "config"}));
    first = false;
  }
  return entry + "}}";
}

}  // namespace cairn::api
